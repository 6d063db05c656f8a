import { type Command, InvalidArgumentError } from "commander";
import { readSettings } from "#app/settings.server.ts";
import {
  type Connection,
  ensureConnection,
  findConnection,
  readSettingsOf,
} from "#db/intake/connection.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { suppliedBy } from "#jobs/connectors/declared.ts";
import { connectorOf, connectors } from "#jobs/connectors/index.ts";
import type { Context } from "../../context.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";
import { readDay } from "./day.ts";
import { createSecretInput, type SecretInput } from "./secret-input.ts";
import { collectSetting, type Settings, setOption, takeSecret, takeSettings } from "./settings.ts";

interface Options {
  readonly key?: string;
  readonly title?: string;
  readonly since?: string;
  readonly set?: Settings;
  readonly json?: true;
}

/** Adds `networks add` to the verb `networks`. */
export function registerAdd(networks: Command): void {
  networks
    .command("add <network>")
    .description("Connect a network, or correct its settings. Settings are kept encrypted.")
    .option(...setOption, collectSetting)
    .option(
      "--key <key>",
      "the connection's own key, in addresses too; the network's name when not said",
      readKey,
    )
    .option("--title <text>", "how it is called on the pages")
    .option("--since <day>", "the first day to read; four weeks back when not said", readDay)
    .option("--json", "print the connection as JSON")
    .addHelpText(
      "after",
      `
Example:
  $ barometer networks add mattermost --set url=https://chat.example.org --set token=@token.txt
  $ pass show chat | barometer networks add mattermost --set token=-

Which settings a network has: barometer networks. A secret that is missing is asked for where somebody
sits at the keyboard. Said again, what is not given stays; “name=” takes an optional setting away.`,
    )
    .action(async (network: string, options: Options) => {
      const connector = knownConnector(network);
      const input = createSecretInput();
      const set = await takeSettings(connector, options.set ?? {}, input);
      const connection = await withContext(readSettings(), new Date(), (context) =>
        connect(context, connector, { ...options, key: options.key ?? network, set }, input),
      );
      if (options.json) console.log(JSON.stringify(connection));
      else console.log(saidOf(connector, connection));
    });
}

async function connect(
  { db, keys }: Context,
  connector: Connector,
  { key, title, since, set }: Options & { readonly key: string; readonly set: Settings },
  input: SecretInput,
): Promise<Connection> {
  const { network } = connector;
  const known = await findConnection(db, key);
  if (known !== null && known.network !== network) {
    throw wrongUse(`“${key}” is a connection to ${known.network}: give this one another --key.`);
  }
  const stored = known === null ? {} : await readSettingsOf(db, keys.secrets, known.id);
  const settings = { ...set, ...(await askForSecrets(connector, { ...stored, ...set }, input)) };
  demandAll(connector, { ...stored, ...settings });
  // Two connections to one network would have one name on the pages.
  const usual = key === network ? connector.title : `${connector.title} (${key})`;
  await ensureConnection(db, keys.secrets, {
    key,
    network,
    title: title ?? known?.title ?? usual,
    supplies: suppliedBy(connector, "network"),
    settings,
    ...(since === undefined ? {} : { beginsOn: since }),
  });
  const made = await findConnection(db, key);
  if (made === null) throw new Error(`connection ${key} was not kept`);
  return made;
}

async function askForSecrets(
  { settings }: Connector,
  given: Settings,
  input: SecretInput,
): Promise<Settings> {
  const asked: Record<string, string> = {};
  if (!input.isAsked) return asked;
  for (const [name, { secret, optional }] of Object.entries(settings)) {
    if (secret && !optional && !given[name]) asked[name] = await takeSecret(name, "-", input);
  }
  return asked;
}

function demandAll({ title, settings }: Connector, given: Settings): void {
  const missing = Object.entries(settings)
    .filter(([name, { optional }]) => !optional && !given[name])
    .map(([name, { label }]) => `--set ${name}=… (${label})`);
  if (missing.length > 0) throw wrongUse(`${title} also needs ${missing.join(" and ")}.`);
}

function saidOf({ network, live, webhook }: Connector, { key, title }: Connection): string {
  const address = key === network ? `/webhooks/${network}` : `/webhooks/${network}/${key}`;
  return [
    `${title} is connected as “${key}”. Try it: barometer networks check ${key}`,
    ...(webhook === undefined
      ? []
      : [
          `What it sends by itself${live === undefined ? "" : ", if you want that too"}: have it sent to https://<this site>${address}`,
        ]),
  ].join("\n");
}

function knownConnector(network: string): Connector {
  const connector = connectorOf(network);
  if (connector !== null) return connector;
  const names = connectors.map((one) => one.network).join(", ");
  throw wrongUse(`There is no network “${network}”. This version reads ${names}.`);
}

function readKey(text: string): string {
  if (/^[a-z\d](?:[a-z\d.-]{0,62}[a-z\d])?$/i.test(text)) return text;
  throw new InvalidArgumentError("Letters, digits, dots and hyphens only, such as slack-france.");
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
