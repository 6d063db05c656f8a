import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { requireLevel } from "./domain.ts";
import type { Interval } from "./interval.ts";
import { requireNumbers } from "./numbers.ts";

/** Student's statistic, its degrees of freedom (rarely a whole number) and its two-sided p. */
export interface WelchTest {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Whether two means differ, the spreads being free to differ too: Welch (1947), with Satterthwaite's
 * degrees of freedom (R's t.test). Null with fewer than two answers on a side, and where nobody
 * differs from their own side, so that chance cannot be told.
 */
export function welch(a: readonly number[], b: readonly number[]): WelchTest | null {
  const spread = spreadOf(a, b);
  if (spread === null) return null;
  const { difference, standardError, df } = spread;
  const t = difference / standardError;
  return { t, df, p: Math.min(1, 2 * tCdf(-Math.abs(t), df)) };
}

/** Welch's interval of the difference of two means, a less b, in the units of the answers. */
export function welchInterval(
  a: readonly number[],
  b: readonly number[],
  level = 0.95,
): Interval | null {
  requireLevel(level);
  const spread = spreadOf(a, b);
  if (spread === null) return null;
  const half = tQuantile(1 - (1 - level) / 2, spread.df) * spread.standardError;
  return [spread.difference - half, spread.difference + half];
}

/**
 * How far apart two means are, in standard deviations within the sides: Cohen's d with the pooled
 * one, times 1 − 3/(4(n1 + n2) − 9), which takes off what few answers add (Hedges, 1981). Null with
 * fewer than two answers on a side, and where nothing varies.
 */
export function hedgesG(a: readonly number[], b: readonly number[]): number | null {
  const [first, second] = [momentsOf("a", a), momentsOf("b", b)];
  const df = a.length + b.length - 2;
  if (first === null || second === null) return null;
  const pooled = Math.sqrt((first.squares + second.squares) / df);
  if (isConstant(pooled, first.mean, second.mean)) return null;
  return ((first.mean - second.mean) / pooled) * (1 - 3 / (4 * (df + 2) - 9));
}

/**
 * How often an answer of a lies above one of b, less how often below: −1 to 1, 0 when as often
 * (Cliff, 1993). It needs no equal distance between answers. Null when a side is empty.
 */
export function cliffDelta(a: readonly number[], b: readonly number[]): number | null {
  requireNumbers("a", a);
  requireNumbers("b", b);
  if (a.length === 0 || b.length === 0) return null;
  const [mine, theirs] = [a.toSorted((x, y) => x - y), b.toSorted((x, y) => x - y)];
  let [under, upTo, dominance] = [0, 0, 0];
  for (const one of mine) {
    while (under < theirs.length && (theirs[under] ?? one) < one) under += 1;
    while (upTo < theirs.length && (theirs[upTo] ?? one) <= one) upTo += 1;
    dominance += under - (theirs.length - upTo);
  }
  return dominance / (a.length * b.length);
}

function spreadOf(a: readonly number[], b: readonly number[]) {
  const [first, second] = [momentsOf("a", a), momentsOf("b", b)];
  if (first === null || second === null) return null;
  const own = first.squares / (a.length - 1) / a.length;
  const other = second.squares / (b.length - 1) / b.length;
  const standardError = Math.sqrt(own + other);
  if (isConstant(standardError, first.mean, second.mean)) return null;
  // The two parts as shares of the whole: their squares cannot vanish or overflow.
  const [u, v] = [own / (own + other), other / (own + other)];
  const df = 1 / (u ** 2 / (a.length - 1) + v ** 2 / (b.length - 1));
  return { difference: first.mean - second.mean, standardError, df };
}

/** Mean and sum of squared distances from it; null below two answers. */
function momentsOf(name: string, values: readonly number[]) {
  requireNumbers(name, values);
  if (values.length < 2) return null;
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { mean, squares };
}

/** R's rule: a spread that is only the rounding of the means is none. */
function isConstant(spread: number, mean1: number, mean2: number): boolean {
  return !(spread > 10 * Number.EPSILON * Math.max(Math.abs(mean1), Math.abs(mean2)));
}
