import { requireCount } from "./domain.ts";
import { type Interval, z } from "./interval.ts";
import { drawnWith, tails } from "./tails.ts";

/**
 * Exact test of a change in the same people: b went one way and c the other; those who did not move
 * say nothing. Two-sided binomial of b among b + c with a chance of one half (R's binom.test(b,
 * b + c); McNemar, 1947). 1 when nobody moved, or as many each way.
 */
export function mcnemarExact(b: number, c: number): number {
  requireCount("b", b);
  requireCount("c", c);
  return Math.min(1, 2 * tails(drawnWith(0.5, b + c), Math.min(b, c)).below);
}

/** Two waves of one team; those who answered both are linked, and are in both sides too. */
export interface LinkedWaves {
  readonly first: { readonly x: number; readonly n: number };
  readonly second: { readonly x: number; readonly n: number };
  /** Of those who answered both: favourable both times, then only the first, the second, never. */
  readonly both: number;
  readonly lost: number;
  readonly gained: number;
  readonly neither: number;
}

/** A change of share, second wave less first, −1 to 1. */
export interface MatchedDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * Change between two waves that share people: p1q1/n1 + p2q2/n2 − 2m·cov/(n1·n2), cov being that of
 * the m people who answered both. With everybody linked it is the paired formula; with nobody, two
 * independent shares. Null when a wave is empty.
 */
export function matchedDifference(waves: LinkedWaves, level = 0.95): MatchedDifference | null {
  requireLinked(waves);
  const quantile = z(level);
  const { first, second, both, lost, gained, neither } = waves;
  if (first.n === 0 || second.n === 0) return null;
  const m = both + lost + gained + neither;
  const covariance = m === 0 ? 0 : both / m - ((both + lost) / m) * ((both + gained) / m);
  const [p1, p2] = [first.x / first.n, second.x / second.n];
  const variance =
    (p1 * (1 - p1)) / first.n +
    (p2 * (1 - p2)) / second.n -
    (2 * m * covariance) / (first.n * second.n);
  const difference = p2 - p1;
  // Nobody changed: the variance is 0 but for rounding.
  const standardError = variance < 1e-15 ? 0 : Math.sqrt(variance);
  const half = quantile * standardError;
  const interval = [Math.max(-1, difference - half), Math.min(1, difference + half)] as const;
  return { difference, standardError, interval };
}

function requireLinked({ first, second, both, lost, gained, neither }: LinkedWaves): void {
  const counts = { "first.n": first.n, "second.n": second.n, both, lost, gained, neither };
  for (const [name, count] of Object.entries(counts)) requireCount(name, count);
  requireCount("first.x", first.x, first.n);
  requireCount("second.x", second.x, second.n);
  requireCount("both + lost", both + lost, first.x);
  requireCount("both + gained", both + gained, second.x);
  requireCount("gained + neither", gained + neither, first.n - first.x);
  requireCount("lost + neither", lost + neither, second.n - second.x);
}
