/** People of one frame who share a unit, a site and their segment options. */
export interface Cell {
  readonly unitId: number | null;
  readonly siteId: number | null;
  readonly options: readonly number[];
}

export interface CountedCell extends Cell {
  readonly invited: number;
}

/** The parent of a unit; null at the top. */
export type ParentOf = (unitId: number) => number | null;

/**
 * Which anonymous cell each combination goes into, so that every cell has at least `minimum`
 * invited people. What is too small gives up its segments first, then joins what its parent unit
 * could not place either, and at the top whatever is smallest. Same order in, same cells out.
 * When the whole company is smaller than the minimum there is one cell.
 */
export function anonymousCells(
  combinations: readonly CountedCell[],
  parentOf: ParentOf,
  minimum: number,
): readonly Cell[] {
  const placed: (Cell | null)[] = combinations.map((cell) =>
    cell.invited >= minimum ? pick(cell) : null,
  );
  // Those still to place, by the unit whose pool they are in.
  let pools = new Map<number | null, number[]>();
  combinations.forEach((cell, index) => {
    if (placed[index] === null) into(pools, cell.unitId, index);
  });
  while (pools.size > 0) {
    const next = new Map<number | null, number[]>();
    for (const [unitId, members] of pools) {
      const invited = members.reduce((sum, index) => sum + (combinations[index]?.invited ?? 0), 0);
      if (invited >= minimum) {
        for (const index of members) placed[index] = { unitId, siteId: null, options: [] };
      } else if (unitId !== null) {
        for (const index of members) into(next, parentOf(unitId), index);
      } else {
        const host = smallest(combinations, placed) ?? { unitId: null, siteId: null, options: [] };
        for (const index of members) placed[index] = host;
      }
    }
    pools = next;
  }
  return placed.map((cell) => cell ?? { unitId: null, siteId: null, options: [] });
}

function into(pools: Map<number | null, number[]>, unitId: number | null, index: number): void {
  const pool = pools.get(unitId);
  if (pool === undefined) pools.set(unitId, [index]);
  else pool.push(index);
}

function pick({ unitId, siteId, options }: Cell): Cell {
  return { unitId, siteId, options };
}

/** The placed cell with the fewest invited people, to take in the last few who fit nowhere. */
function smallest(
  combinations: readonly CountedCell[],
  placed: readonly (Cell | null)[],
): Cell | null {
  const sizes = new Map<string, { cell: Cell; invited: number }>();
  placed.forEach((cell, index) => {
    if (cell === null) return;
    const key = JSON.stringify(cell);
    const invited = (sizes.get(key)?.invited ?? 0) + (combinations[index]?.invited ?? 0);
    sizes.set(key, { cell, invited });
  });
  return [...sizes.values()].toSorted((a, b) => a.invited - b.invited)[0]?.cell ?? null;
}
