import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import {
  addScimToken,
  listScimTokens,
  revokeScimToken,
  type ScimToken,
} from "#db/intake/scim-tokens.ts";
import { choicesOf } from "#jobs/connectors/scim/choices.ts";
import { newScimToken } from "#jobs/receiver/scim/token.ts";
import { CommandError, exitCodes } from "../exit-codes.ts";
import { withContext } from "../open-context.ts";

interface TokenOptions {
  readonly number?: string;
  readonly unit?: string;
  readonly groups?: string;
  readonly json?: true;
}

export function register(program: Command): void {
  const scim = program
    .command("scim")
    .description("Tokens for identity providers that push people to /scim/v2: make, list, revoke.");
  scim
    .command("token <label>")
    .description("Make a token, for instance for “Entra ID”. It is shown once and kept nowhere.")
    .option("--number <attribute>", "where the HR number is: employeeNumber, externalId, userName")
    .option("--unit <attributes>", "what leads to a unit: organization,division,department")
    .option("--groups <use>", "what pushed groups are: none or units")
    .option("--json", "print it as JSON")
    .addHelpText("after", '\nExample:\n  $ barometer scim token "Entra ID" --number employeeNumber')
    .action(async (label: string, { number, unit, groups, json }: TokenOptions) => {
      const { token, hash } = newScimToken();
      const id = await withContext(readSettings(), new Date(), async ({ db, now }) => {
        // A second token for rotation is to read what is pushed as the first did.
        const last = (await listScimTokens(db)).at(-1);
        const choices = choicesOf({
          number: number ?? last?.number,
          unit: unit ?? last?.unit.join(" "),
          groups: groups ?? last?.groups,
        });
        const [wrong] = choices.refusals;
        if (wrong !== undefined) {
          const [option, words] = [
            wrong.where.slice("setting ".length),
            wrong.reason.split(";")[0],
          ];
          throw wrongUse(`--${option}: ${words}.`);
        }
        if (choices.groups === "groups") throw wrongUse("--groups is none or units.");
        return addScimToken(db, {
          label,
          hash,
          number: choices.number,
          unit: choices.unit,
          groups: choices.groups,
          createdAt: now,
        });
      });
      if (json) return console.log(JSON.stringify({ id, token }));
      console.error(`Token ${id} for “${label}”. It will not be shown again:`);
      console.log(token);
    });
  scim
    .command("list")
    .description("The tokens there are, and when each was last used. Never the tokens themselves.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer scim list")
    .action(async ({ json }: { json?: true }) => {
      const tokens = await withContext(readSettings(), new Date(), ({ db }) => listScimTokens(db));
      if (json) console.log(JSON.stringify(tokens, null, 2));
      else for (const token of tokens) console.log(lineOf(token));
    });
  scim
    .command("revoke <id>")
    .description("Make a token worthless, at once.")
    .addHelpText("after", "\nExample:\n  $ barometer scim revoke 1")
    .action(async (id: string) => {
      const isRevoked = await withContext(
        readSettings(),
        new Date(),
        async ({ db, now }) => /^\d{1,5}$/.test(id) && revokeScimToken(db, Number(id), now),
      );
      if (!isRevoked) throw wrongUse(`There is no token ${id} that stands: barometer scim list.`);
      console.log(`Token ${id} opens nothing any more.`);
    });
}

function lineOf({ id, label, number, groups, usedOn, revokedAt }: ScimToken): string {
  const used = usedOn === null ? "never used" : `last used on ${usedOn}`;
  const state = revokedAt === null ? used : `revoked on ${revokedAt.toISOString().slice(0, 10)}`;
  return `${id}: ${label} (HR number in ${number}, groups: ${groups}), ${state}`;
}

function wrongUse(message: string): CommandError {
  return new CommandError(message, exitCodes.wrongUse);
}
