import type { Population } from "#app/model/population.ts";
import { type Count, isTooTelling, plus } from "./count.ts";
import type { Thresholds } from "./policy.ts";

/** Two populations of different cuts that can be subtracted from each other. */
export interface Overlap {
  readonly one: number;
  readonly other: number;
  /** By how few people they differ (none: they are the same); null: by more, one inside the other. */
  readonly apart: number | null;
}

export interface Lattice {
  readonly populations: ReadonlyMap<number, Population>;
  readonly overlaps: readonly Overlap[];
}

/**
 * The populations to hide, for measures that are judged together (one family), until nothing under
 * the minimum can be found by subtracting shown figures from each other:
 * 1. those whose own count is too telling for any of the measures;
 * 2. everything inside a hidden unit;
 * 3. among the parts of a whole that is shown, as many of the smallest as it takes for what is left
 *    (hidden parts, and people in no part) to be neither one part nor too telling itself;
 * 4. of two populations of different cuts that differ by too few people, or one of which has the
 *    other inside it and a rest that is too telling, the one that is not the organisation; of two
 *    that are the same people, both or neither.
 * Needs the count of every population for every measure.
 */
export function hiddenPopulations(
  { populations, overlaps }: Lattice,
  measures: readonly ReadonlyMap<number, Count>[],
  thresholds: Thresholds,
): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const counts of measures) {
    for (const [population, count] of counts) {
      if (isTooTelling(count, thresholds)) hidden.add(population);
    }
  }
  const wholes = partition(populations);
  for (let before = -1; before !== hidden.size; ) {
    before = hidden.size;
    for (const { whole, parts } of wholes) {
      if (hidden.has(whole)) for (const part of parts) hidden.add(part);
      else for (const counts of measures) coverRemainder(whole, parts, counts, hidden, thresholds);
    }
    for (const overlap of overlaps) {
      hideTwins(overlap, populations, measures, hidden, thresholds);
    }
  }
  return hidden;
}

interface Whole {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** Every whole with its parts, once a cut, from the top down. */
function partition(populations: Lattice["populations"]): readonly Whole[] {
  const byKey = new Map([...populations].map(([id, { key }]) => [key, id]));
  const wholes = new Map<string, { whole: number; parts: number[] }>();
  for (const [id, { parentKey, cut }] of populations) {
    const whole = parentKey === null ? undefined : byKey.get(parentKey);
    if (whole === undefined) continue;
    const entry = wholes.get(`${cut} ${whole}`) ?? { whole, parts: [] };
    entry.parts.push(id);
    wholes.set(`${cut} ${whole}`, entry);
  }
  const depth = ({ whole }: Whole) => populations.get(whole)?.path.length ?? 0;
  return [...wholes.values()].toSorted((a, b) => depth(a) - depth(b));
}

function coverRemainder(
  whole: number,
  parts: readonly number[],
  counts: ReadonlyMap<number, Count>,
  hidden: Set<number>,
  thresholds: Thresholds,
): void {
  const total = counts.get(whole);
  if (total === undefined) return;
  const known = parts.flatMap((part) => counts.get(part) ?? []);
  const inNoPart = known.reduce((rest, count) => plus(rest, count, -1), total);
  const bySize = known.toSorted((a, b) => a.n - b.n || a.population - b.population);
  for (;;) {
    const concealed = known.filter(({ population }) => hidden.has(population));
    const left = concealed.reduce((rest, count) => plus(rest, count), inNoPart);
    const onePart = concealed.length === 1 && inNoPart.n <= 0;
    if (left.n <= 0 && concealed.length === 0) return;
    if (!onePart && !isTooTelling(left, thresholds)) return;
    const next = bySize.find(({ population }) => !hidden.has(population));
    if (next === undefined) return;
    hidden.add(next.population);
  }
}

function hideTwins(
  { one, other, apart }: Overlap,
  populations: Lattice["populations"],
  measures: readonly ReadonlyMap<number, Count>[],
  hidden: Set<number>,
  thresholds: Thresholds,
): void {
  const rests = measures.flatMap((counts) => restOf(counts.get(one), counts.get(other)));
  if (apart === 0 && rests.length === 0) {
    if (hidden.has(one)) hidden.add(other);
    if (hidden.has(other)) hidden.add(one);
    return;
  }
  const bothShown = !hidden.has(one) && !hidden.has(other);
  if (apart !== null || (bothShown && rests.some((rest) => isTooTelling(rest, thresholds)))) {
    hidden.add(populations.get(other)?.cut === "organisation" ? one : other);
  }
}

/** The larger without the smaller, which is inside it; nothing when they are as large. */
function restOf(one: Count | undefined, other: Count | undefined): Count[] {
  if (one === undefined || other === undefined || one.n === other.n) return [];
  return [one.n > other.n ? plus(one, other, -1) : plus(other, one, -1)];
}
