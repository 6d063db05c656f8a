import type { Command } from "commander";
import { registerAdd } from "./networks/add.ts";
import { registerCheck } from "./networks/check.ts";
import { registerEnd } from "./networks/end.ts";
import { registerList } from "./networks/list.ts";
import { registerSecret } from "./networks/secret.ts";
import { registerSurveys } from "./networks/surveys.ts";

export function register(program: Command): void {
  const networks = program
    .command("networks")
    .description("The networks that are read at night: list, add, check, end.");
  registerList(networks);
  registerAdd(networks);
  registerCheck(networks);
  registerSecret(networks);
  registerEnd(networks);
  registerSurveys(networks);
}
