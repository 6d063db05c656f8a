import { addDays } from "#app/model/period.ts";
import { mayCorrect } from "#app/privacy/correction.ts";
import type { Db } from "#db/client.server.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { countPlacedWeek, placeWeek } from "#db/rollups/count-week.ts";
import { countLateChanges, keepAsReleased, weeksToCorrect } from "#db/rollups/late-week.ts";
import type { Context } from "./context.ts";

/** A released week that was counted again, and may be released again. */
export interface CorrectedWeek {
  readonly week: string;
  /** The release it supersedes. */
  readonly supersedes: number;
}

/** What is counted again is undone: the week stays as it was released. */
class NotCorrected extends Error {}

/**
 * Counts again the released weeks that activity came late for, and has those released that may be;
 * of the others nothing changes, and the late activity stays kept and not shown. Returns how many
 * were corrected.
 */
export async function correctWeeks(
  { db, now, timeZone }: Pick<Context, "db" | "now" | "timeZone">,
  releaseAgain: (db: Db, corrected: CorrectedWeek) => Promise<void>,
): Promise<number> {
  let corrected = 0;
  for (const { week, release } of await weeksToCorrect(db, now)) {
    try {
      await db.transaction().execute(async (trx) => {
        await keepAsReleased(trx, week);
        const days = { week, until: addDays(week, 7), lastDay: addDays(week, 6), timeZone };
        await placeWeek(trx, days);
        const { thresholds } = await currentPolicy(trx);
        if (!mayCorrect(await countLateChanges(trx, week), thresholds)) throw new NotCorrected();
        await countPlacedWeek(trx, days);
        await releaseAgain(trx, { week, supersedes: release });
      });
      corrected += 1;
    } catch (error) {
      if (!(error instanceof NotCorrected)) throw error;
    }
  }
  return corrected;
}
