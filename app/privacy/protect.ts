import { type Attack, type Attacks, attacksOn, type Family } from "./attack.ts";
import type { Precision } from "./precision.ts";
import {
  coarser,
  finest,
  nextCoarser,
  type Published,
  precisionOf,
  type Showing,
} from "./published.ts";
import { insideOf, isHandy, WHOLE, wholesOf } from "./region.ts";
import type { Solver } from "./solver.ts";

/** What a reader loses with each step, against hiding the population (25). */
const loss: Record<Precision, number> = {
  exact: 0,
  hundredth: 0.1,
  fiftieth: 0.2,
  twentieth: 0.4,
  tenth: 1,
  fifth: 2,
  third: 3.2,
  half: 5,
};
const LOST = 25;
/** So many of the smallest neighbours are asked to give cover. */
const NEIGHBOURS = 12;

/**
 * How finely each population may be shown, so that no attack succeeds: everything as fine as its
 * size allows, then coarser, or hidden, where a neighbour needs cover, as cheaply as can be found;
 * then finer again wherever that was not needed in the end.
 * @param start the finest each population may be shown; null where it may not be shown at all.
 */
export function protect(solver: Solver, family: Family, start: Showing): (Precision | null)[] {
  const showing = [...start];
  const attacks = attacksOn(solver, family, showing);
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
  for (const population of showing.keys()) {
    if (showing[population] !== null || start[population] === null) continue;
    const before = [...showing];
    for (const to of ["half", "tenth"] as const) {
      put(before.with(population, to));
      coverAll(attacks, showing);
      restore(attacks, showing, start);
      coverAll(attacks, showing);
      if (lossOf(showing, attacks) < lossOf(before, attacks)) break;
      put(before);
    }
  }
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
  first: readonly Attack[] = attacks.all,
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

interface Step {
  readonly population: number;
  readonly to: Precision | null;
  readonly cost: number;
}

/**
 * Takes the cheapest step that makes an attack fail; or several small ones together; and hides only
 * when nothing coarser is left, after looking into whether that is needed.
 */
function cover(
  attack: Attack,
  attacks: Attacks,
  showing: (Precision | null)[],
): "covered" | "needless" {
  const set = (population: number, to: Precision | null) => {
    const hides = (showing[population] === null) !== (to === null);
    showing[population] = to;
    if (hides) attacks.hiddenChanged(population);
  };
  const takeOne = (steps: readonly Step[]) =>
    steps.some(({ population, to }) => {
      const before = showing[population] ?? null;
      set(population, to);
      if (!attack.succeeds()) return true;
      set(population, before);
      return false;
    });
  const steps = stepsFor(attack, showing);
  const coarser = steps.filter(({ to }) => to !== null);
  if (takeOne(coarser)) return "covered";
  const before = [...showing];
  for (const { population, to } of coarser) {
    set(population, to);
    if (!attack.succeeds()) return "covered";
  }
  for (const { population } of coarser) set(population, before[population] ?? null);
  if (!attack.succeeds(true)) return "needless";
  const hiding = steps.filter(({ to }) => to === null);
  if (takeOne(hiding)) return "covered";
  const [cheapest] = hiding;
  if (cheapest === undefined) throw new Error("Nothing is left to hide, and an attack succeeds.");
  set(cheapest.population, null);
  return "covered";
}

/** Everything that could give cover: whatever the target is in, and its neighbours there. */
function stepsFor({ read, target }: Attack, showing: (Precision | null)[]): Step[] {
  const { populations } = read.table;
  const near = new Set<number>();
  for (const [index, whole] of wholesOf(read, target.cells).entries()) {
    if (index > 0 && !isHandy(read, whole)) continue;
    for (const part of insideOf(read, whole).parts.slice(0, NEIGHBOURS)) near.add(part);
  }
  for (const cell of target.cells) for (const at of populations[cell] ?? []) near.add(at);
  const shown = [...near].filter((at) => showing[at] != null);
  const all = shown.length > 0 ? shown : [...showing.keys()].filter((at) => showing[at] != null);
  return all.flatMap((at) => coarserSteps(read, at)).toSorted((a, b) => a.cost - b.cost);
}

function coarserSteps(read: Published, population: number): Step[] {
  const n = read.n[population] ?? 0;
  const steps: Step[] = [];
  const now = precisionOf(read, population);
  for (let to = now; to !== null; ) {
    to = nextCoarser(to, n, read.reading.acts);
    const cost = (((to === null ? LOST : loss[to]) - loss[now ?? "exact"]) * Math.max(5, n)) / 5;
    steps.push({ population, to, cost });
  }
  return steps;
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
