import type { Command } from "commander";
import { dayIn } from "#app/model/period.ts";
import { readSettings } from "#app/settings.server.ts";
import { endConnection } from "#db/records/end-connection.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";
import { withContext } from "../../open-context.ts";
import { readDay } from "./day.ts";

interface Options {
  readonly on: string;
  readonly successor?: string;
  readonly json?: true;
}

/** Adds `networks end` to the verb `networks`. */
export function registerEnd(networks: Command): void {
  networks
    .command("end <key>")
    .description("Say that a network is no longer in use, and which one goes on in its place.")
    .requiredOption("--on <day>", "the last day it was in use (YYYY-MM-DD)", readDay)
    .option("--successor <key>", "the connection that goes on in its place")
    .option("--json", "print what was ended as JSON")
    .addHelpText(
      "after",
      `
Example:
  $ barometer networks end workplace --on 2026-06-01 --successor workvivo

What was read from it stays, and files can still be added to it. It is read no more, and no week
waits for it. The adoption page marks the day. Said again, it corrects the day and the successor.`,
    )
    .action(async (key: string, { on, json, ...given }: Options) => {
      const successor = given.successor ?? null;
      const ended = await withContext(readSettings(), new Date(), ({ db, now, timeZone }) => {
        if (on > dayIn(timeZone, now)) {
          throw new CommandError(`${on} has not come yet: end it on the day.`, exitCodes.wrongUse);
        }
        return endConnection(db, { key, on, successor });
      });
      if (json) console.log(JSON.stringify({ key, on, successor }));
      else {
        const next = ended.successor === null ? "" : `; ${ended.successor} goes on`;
        console.log(`${ended.title} ended on ${on}${next}.`);
      }
    });
}
