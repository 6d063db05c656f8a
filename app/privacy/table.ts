/** Who is where: cells nobody divides further, and the populations they add up to. */
export interface Table {
  /** Cells of each population. */
  readonly cells: readonly (readonly number[])[];
  /** Populations of each cell. */
  readonly populations: readonly (readonly number[])[];
  /** The populations that hold all of another, itself among them. */
  readonly around: (population: number) => ReadonlySet<number>;
  /** It belongs to a cut beside the organisation: a site, a segment. */
  readonly isBeside: (population: number) => boolean;
}

/** One measure, counted in every cell of a table: x of n people. */
export interface Reading {
  readonly n: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  /** x can only be a whole number: favourable people are, a sum of shares is not. */
  readonly whole: boolean;
  /** So many people at either end are never told apart. */
  readonly ends: number;
  /** The most x can be in each cell, where that is not n. */
  readonly most?: ArrayLike<number>;
  /** It is shown only where x is at least this, and readers know it. */
  readonly contributors?: number;
  /** x counts what people did, as often as they did it: it is shown as it is or not at all. */
  readonly acts?: boolean;
}

/** A table from the cells of its populations. */
export function tableOf(
  cells: readonly (readonly number[])[],
  cellCount: number,
  beside: readonly boolean[] = [],
): Table {
  const populations: number[][] = Array.from({ length: cellCount }, () => []);
  cells.forEach((members, population) => {
    for (const cell of members) populations[cell]?.push(population);
  });
  const known = new Map<number, ReadonlySet<number>>();
  return {
    cells,
    populations,
    isBeside: (population) => beside[population] ?? false,
    around(population) {
      const before = known.get(population);
      if (before !== undefined) return before;
      const found = new Set(holders(populations, cells[population] ?? []));
      known.set(population, found);
      return found;
    },
  };
}

/** The populations that hold all of some cells. */
export function holders(
  populations: Table["populations"],
  [first, ...others]: readonly number[],
): readonly number[] {
  let around: readonly number[] = populations[first ?? -1] ?? [];
  for (const cell of others) {
    if (around.length <= 1) break;
    const here = populations[cell] ?? [];
    around = around.filter((population) => here.includes(population));
  }
  return around;
}

/** Adds up some cells. */
export function total(values: ArrayLike<number>, cells: Iterable<number>): number {
  let sum = 0;
  for (const cell of cells) sum += values[cell] ?? 0;
  return sum;
}
