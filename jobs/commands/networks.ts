import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import { suppliedBy } from "#jobs/connectors/declared.ts";
import { connectorOf, connectors } from "#jobs/connectors/index.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";
import { registerCheck } from "./networks/check.ts";
import { registerEnd } from "./networks/end.ts";
import { registerList } from "./networks/list.ts";
import { registerSecret } from "./networks/secret.ts";
import { registerSurveys } from "./networks/surveys.ts";

interface AddOptions {
  readonly key?: string;
  readonly title?: string;
  readonly since?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly json?: true;
}

export function register(program: Command): void {
  const networks = program
    .command("networks")
    .description("The networks that are read at night: list, add, check, end.");
  registerEnd(networks);
  registerSurveys(networks);
  registerSecret(networks);
  registerList(networks);
  registerCheck(networks);
  networks
    .command("add <network>")
    .description("Connect a network, or correct its settings. Settings are kept encrypted.")
    .option("--set <name=value>", "one setting; may be repeated", collect, {})
    .option("--key <key>", "the connection's own key; the network's name when not said")
    .option("--title <text>", "how it is called on the pages")
    .option("--since <day>", "the first day to read; four weeks back when not said")
    .option("--json", "print the connection as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  $ barometer networks add mattermost --set url=https://chat.example.org --set token=…",
    )
    .action(async (network: string, options: AddOptions) => {
      const connector = knownConnector(network);
      const { key = network, title = connector.title, since, set, json } = options;
      const stranger = Object.keys(set).find((name) => connector.settings[name] === undefined);
      if (stranger !== undefined) {
        throw wrongUse(
          `${connector.title} has no setting “${stranger}”. It has ${Object.keys(connector.settings).join(", ")}.`,
        );
      }
      const connection = await withContext(readSettings(), new Date(), async ({ db, keys }) => {
        if ((await findConnection(db, key)) === null) demandAll(connector, set);
        await ensureConnection(db, keys.secrets, {
          key,
          network,
          title,
          supplies: suppliedBy(connector, "network"),
          settings: set,
          ...(since === undefined ? {} : { beginsOn: since }),
        });
        return findConnection(db, key);
      });
      if (json) console.log(JSON.stringify(connection));
      else
        console.log(`${title} is connected as “${key}”. Try it: barometer networks check ${key}`);
    });
}

function knownConnector(network: string) {
  const connector = connectorOf(network);
  if (connector !== null) return connector;
  const names = connectors.map((one) => one.network).join(", ");
  throw wrongUse(`There is no network “${network}”. This version reads ${names}.`);
}

function demandAll(
  connector: ReturnType<typeof knownConnector>,
  set: Readonly<Record<string, string>>,
): void {
  const missing = Object.entries(connector.settings)
    .filter(([name, { optional }]) => !optional && !set[name])
    .map(([name, { label }]) => `--set ${name}=… (${label})`);
  if (missing.length > 0) throw wrongUse(`${connector.title} also needs ${missing.join(" and ")}.`);
}

function collect(text: string, before: Readonly<Record<string, string>>) {
  const at = text.indexOf("=");
  if (at < 1) throw wrongUse(`“${text}” is not name=value.`);
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
