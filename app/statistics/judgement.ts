import type { Interval } from "./interval.ts";
import { holm } from "./multiplicity.ts";
import type { Comparison, SampleComparison, TestName, Verdict } from "./verdict.ts";

/** A difference of shares smaller than this is never called one: 5 points. */
export const SMALLEST_DIFFERENCE = 0.05;

/**
 * Answers under which a comparison is not tested, and said not to be: one question, a theme of
 * several, an index (UK Civil Service People Survey, technical guide 2019).
 */
export const smallestTested = { question: 30, theme: 20, index: 10 } as const;
export type Kind = keyof typeof smallestTested;

/** The same for one question, and for every figure of which the kind is not known. */
export const SMALLEST_TESTED = smallestTested.question;

/** A p up to this is more than chance; in a family, up to this share of findings may be false. */
export const CHANCE = 0.05;

/**
 * The chance of even one false movement among all that a page shows at once. Half of the usual one, so
 * that of a hundred companies in which nothing happened hardly more than two are told of something.
 */
export const FAMILY_CHANCE = 0.025;

/** What was found of a difference; nulls where a test could not say. */
export interface Finding {
  readonly difference: number;
  readonly interval: Interval | null;
  readonly test: TestName | null;
  readonly p: number | null;
  readonly conservative?: boolean;
}

/**
 * Above or below only where the test, the interval and the size agree: p of 0.05 or less, the
 * interval clear of zero, and a difference worth naming. A reader never sees a verdict beside an
 * interval that contradicts it.
 */
export function judged(finding: Finding, smallest: number): SampleComparison {
  const { difference, interval, test, p, conservative = false } = finding;
  const [low, high] = interval ?? [null, null];
  const clear = low === null || high === null || low > 0 || high < 0;
  // Two shares 5 points apart may be 4.999… to a computer.
  const large = difference !== 0 && Math.abs(difference) >= smallest - 1e-12;
  const real = p !== null && p <= CHANCE && clear && large;
  const verdict = !real ? "indistinguishable" : difference > 0 ? "above" : "below";
  return { difference, low, high, test, p, conservative, verdict };
}

/** Too few people to tell, whatever the difference. */
export function untested(difference: number | null): SampleComparison {
  return { ...silent(difference), verdict: "untested" };
}

/** Everybody answered on both sides: the difference is what it is. */
export function exactDifference(difference: number): Comparison {
  return { ...silent(difference), verdict: "exact-difference" };
}

/**
 * What remains of a family of comparisons, which is all that one person sees at once (one wave, one
 * unit, all questions): those that Holm's rule no longer tells from chance become indistinguishable.
 * Each keeps its own p; what was not tested does not count.
 * @param chance of even one false finding among them.
 */
export function inFamily<T extends { readonly p: number | null; readonly verdict: Verdict }>(
  comparisons: readonly T[],
  chance = FAMILY_CHANCE,
): T[] {
  const adjusted = holm(comparisons.map(({ p }) => p));
  const isAlone = comparisons.filter(({ p }) => p !== null).length < 2;
  const allowed = isAlone ? CHANCE : chance;
  return comparisons.map((one, place) => {
    const p = adjusted[place] ?? null;
    const called = one.verdict === "above" || one.verdict === "below";
    return called && p !== null && p > allowed ? { ...one, verdict: "indistinguishable" } : one;
  });
}

function silent(difference: number | null) {
  return { difference, low: null, high: null, test: null, p: null, conservative: false };
}
