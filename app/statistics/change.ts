import type { Base } from "#app/model/measure.ts";
import { requireCount } from "./domain.ts";
import { type Interval, wilson } from "./interval.ts";

/** A difference of shares smaller than this is never called one: 5 points. */
export const SMALLEST_DIFFERENCE = 0.05;

/** Under this many answers on either side a difference is not tested, and said not to be. */
export const SMALLEST_TESTED = 30;

/**
 * Interval of the difference of two independent shares, x1/n1 − x2/n2, between −1 and 1.
 * Newcombe (1998), method 10: hybrid of the two Wilson intervals. Null when a side is empty.
 */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): Interval | null {
  const first = wilson(x1, n1, level);
  const second = wilson(x2, n2, level);
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return [
    difference - Math.hypot(p1 - first[0], second[1] - p2),
    difference + Math.hypot(first[1] - p1, p2 - second[0]),
  ];
}

/**
 * What may be said of a difference. `untested`: too few people to tell. `indistinguishable`: it
 * may be chance, or is under 5 points.
 */
export type Verdict = "above" | "below" | "indistinguishable" | "untested";

export interface Difference {
  /** In points of share, −1 to 1: the difference of the two displayed (rounded) shares. */
  readonly displayed: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
}

interface Share {
  readonly value: number;
  readonly base: Base;
}

/**
 * How a share differs from another: real when the whole interval lies on one side of zero and the
 * difference is at least 5 points. Both need 30 answers. The displayed difference is that of the
 * displayed whole percents, so that a reader who subtracts finds the same number.
 */
export function differenceOfShares(a: Share, b: Share): Difference {
  const displayed = Math.round(a.value * 100) / 100 - Math.round(b.value * 100) / 100;
  const [n1, n2] = [exact(a.base), exact(b.base)];
  if (n1 === null || n2 === null || Math.min(n1, n2) < SMALLEST_TESTED) {
    return { displayed, low: null, high: null, verdict: "untested" };
  }
  const interval = newcombe(Math.round(a.value * n1), n1, Math.round(b.value * n2), n2);
  if (interval === null) return { displayed, low: null, high: null, verdict: "untested" };
  const [low, high] = interval;
  const large = Math.abs(a.value - b.value) >= SMALLEST_DIFFERENCE;
  const verdict = low > 0 && large ? "above" : high < 0 && large ? "below" : "indistinguishable";
  return { displayed, low, high, verdict };
}

/**
 * A part against the rest of the whole that contains it, so that it is not compared with itself:
 * the rest has n_whole − n_part people and the favourable people the part does not have.
 */
export function differenceFromRest(part: Share, whole: Share): Difference {
  const [n, N] = [exact(part.base), exact(whole.base)];
  if (n === null || N === null || N <= n) {
    const displayed = Math.round(part.value * 100) / 100 - Math.round(whole.value * 100) / 100;
    return { displayed, low: null, high: null, verdict: "untested" };
  }
  const favourable = Math.round(whole.value * N) - Math.round(part.value * n);
  const rest = Math.min(1, Math.max(0, favourable / (N - n)));
  requireCount("people in the rest", N - n);
  return differenceOfShares(part, { value: rest, base: { exact: N - n } });
}

function exact(base: Base): number | null {
  return "exact" in base ? base.exact : null;
}
