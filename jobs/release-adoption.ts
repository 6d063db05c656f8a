import type { MeasureCount } from "#app/privacy/count.ts";
import { judgeGroups } from "#app/privacy/groups.ts";
import { type JudgedFigure, judge } from "#app/privacy/judge.ts";
import type { Lattice } from "#app/privacy/lattice.ts";
import type { Thresholds } from "#app/privacy/policy.ts";
import { judgeHours } from "#app/privacy/rhythm.ts";
import { smallerLattice } from "#app/privacy/smaller-lattice.ts";
import type { Solver } from "#app/privacy/solver.ts";
import type { Db } from "#db/client.server.ts";
import { repeatAdoption, writeGroups, writeHours } from "#db/records/write-adoption.ts";
import { writeFigures } from "#db/records/write-release.ts";
import {
  readAdoptionParts,
  readCountedGroups,
  readCountedHours,
} from "#db/rollups/adoption-counts.ts";

interface WeekReleased {
  readonly release: number;
  readonly week: string;
  readonly lattice: Lattice;
  readonly thresholds: Thresholds;
  readonly solver: Solver;
  /** The release of the same week that is corrected. */
  readonly supersedes: number | null;
}

/**
 * Judges and writes what adoption is made of, of the company, its frontline and its desks; how the
 * groups stand; and when people take part. None of it is ever corrected.
 */
export async function releaseAdoption(db: Db, made: WeekReleased): Promise<void> {
  const { release, week, thresholds, supersedes } = made;
  if (supersedes !== null) return repeatAdoption(db, release, supersedes);
  await releaseParts(db, made);
  await writeGroups(db, release, judgeGroups(await readCountedGroups(db, week), thresholds));
  await writeHours(db, release, judgeHours(await readCountedHours(db, week), thresholds));
}

async function releaseParts(db: Db, made: WeekReleased): Promise<void> {
  const { release, week, lattice, thresholds, solver } = made;
  const few = smallerLattice(lattice, ({ kind, cut }) => kind === "company" || cut === "work");
  const whole = smallerLattice(lattice, ({ kind }) => kind === "company");
  const figures: JudgedFigure[] = [];
  for (const measure of await readAdoptionParts(db, week)) {
    // What a vendor counts is of accounts, and there is one such figure: the company's.
    const { lattice: smaller, merged } = measure.measure.startsWith("own-on:") ? whole : few;
    const family: readonly MeasureCount[] = [{ ...measure, cells: merged(measure.cells) }];
    figures.push(...judge(solver, smaller, family, thresholds).figures);
  }
  await writeFigures(db, release, figures);
}
