import { addDays } from "#app/model/period.ts";
import { closedWaves } from "#db/records/waves.ts";
import { countAnswers } from "#db/rollups/count-answers.ts";
import { countWeek } from "#db/rollups/count-week.ts";
import { refreshStatistics } from "#db/rollups/refresh-statistics.ts";
import { writeWavePopulations } from "#db/rollups/wave-populations.ts";
import { lateWeeks, weeksToCount } from "#db/rollups/weeks-to-count.ts";
import { type Step, said } from "./step.ts";

/** Counts, inside the database, every week and wave that is complete and not released. */
export const rollUp: Step = {
  name: "roll-up",
  async run({ db, timeZone, now, progress }) {
    const weeks = await weeksToCount(db, timeZone, now);
    const waves = await closedWaves(db);
    const isAny = weeks.length + waves.length > 0;
    if (isAny) await refreshStatistics(db);
    for (const [index, week] of weeks.entries()) {
      await db
        .transaction()
        .execute((trx) =>
          countWeek(trx, { week, until: addDays(week, 7), lastDay: addDays(week, 6), timeZone }),
        );
      progress("counting weeks", index + 1, weeks.length);
    }
    for (const { id } of waves) {
      await db.transaction().execute(async (trx) => {
        await writeWavePopulations(trx, id);
        await countAnswers(trx, id);
      });
    }
    if (isAny) await refreshStatistics(db);
    const late = await lateWeeks(db);
    const lateness =
      late === 0 ? "" : `; ${late} released weeks have late activity, kept, not shown`;
    return said(`counted ${weeks.length} weeks and ${waves.length} waves${lateness}`);
  },
};
