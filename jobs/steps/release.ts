import { addDays } from "#app/model/period.ts";
import { judge } from "#app/privacy/release.ts";
import { closedWaves, markReleased } from "#db/records/waves.ts";
import { currentPolicy, writeRelease } from "#db/records/write-release.ts";
import { readWaveCounts, readWavePopulations } from "#db/rollups/wave-counts.ts";
import { readWeekCounts, readWeekPopulations, unreleasedWeeks } from "#db/rollups/week-counts.ts";
import { missingConnections } from "#db/rollups/weeks-to-count.ts";
import type { Context } from "../context.ts";
import { type Step, said } from "./step.ts";

/** After this long a week is released without the networks that have not answered. */
const PATIENCE_DAYS = 14;

/**
 * Judges what was counted and writes what may be shown, once: each closed wave, and each week that
 * every network has covered, in order, so that "28 days" are always the last four released weeks.
 */
export const release: Step = {
  name: "release",
  async run(context) {
    const waves = await releaseWaves(context);
    const { released, waiting } = await releaseWeeks(context);
    const wait = waiting === null ? "" : `; waiting for ${waiting.join(", ")}`;
    return said(`released ${waves} waves and ${released} weeks${wait}`, waves + released);
  },
};

async function releaseWaves({ db, now }: Context): Promise<number> {
  const waves = await closedWaves(db);
  for (const { id, thresholds } of waves) {
    await db.transaction().execute(async (trx) => {
      const policy = await currentPolicy(trx);
      // The frame froze the thresholds of its opening; a raise since then does not reach back.
      const inForce = thresholds ?? policy.thresholds;
      const lattice = await readWavePopulations(trx, id, inForce.answers);
      const figures = judge(lattice, await readWaveCounts(trx, id), inForce);
      const { populations } = lattice;
      await writeRelease(trx, {
        subject: { waveId: id },
        policyVersion: policy.version,
        without: [],
        releasedAt: now,
        populations,
        figures,
      });
      await markReleased(trx, id);
    });
  }
  return waves.length;
}

async function releaseWeeks({
  db,
  now,
  timeZone,
  progress,
}: Context): Promise<{ released: number; waiting: readonly string[] | null }> {
  const weeks = await unreleasedWeeks(db);
  for (const [index, week] of weeks.entries()) {
    const end = startOfDay(addDays(week, 7), timeZone);
    const without = await missingConnections(db, end);
    const patient = now.getTime() < end.getTime() + PATIENCE_DAYS * 86_400_000;
    if (without.length > 0 && patient) return { released: index, waiting: without };
    await db.transaction().execute(async (trx) => {
      const { version, thresholds } = await currentPolicy(trx);
      const lattice = await readWeekPopulations(trx, week, thresholds.members);
      await writeRelease(trx, {
        subject: { week },
        policyVersion: version,
        without,
        releasedAt: now,
        populations: lattice.populations,
        figures: judge(lattice, await readWeekCounts(trx, week), thresholds),
      });
    });
    progress("releasing weeks", index + 1, weeks.length);
  }
  return { released: weeks.length, waiting: null };
}

/** The instant a day begins in a time zone. */
function startOfDay(day: string, timeZone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`);
  const there = new Date(`${noon.toLocaleString("sv-SE", { timeZone }).replace(" ", "T")}Z`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - (there.getTime() - noon.getTime()));
}
