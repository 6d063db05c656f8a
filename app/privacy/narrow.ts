import type { Population } from "#app/model/population.ts";
import type { CellCount } from "./count.ts";
import { type Lattice, latticeOf } from "./lattice.ts";

type Row = Population & { readonly population: number };
type Cell = { readonly cell: number; readonly populations: readonly number[] };

/** A release seen through some of its populations only, and how its counts are seen so. */
export interface Narrowed {
  readonly lattice: Lattice;
  /** Counts of cells that nothing here tells apart any more, added up. */
  merge(cells: readonly CellCount[]): readonly CellCount[];
}

/**
 * Leaves populations out of a release, for what is said of fewer of them. People who are only told
 * apart by what is left out are one cell: fewer cells, and a judgement that takes less time.
 */
export function narrow(
  rows: readonly Row[],
  cells: readonly Cell[],
  keeps: (population: Row) => boolean,
): Narrowed {
  const kept = rows.filter(keeps);
  const numbers = new Set(kept.map(({ population }) => population));
  const merged = new Map<string, Cell>();
  const into = new Map<number, number>();
  for (const { cell, populations } of cells) {
    const here = populations.filter((number) => numbers.has(number));
    const key = here.join(" ");
    const one = merged.get(key) ?? { cell: merged.size + 1, populations: here };
    merged.set(key, one);
    into.set(cell, one.cell);
  }
  return {
    lattice: latticeOf(kept, [...merged.values()]),
    merge(counts) {
      const sums = new Map<number, CellCount>();
      for (const count of counts) {
        const cell = into.get(count.cell);
        if (cell === undefined) continue;
        const before = sums.get(cell);
        sums.set(cell, before === undefined ? { ...count, cell } : added(before, count));
      }
      return [...sums.values()];
    },
  };
}

function added(one: CellCount, other: CellCount): CellCount {
  const add = (a: number | null | undefined, b: number | null | undefined) =>
    a == null || b == null ? null : a + b;
  return {
    cell: one.cell,
    n: one.n + other.n,
    x: one.x + other.x,
    squares: add(one.squares, other.squares),
    whole: add(one.whole, other.whole),
    acts: add(one.acts, other.acts),
    ofActs: add(one.ofActs, other.ofActs),
  };
}
