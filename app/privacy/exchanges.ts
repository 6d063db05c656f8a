import type { Secret } from "./pinned.ts";
import type { World } from "./solver.ts";
import type { Surroundings } from "./surroundings.ts";

/** So many ways to change the target's count by one are kept in each direction. */
const WAYS = 3;
/** And so many steps are taken in each. */
const STEPS = 4;

/**
 * Worlds that follow from one that fits, by letting somebody in the target and somebody outside it
 * change answers: found without solving anything, and enough to show most targets open.
 */
export function exchanges({ groups, knowledge, world }: Surroundings, { apart }: Secret): World[] {
  // Two steps in one direction, or one in each, are as far apart as they have to be.
  const size = apart === 0 ? 1 : knowledge.whole ? Math.ceil(apart / 2) : apart / 2;
  const found: World[] = [world];
  const sums = knowledge.equations.map(({ unknowns }) =>
    unknowns.reduce((sum, unknown) => sum + (world[unknown] ?? 0), 0),
  );
  const inside = groups.flatMap(({ inTarget }, unknown) => (inTarget ? unknown : []));
  const outside = groups.flatMap(({ inTarget }, unknown) => (inTarget ? [] : unknown));
  for (const change of [size, -size]) {
    let [from, at] = [[...world], [...sums]];
    for (let step = 0; step < STEPS; step += 1) {
      const next = steps(from, at, change, step === 0 ? WAYS : 1);
      const [first] = next;
      if (first === undefined) break;
      found.push(...next.map(({ reached }) => reached));
      from = first.reached;
      at = first.sums;
    }
  }
  return found;

  function steps(from: number[], at: number[], change: number, ways: number) {
    const next: { reached: number[]; sums: number[] }[] = [];
    for (const one of inside) {
      if (!canChange(from, one, change)) continue;
      const out = outOfRange(at, one, change);
      if (out.length === 0) next.push(moved(from, at, one, change));
      for (const other of outside) {
        if (next.length >= ways) return next;
        if (!canChange(from, other, -change)) continue;
        const also = rowsOf(other);
        if (!out.every((row) => also.includes(row))) continue;
        const others = outOfRange(at, other, -change);
        if (others.every((row) => rowsOf(one).includes(row))) {
          next.push(moved(from, at, one, change, other));
        }
      }
    }
    return next;
  }

  function canChange(from: readonly number[], unknown: number, change: number): boolean {
    const value = (from[unknown] ?? 0) + change;
    return value >= 0 && value <= (knowledge.bounds[unknown]?.[1] ?? 0);
  }

  function rowsOf(unknown: number): readonly number[] {
    return groups[unknown]?.equations ?? [];
  }

  /** What would contradict what is known if this one changed alone. */
  function outOfRange(at: readonly number[], unknown: number, change: number): readonly number[] {
    return rowsOf(unknown).filter((row) => {
      const [least, most] = knowledge.equations[row]?.range ?? [0, 0];
      const sum = (at[row] ?? 0) + change;
      return sum < least || sum > most;
    });
  }

  /** The world in which one changes, and another the other way round. */
  function moved(from: number[], at: number[], one: number, change: number, other?: number) {
    const [reached, sums] = [[...from], [...at]];
    const add = (unknown: number, more: number) => {
      reached[unknown] = (reached[unknown] ?? 0) + more;
      for (const row of rowsOf(unknown)) sums[row] = (sums[row] ?? 0) + more;
    };
    add(one, change);
    if (other !== undefined) add(other, -change);
    return { reached, sums };
  }
}
