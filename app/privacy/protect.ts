import { type Attack, type Attacks, attacksOn, type Family } from "./attack.ts";
import { cover, LOST, loss } from "./cover.ts";
import type { Precision } from "./precision.ts";
import { coarser, finest, nextCoarser, type Showing } from "./published.ts";
import { WHOLE } from "./region.ts";
import type { Solver } from "./solver.ts";

/**
 * How finely each population may be shown, so that no attack succeeds: everything as fine as its
 * size allows, then coarser, or hidden, where a neighbour needs cover, as cheaply as can be found;
 * then finer again wherever that was not needed in the end.
 * @param start the finest each population may be shown; null where it may not be shown at all.
 * @param fixed populations that are out already, as `start` says: the others give all the cover.
 */
export function protect(
  solver: Solver,
  family: Family,
  start: Showing,
  fixed: ReadonlySet<number> = new Set(),
): (Precision | null)[] {
  const showing = [...start];
  const attacks = { ...attacksOn(solver, family, showing), fixed };
  coverAll(attacks, showing);
  restore(attacks, showing, start);
  coverAll(attacks, showing);
  if (family.table.populations.length <= WHOLE) exchange(attacks, showing, start);
  return showing;
}

/** Shows a hidden population and covers it by others, wherever that shows more in the end. */
function exchange(attacks: Attacks, showing: (Precision | null)[], start: Showing): void {
  const put = (other: readonly (Precision | null)[]) => {
    other.forEach((at, population) => {
      const changes = (showing[population] === null) !== (at === null);
      showing[population] = at;
      if (changes) attacks.hiddenChanged(population);
    });
  };
  // How often somebody did something has no coarser way.
  const acts = attacks.all[0]?.read.reading.acts ?? false;
  const ways = acts ? (["exact"] as const) : (["half", "tenth"] as const);
  for (const population of showing.keys()) {
    if (showing[population] !== null || start[population] === null) continue;
    const before = [...showing];
    for (const to of ways) {
      put(before.with(population, to));
      coverAll(attacks, showing);
      restore(attacks, showing, start);
      coverAll(attacks, showing);
      if (lossOf(showing, attacks) < lossOf(before, attacks)) break;
      put(before);
    }
  }
}

/** Where some are out already, only what has to do with the others can have changed. */
function firstOf(attacks: Attacks, showing: Showing): readonly Attack[] {
  if (attacks.fixed.size === 0) return attacks.all;
  const near = nearby(attacks);
  const added = [...showing.keys()].filter((population) => !attacks.fixed.has(population));
  return [...new Set(added.flatMap(near))];
}

function lossOf(showing: readonly (Precision | null)[], { all: [first] }: Attacks): number {
  return showing.reduce((sum, at, population) => {
    const n = first?.read.n[population] ?? 0;
    return sum + (n === 0 ? 0 : at === null ? LOST * 20 : loss[at]);
  }, 0);
}

/**
 * Gives cover until every attack fails. What is coarser is not always wider at both ends, so whoever
 * is near it is looked at again.
 */
function coverAll(
  attacks: Attacks,
  showing: (Precision | null)[],
  first: readonly Attack[] = firstOf(attacks, showing),
): void {
  const near = nearby(attacks);
  for (let queue = first; queue.length > 0; ) {
    const before = [...showing];
    for (const attack of queue) {
      while (attack.succeeds()) if (cover(attack, attacks, showing) === "needless") break;
    }
    const changed = [...showing.keys()].filter((at) => showing[at] !== before[at]);
    queue = [...new Set(changed.flatMap(near))];
  }
}

/** Shows again, as finely as it can be, whatever gave cover that is no longer needed. */
function restore(attacks: Attacks, showing: (Precision | null)[], start: Showing): void {
  const [first] = attacks.all;
  if (first === undefined) return;
  const near = nearby(attacks);
  const { acts = false } = first.read.reading;
  const given = showing.flatMap((at, population) => (at === start[population] ? [] : population));
  for (const population of given.toSorted(
    (a, b) => (first.read.n[b] ?? 0) - (first.read.n[a] ?? 0),
  )) {
    const settled = showing[population] ?? null;
    const n = first.read.n[population] ?? 0;
    for (
      let to = finestFrom(start, population, n, acts);
      to !== settled && to !== null;
      to = nextCoarser(to, n, acts)
    ) {
      showing[population] = to;
      if (settled === null) attacks.hiddenChanged(population);
      if (!near(population).some((attack) => attack.succeeds())) break;
      showing[population] = settled;
      if (settled === null) attacks.hiddenChanged(population);
    }
  }
}

function finestFrom(
  start: Showing,
  population: number,
  n: number,
  acts: boolean,
): Precision | null {
  const from = start[population];
  return from == null || acts ? (from ?? null) : coarser(from, finest(n));
}

/** The attacks a population may have to do with: those on targets in a whole that it is in. */
function nearby({ all }: Attacks): (population: number) => readonly Attack[] {
  const byWhole = new Map<number, Attack[]>();
  for (const attack of all) {
    for (const whole of attack.wholes) byWhole.set(whole, [...(byWhole.get(whole) ?? []), attack]);
  }
  return (population) => {
    const [first] = all;
    if (first === undefined) return [];
    if (first.read.table.populations.length <= WHOLE) return all;
    const around = [...first.read.table.around(population)];
    return [...new Set(around.flatMap((whole) => byWhole.get(whole) ?? []))];
  };
}
