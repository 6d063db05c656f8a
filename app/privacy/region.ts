import type { Published } from "./published.ts";
import { holders } from "./table.ts";

/** Small enough to be looked at whole. */
export const WHOLE = 150;
/** Cells looked at around a target in a larger table. */
const AROUND = 48;
/** Cells of a whole that is still looked into, besides the smallest one. */
const HANDY = 1000;

/**
 * The cells to look at around a target: all of a small table; otherwise the smallest shown
 * population around it, its hidden parts first and then its shown parts from the smallest. It
 * depends on who is where and what is hidden, never on what anybody answered.
 */
export function regionOf(read: Published, target: readonly number[]): readonly number[] {
  const { table } = read;
  if (table.populations.length <= WHOLE) return table.populations.map((_, cell) => cell);
  const region = new Set(target);
  for (const [index, whole] of wholesOf(read, target).entries()) {
    if (region.size >= AROUND) break;
    if (index > 0 && !isHandy(read, whole)) continue;
    const { loose, parts } = insideOf(read, whole);
    for (const cells of [loose, ...parts.map((part) => table.cells[part] ?? [])]) {
      for (const cell of cells) if (region.size < AROUND) region.add(cell);
    }
  }
  return [...region];
}

/** Whether looking inside a whole takes no time: somebody near is found in a small one, if at all. */
export function isHandy({ table }: Published, whole: number): boolean {
  return (table.cells[whole]?.length ?? 0) <= HANDY;
}

/**
 * Shown populations that hold all of a target and others besides, and no smaller one that does, the
 * smallest first.
 */
export function wholesOf(read: Published, target: readonly number[]): readonly number[] {
  const { table, showing } = read;
  const around = holders(table.populations, target).filter(
    (at) => showing[at] != null && (table.cells[at]?.length ?? 0) > target.length,
  );
  const inner = around.filter(
    (whole) => !around.some((other) => other !== whole && isSmaller(read, other, whole)),
  );
  return inner.toSorted((a, b) => size(read, a) - size(read, b) || a - b);
}

function isSmaller({ table }: Published, part: number, whole: number): boolean {
  // Of two populations that are the same people, the first stands for both.
  return table.around(part).has(whole) && (!table.around(whole).has(part) || part < whole);
}

/** What a whole is made of: cells that are in none of its shown parts, and those parts. */
export interface Inside {
  readonly loose: readonly number[];
  /** The smallest first. */
  readonly parts: readonly number[];
}

/** Looks inside a whole; what was found is kept in `read.inside` until what is hidden changes. */
export function insideOf(read: Published, whole: number): Inside {
  const { table, showing, inside } = read;
  const before = inside.get(whole);
  if (before !== undefined) return before;
  const parts = new Set<number>();
  const loose: number[] = [];
  for (const cell of table.cells[whole] ?? []) {
    const within = (table.populations[cell] ?? []).filter(
      (at) => at !== whole && showing[at] != null && table.around(at).has(whole),
    );
    if (within.length === 0) loose.push(cell);
    for (const part of within) parts.add(part);
  }
  const found = {
    loose,
    parts: [...parts].toSorted((a, b) => size(read, a) - size(read, b) || a - b),
  };
  inside.set(whole, found);
  return found;
}

function size({ n }: Published, population: number): number {
  return n[population] ?? 0;
}
