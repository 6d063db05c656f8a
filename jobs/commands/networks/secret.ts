import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { findConnection } from "#db/intake/connection.ts";
import { addSecret, retireSecret } from "#db/intake/connection-secrets.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";
import { createSecretInput } from "./secret-input.ts";
import { takeSecret } from "./settings.ts";

interface Options {
  readonly add?: string;
  readonly retire?: true;
}

/** Adds `networks secret` to the verb `networks`. */
export function registerSecret(networks: Command): void {
  networks
    .command("secret <key>")
    .description("Change the secret a network signs its deliveries with, and lose none of them.")
    .option(
      "--add <secret>",
      "accept this one too; “-” reads a line of the standard input, “@file” that file",
    )
    .option("--retire", "accept the newer of the two only")
    .addHelpText(
      "after",
      `
Example:
  $ barometer networks secret whatsapp --add - < new-secret.txt
    … change it at the network …
  $ barometer networks secret whatsapp --retire

Both are good in between. The receiver knows within two seconds.`,
    )
    .action(async (key: string, { add, retire }: Options) => {
      if ((add === undefined) === (retire === undefined)) throw wrongUse("Say --add or --retire.");
      if (add === "") throw wrongUse("A secret cannot be empty.");
      const text =
        add === undefined ? undefined : await takeSecret("the secret", add, createSecretInput());
      await withContext(readSettings(), new Date(), async ({ db, keys }) => {
        const connection = await findConnection(db, key);
        if (connection === null) throw wrongUse(`There is no connection “${key}”.`);
        const name = connectorOf(connection.network)?.webhook?.secret;
        if (name === undefined) throw wrongUse(`${connection.title} sends nothing by itself.`);
        const connectionId = connection.id;
        if (text !== undefined) {
          if (await addSecret(db, keys.secrets, { connectionId, name, text })) return;
          throw wrongUse("There are two already: --retire the older one first.");
        }
        if (await retireSecret(db, { connectionId, name })) return;
        throw wrongUse("There is only one secret: --add the new one first.");
      });
      console.log(
        add === undefined
          ? `Only the newer secret of “${key}” is accepted now.`
          : `Both secrets of “${key}” are accepted. Once the network uses the new one: --retire.`,
      );
    });
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
