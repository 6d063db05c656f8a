import { type Enps, enpsDifference, enpsInterval } from "./enps.ts";
import { exactDifference, judged, smallestTested, untested } from "./judgement.ts";
import { average, requireNumbers } from "./numbers.ts";
import { rankSum } from "./rank-sum.ts";
import { welch, welchInterval } from "./two-means.ts";
import type { Comparison } from "./verdict.ts";

/** Under this many answers on a side, ranks are counted exactly instead of trusting Welch's t. */
export const RANKS_BELOW = 15;

/** On an index of 0–100, and for eNPS, a smaller difference is never called one. */
export const SMALLEST_POINTS = 5;

/** One value for each person who answered all of an index, of a headcount where it is known. */
export interface Sample {
  readonly values: readonly number[];
  readonly headcount?: number;
}

/**
 * Two means of an index (0–100), first less second: Welch's t; ranks, exactly, where a side has
 * fewer than 15 people or nobody differs from their own side. Two complete counts are not tested.
 * On another scale, say what difference is worth naming.
 */
export function compareMeans(
  first: Sample,
  second: Sample,
  smallest: number = SMALLEST_POINTS,
): Comparison {
  const [a, b] = [first.values, second.values];
  requireNumbers("first", a);
  requireNumbers("second", b);
  const [mean1, mean2] = [average(a), average(b)];
  if (mean1 === null || mean2 === null) return untested(null);
  const difference = mean1 - mean2;
  if (first.headcount === a.length && second.headcount === b.length) {
    return exactDifference(difference);
  }
  if (Math.min(a.length, b.length) < smallestTested.index) return untested(difference);
  const interval = welchInterval(a, b);
  const t = Math.min(a.length, b.length) < RANKS_BELOW ? null : welch(a, b);
  if (t !== null) return judged({ difference, interval, test: "welch", p: t.p }, smallest);
  const p = rankSum(a, b)?.p ?? null;
  return judged({ difference, interval, test: "rank-sum", p }, smallest);
}

/** An eNPS with how many answered, of a headcount where it is known. */
export interface EnpsSide extends Enps {
  readonly n: number;
  readonly headcount?: number;
}

/** Two eNPS of groups that share nobody, first less second, without finite-population correction. */
export function compareEnps(first: EnpsSide, second: EnpsSide): Comparison {
  if (first.n === 0 || second.n === 0) return untested(null);
  const { value: difference, standardError, p } = enpsDifference(first, second);
  if (first.headcount === first.n && second.headcount === second.n) {
    return exactDifference(difference);
  }
  if (Math.min(first.n, second.n) < smallestTested.index) return untested(difference);
  const half = enpsInterval({ value: 0, standardError })[1];
  const interval = [difference - half, difference + half] as const;
  return judged({ difference, interval, test: "enps-z", p }, SMALLEST_POINTS);
}
