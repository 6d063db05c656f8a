import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dayIn } from "#app/model/period.ts";
import { findSent, keepStop, markUnreachable } from "#db/intake/dispatch/outcome.ts";
import { readReturned } from "#jobs/channels/email/returned.ts";
import type { Context } from "./context.ts";

/** How many mails said what. Never whose. */
export interface ReturnedTally {
  bounced: number;
  stopped: number;
  /** Anything else, and what speaks of no letter of ours. */
  others: number;
}

/**
 * Reads the mails that came back, from a file or a folder of them (a Maildir, one mail a file): whoever
 * a mail did not reach is written to by the next channel, whoever said STOP by no mail any more. The
 * mails are left where they are; reading them again changes nothing.
 */
export async function takeReturned(
  { db, now, timeZone }: Pick<Context, "db" | "now" | "timeZone">,
  path: string,
  { channels }: { readonly channels: readonly string[] },
): Promise<ReturnedTally> {
  const tally: ReturnedTally = { bounced: 0, stopped: 0, others: 0 };
  for (const file of filesIn(path)) {
    const returned = readReturned(readFileSync(file, "latin1"));
    const letter =
      returned === null ? null : await findSent(db, { token: returned.token, channel: "email" });
    if (returned === null || letter === null) tally.others += 1;
    else if (returned.says === "bounced") {
      const why = `returned (${returned.why})`;
      await markUnreachable(db, letter.token, { day: dayIn(timeZone, now), channels, why });
      tally.bounced += 1;
    } else if (letter.personId !== null) {
      await keepStop(db, { personId: letter.personId, channel: "email", at: now });
      tally.stopped += 1;
    }
  }
  return tally;
}

/** A Maildir keeps what it is still writing in `tmp`. */
function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === "tmp" ? [] : filesIn(join(path, entry.name));
      return entry.isFile() ? [join(path, entry.name)] : [];
    });
}
