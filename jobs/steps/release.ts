import { addDays } from "#app/model/period.ts";
import { judgeAll } from "#app/privacy/release.ts";
import { openSolver, type Solver } from "#app/privacy/solver.ts";
import type { Db } from "#db/client.server.ts";
import { repeatAnnouncements, writeAnnouncements } from "#db/records/announcements.ts";
import { currentPolicy, policyOfWave } from "#db/records/policies.ts";
import { closedWaves, markReleased } from "#db/records/waves.ts";
import { openRelease, repeatFigures, writeFigures } from "#db/records/write-release.ts";
import { readBroadWeek } from "#db/rollups/tie-counts.ts";
import { readWaveFamilies, readWaveLattice } from "#db/rollups/wave-counts.ts";
import { readWeekFamilies, readWeekLattice, unreleasedWeeks } from "#db/rollups/week-counts.ts";
import { missingConnections } from "#db/rollups/weeks-to-count.ts";
import type { Context } from "../context.ts";
import { correctWeeks } from "../correct-weeks.ts";
import { releaseAdoption } from "../release-adoption.ts";
import { releaseDrivers } from "../release-drivers.ts";
import { releaseReorganised } from "../release-reorganised.ts";
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
    const solver = await openSolver();
    const waves = await releaseWaves(context, solver);
    const told = await releaseReorganised(context, solver);
    const { released, waiting } = await releaseWeeks(context, solver);
    const corrected = await correctWeeks(context, (trx, { week, supersedes }) =>
      releaseWeek(trx, context, solver, { week, without: [], supersedes }),
    );
    const wait = waiting === null ? "" : `; waiting for ${waiting.join(", ")}`;
    const again = corrected === 0 ? "" : `, corrected ${corrected}`;
    const anew = told === 0 ? "" : `, told ${told} earlier waves by the units there are now`;
    const sum = waves + released + corrected + told;
    return said(`released ${waves} waves and ${released} weeks${anew}${again}${wait}`, sum);
  },
};

async function releaseWaves({ db, now, timeZone }: Context, solver: Solver): Promise<number> {
  const waves = await closedWaves(db);
  for (const { id } of waves) {
    await db.transaction().execute(async (trx) => {
      // The frame froze the thresholds of its opening; a raise since then does not reach back.
      const { version, thresholds } = await policyOfWave(trx, id);
      const lattice = await readWaveLattice(trx, id);
      const release = await openRelease(trx, {
        subject: { waveId: id },
        policyVersion: version,
        without: [],
        releasedAt: now,
        timeZone,
        populations: lattice.populations,
      });
      const shown = new Set<string>();
      await judgeAll(solver, lattice, readWaveFamilies(trx, id), thresholds, (figures) => {
        for (const { population, measure, value } of figures) {
          if (value !== null) shown.add(`${population} ${measure}`);
        }
        return writeFigures(trx, release, figures);
      });
      const isShown = (population: number, measure: string) =>
        shown.has(`${population} ${measure}`);
      await releaseDrivers(trx, { waveId: id, release, lattice, isShown });
      await markReleased(trx, id);
    });
  }
  return waves.length;
}

async function releaseWeeks(
  context: Context,
  solver: Solver,
): Promise<{ released: number; waiting: readonly string[] | null }> {
  const { db, now, timeZone, progress } = context;
  const weeks = await unreleasedWeeks(db);
  for (const [index, week] of weeks.entries()) {
    const end = startOfDay(addDays(week, 7), timeZone);
    const without = await missingConnections(db, end);
    const patient = now.getTime() < end.getTime() + PATIENCE_DAYS * 86_400_000;
    if (without.length > 0 && patient) return { released: index, waiting: without };
    await db.transaction().execute((trx) => releaseWeek(trx, context, solver, { week, without }));
    progress("releasing weeks", index + 1, weeks.length);
  }
  return { released: weeks.length, waiting: null };
}

interface Week {
  readonly week: string;
  readonly without: readonly string[];
  /** The release of the same week that is corrected. */
  readonly supersedes?: number;
}

/** Measures of a week that late activity may correct: of the others nobody knows who would differ. */
const corrected = ["active", "adoption"];

async function releaseWeek(
  db: Db,
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  solver: Solver,
  { week, without, supersedes }: Week,
): Promise<void> {
  const { version, thresholds } = await currentPolicy(db);
  const lattice = await readWeekLattice(db, week);
  const release = await openRelease(db, {
    subject: { week },
    policyVersion: version,
    without,
    releasedAt: now,
    timeZone,
    populations: lattice.populations,
    ...(supersedes === undefined ? {} : { supersedes }),
  });
  await judgeAll(solver, lattice, readWeekFamilies(db, week), thresholds, (figures) =>
    writeFigures(
      db,
      release,
      figures.filter(({ measure }) => supersedes === undefined || corrected.includes(measure)),
    ),
  );
  if (supersedes === undefined) {
    for (const broad of await readBroadWeek(db, week)) {
      await judgeAll(solver, broad.lattice, broad.families(), thresholds, (figures) =>
        writeFigures(db, release, figures),
      );
    }
    await writeAnnouncements(db, release, week);
  } else {
    await repeatFigures(db, release, { supersedes, except: corrected });
    await repeatAnnouncements(db, release, supersedes);
  }
  const judging = { lattice, thresholds, solver };
  await releaseAdoption(db, { release, week, ...judging, supersedes: supersedes ?? null });
}

/** The instant a day begins in a time zone. */
function startOfDay(day: string, timeZone: string): Date {
  const noon = new Date(`${day}T12:00:00Z`);
  const there = new Date(`${noon.toLocaleString("sv-SE", { timeZone }).replace(" ", "T")}Z`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - (there.getTime() - noon.getTime()));
}
