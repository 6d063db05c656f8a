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
      const alone = moved(from, at, [[one, change]]);
      if (alone !== null) next.push(alone);
      for (const other of outside) {
        if (next.length >= ways) return next;
        if (!canChange(from, other, -change)) continue;
        const both = moved(from, at, [
          [one, change],
          [other, -change],
        ]);
        if (both !== null) next.push(both);
      }
    }
    return next;
  }

  function canChange(from: readonly number[], unknown: number, change: number): boolean {
    const value = (from[unknown] ?? 0) + change;
    return value >= 0 && value <= (knowledge.bounds[unknown]?.[1] ?? 0);
  }

  /** The world after some changes, or null where it contradicts what is known. */
  function moved(from: readonly number[], at: readonly number[], changes: [number, number][]) {
    const shifts = new Map<number, number>();
    for (const [unknown, change] of changes) {
      for (const row of groups[unknown]?.equations ?? []) {
        shifts.set(row, (shifts.get(row) ?? 0) + change);
      }
    }
    for (const [row, shift] of shifts) {
      if (shift === 0) continue;
      const [least, most] = knowledge.equations[row]?.range ?? [0, 0];
      const sum = (at[row] ?? 0) + shift;
      if (sum < least || sum > most) return null;
    }
    const [reached, sums] = [[...from], [...at]];
    for (const [unknown, change] of changes) reached[unknown] = (reached[unknown] ?? 0) + change;
    for (const [row, shift] of shifts) sums[row] = (sums[row] ?? 0) + shift;
    return { reached, sums };
  }
}
