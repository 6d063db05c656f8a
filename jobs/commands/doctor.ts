import type { Command } from "commander";
import { readSettings, type Settings, strayNames } from "#app/settings.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { examine } from "#db/examine.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import {
  type Finding,
  lookAtDatabase,
  lookAtHome,
  lookAtNode,
  lookAtSettings,
  problem,
} from "../doctor.ts";
import { exitCodes } from "../exit-codes.ts";
import { explained } from "../ground.ts";
import { lookAtSending } from "../look-at-sending.ts";

const MARKS = { well: "✓", warning: "!", problem: "✗" } as const;

export function register(program: Command): void {
  program
    .command("doctor")
    .description("Look at everything the product stands on, and say what to do.")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", "\nExample:\n  $ barometer doctor --json | jq '.[] | select(.advice)'")
    .action(async ({ json }: { json?: true }) => {
      const settings = readSettings();
      const findings = [
        lookAtNode(process.versions.node),
        ...lookAtSettings(settings, strayNames()),
        ...(await database(settings)),
        ...lookAtHome(settings),
        ...(await lookAtSending(settings.sending)),
      ];
      if (json) console.log(JSON.stringify(findings, null, 2));
      else for (const finding of findings) console.log(line(finding));
      const ill = findings.some(({ state }) => state === "problem");
      process.exitCode = ill ? exitCodes.failed : exitCodes.done;
    });
}

/** Our own PostgreSQL is started for the look if it does not run, and ended after it. */
async function database(settings: Settings): Promise<readonly Finding[]> {
  try {
    const embedded =
      settings.databaseUrl === null ? await startEmbedded(settings.home, console.error) : null;
    try {
      return lookAtDatabase(
        await examine(loginUrl("owner", settings), settings.timeZone),
        settings.timeZone,
      );
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    const reason = explained(error);
    const found = reason instanceof Error ? reason.message : String(reason);
    const advice =
      settings.databaseUrl === null
        ? `The server's own words are in ${settings.home}/postgres.log.`
        : "Correct DATABASE_URL, or start that server; then run “barometer doctor” again.";
    return [problem("PostgreSQL", found, advice)];
  }
}

function line({ name, state, found, advice }: Finding): string {
  return `${MARKS[state]} ${name}: ${found}${advice === null ? "" : `\n  → ${advice}`}`;
}
