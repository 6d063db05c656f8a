import { type Command, InvalidArgumentError } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { runNight } from "../nightly.ts";
import { withContext } from "../open-context.ts";

interface Options {
  readonly date?: Date;
  readonly only?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command("nightly")
    .description("Run a night now: read the networks, count, release. Safe to run again.")
    .option("--date <instant>", "as if it were this moment (a day, or ISO 8601)", readInstant)
    .option("--only <network>", "read this network or connection only")
    .option("--json", "print what each step did as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer nightly --only mattermost --json")
    .action(async ({ date = new Date(), only, json }: Options) => {
      const settings = readSettings();
      const clock = () => new Date();
      const report = await withContext(settings, date, (context) =>
        runNight(context, { clock, ...(only === undefined ? {} : { only }) }),
      );
      if (report === null) {
        throw new CommandError("Another night is running: wait for it to end.", exitCodes.busy);
      }
      if (json) console.log(JSON.stringify(report));
      if (report.failures > 0) {
        throw new CommandError(`${report.failures} steps failed; the others did their work.`);
      }
    });
}

function readInstant(text: string): Date {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
  if (Number.isNaN(instant.getTime())) {
    throw new InvalidArgumentError("Give a day (2026-03-02) or an ISO 8601 instant.");
  }
  return instant;
}
