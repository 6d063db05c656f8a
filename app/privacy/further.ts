import type { MeasureCount } from "./count.ts";
import {
  attacked,
  countsOf,
  type FamilyCounts,
  figuresOf,
  type JudgedFigure,
  mayBeShown,
} from "./judge.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import type { Precision } from "./precision.ts";
import { protect } from "./protect.ts";
import { finestBeside, type Showing } from "./published.ts";
import { showingOf, type WrittenOf } from "./recovered.ts";
import type { Solver } from "./solver.ts";

/** Populations of a wave that are to be told after its release, beside what is out already. */
export interface Further {
  /** Everything released of the wave, and what is added. */
  readonly lattice: Lattice;
  /** Numbers of what is added. */
  readonly added: ReadonlySet<number>;
  readonly written: WrittenOf;
}

/**
 * Judges populations that are added to a release: together with everything that is out, none of which
 * changes any more. What would let somebody work out a target is told coarser, and hidden when that
 * does not help; where what is written is not what was counted (somebody's answers have gone since),
 * nothing is added. What readers can add up themselves is as exact as it is; everything else is
 * rounded, as beside the organisation. How answers fall and what moves together are not told.
 */
export async function judgeFurther(
  solver: Solver,
  { lattice, added, written }: Further,
  families: AsyncIterable<readonly MeasureCount[]>,
  thresholds: Thresholds,
  write: (figures: readonly JudgedFigure[]) => Promise<void>,
): Promise<void> {
  const told = new Set<number>();
  for await (const family of families) {
    if (family.some(({ partWith }) => partWith !== undefined)) continue;
    const counts = family.map((measure) => countsOf(measure, lattice));
    const showing = shownBeside(solver, { lattice, added, written }, family, counts, thresholds);
    const figures = figuresOf(lattice, family, counts, showing, (one) => told.has(one)).filter(
      ({ population }) => added.has(population),
    );
    for (const { population, value } of figures) {
      const isExact = value !== null && value.within === null && "exact" in value.base;
      if (isExact && family.some(({ rule }) => rule === "participation")) told.add(population);
    }
    await write(figures);
  }
}

function shownBeside(
  solver: Solver,
  { lattice, added, written }: Further,
  family: readonly MeasureCount[],
  counts: FamilyCounts,
  thresholds: Thresholds,
): Showing {
  const nothing = lattice.numbers.map(() => null);
  const isOut = (place: number) => !added.has(lattice.numbers[place] ?? -1);
  const out = showingOf(family, lattice, counts, (population, measure) =>
    added.has(population) ? null : written(population, measure),
  );
  if (out === null) return nothing;
  const isOpen = mayBeShown(lattice, family, counts, thresholds);
  const start = lattice.numbers.map((_, place): Precision | null => {
    if (isOut(place)) return out[place] ?? null;
    if (!isOpen(place)) return null;
    const isKnown = isAddedUp(lattice, place, (other) => isOut(other) && out[other] === "exact");
    return isKnown ? "exact" : finestBeside(counts[0]?.[place]?.n ?? 0);
  });
  const fixed = new Set([...lattice.numbers.keys()].filter(isOut));
  return protect(solver, attacked(lattice, family, thresholds), start, fixed);
}

/** Whether a population is several others side by side. */
function isAddedUp(
  { table }: Lattice,
  whole: number,
  isPart: (population: number) => boolean,
): boolean {
  const left = new Set(table.cells[whole]);
  const parts = table.cells
    .map((cells, population) => ({ cells, population }))
    .filter(({ cells, population }) => cells.length > 0 && isPart(population))
    .toSorted((a, b) => b.cells.length - a.cells.length);
  for (const { cells } of parts) {
    if (cells.every((cell) => left.has(cell))) for (const cell of cells) left.delete(cell);
  }
  return left.size === 0;
}
