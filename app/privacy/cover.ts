import type { Attack, Attacks } from "./attack.ts";
import type { Precision } from "./precision.ts";
import { nextCoarser, type Published, precisionOf } from "./published.ts";
import { insideOf, isHandy, wholesOf } from "./region.ts";

/** What a reader loses with each step, against hiding the population (25). */
export const loss: Record<Precision, number> = {
  exact: 0,
  hundredth: 0.1,
  fiftieth: 0.2,
  twentieth: 0.4,
  tenth: 1,
  fifth: 2,
  third: 3.2,
  half: 5,
};
export const LOST = 25;
/** So many of the smallest neighbours are asked to give cover. */
const NEIGHBOURS = 12;

interface Step {
  readonly population: number;
  readonly to: Precision | null;
  readonly cost: number;
}

/**
 * Takes the cheapest step that makes an attack fail; or several small ones together; and hides only
 * when nothing coarser is left, after looking into whether that is needed.
 */
export function cover(
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
  const steps = stepsFor(attack, attacks, showing);
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
  // Nothing is shown any more: whatever is open no wider than this is so without us.
  if (cheapest === undefined) return "needless";
  set(cheapest.population, null);
  return "covered";
}

/** Everything that could give cover: whatever the target is in, and its neighbours there. */
function stepsFor(
  { read, target }: Attack,
  { fixed }: Attacks,
  showing: (Precision | null)[],
): Step[] {
  const { populations } = read.table;
  const near = new Set<number>();
  for (const [index, whole] of wholesOf(read, target.cells).entries()) {
    if (index > 0 && !isHandy(read, whole)) continue;
    for (const part of insideOf(read, whole).parts.slice(0, NEIGHBOURS)) near.add(part);
  }
  for (const cell of target.cells) for (const at of populations[cell] ?? []) near.add(at);
  const gives = (at: number) => showing[at] != null && !fixed.has(at);
  const shown = [...near].filter(gives);
  const all = shown.length > 0 ? shown : [...showing.keys()].filter(gives);
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
