import type { Command } from "commander";
import { readSettings } from "#app/settings.server.ts";
import { listConnections } from "#db/intake/connection.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";
import { checkNetwork, type NetworkCheck } from "../../steps/check-network.ts";

/** `barometer networks check`: whether the night will be able to read, before it tries. */
export function registerCheck(networks: Command): void {
  networks
    .command("check [key]")
    .description("Ask each network, or one, whether it takes its token, and look for each right.")
    .option("--json", "print the answers as JSON")
    .addHelpText(
      "after",
      `
Example:
  $ barometer networks check mattermost

Exit code 1: a network refuses its token, or a right it needs is missing.`,
    )
    .action(async (key: string | undefined, { json }: { json?: true }) => {
      const answers = await withContext(readSettings(), new Date(), async (context) => {
        const known = (await listConnections(context.db)).filter(
          (one) => one.fedBy === "network" && (key === undefined || one.key === key),
        );
        if (known.length === 0) {
          throw new CommandError(
            `There is no network${key ? ` “${key}”` : ""} to check.`,
            exitCodes.wrongUse,
          );
        }
        const checked = [];
        for (const one of known)
          checked.push({ key: one.key, ...(await checkNetwork(context, one)) });
        return checked;
      });
      if (json) console.log(JSON.stringify(answers, null, 2));
      else for (const answer of answers) console.log(checkLines(answer).join("\n"));
      if (answers.some(({ ok }) => !ok)) process.exitCode = exitCodes.failed;
    });
}

/** What a check found, one right a line. */
export function checkLines({
  key,
  ok,
  message,
  rights,
  remedy,
}: NetworkCheck & { readonly key: string }) {
  return [
    `${ok ? "✓" : "✗"} ${key}: ${message}`,
    ...(remedy === undefined ? [] : [`  ${remedy}`]),
    ...rights.map(({ name, for: what, held, optional, note }) => {
      const found = held === null ? "?" : held ? "✓" : optional ? "–" : "✗";
      const word = held === null ? "unknown" : held ? "held" : optional ? "not held" : "missing";
      return `  ${found} ${name}: ${word} (${what})${note === undefined ? "" : `: ${note}`}`;
    }),
  ];
}
