import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { requireCount, requireLevel } from "./domain.ts";
import { drawnFrom, tails } from "./tails.ts";

/** Lowest and highest share, both between 0 and 1. */
export type Interval = readonly [low: number, high: number];

/** Up to this headcount the exact interval is used for a team; above, Wilson with its correction. */
export const EXACT_UP_TO = 500;

/** Two-sided standard normal quantile: 1.96 for a level of 0.95. */
export function z(level: number): number {
  requireLevel(level);
  return normalQuantile(1 - (1 - level) / 2, 0, 1);
}

/**
 * Wilson score interval of a share: x favourable of n answers, people being a draw from a process
 * (no finite-population correction). Shares between 0 and 1; null when nobody answered.
 * Wilson (1927); recommended by Brown, Cai & DasGupta (2001).
 */
export function wilson(x: number, n: number, level = 0.95): Interval | null {
  requireCount("n", n);
  requireCount("x", x, n);
  return score(x / n, n, z(level));
}

/**
 * Wilson interval for the share of a whole team of N of whom n answered: the sample counts as
 * n(N−1)/(N−n) people, and nothing is uncertain when all answered. It may reach past what is
 * possible: `favourableInterval` clips it.
 */
export function wilsonFinite(x: number, n: number, N: number, level = 0.95): Interval | null {
  requireTeam(x, n, N);
  const quantile = z(level);
  if (n === 0) return null;
  if (n === N) return [x / n, x / n];
  return score(x / n, (n * (N - 1)) / (N - n), quantile);
}

/**
 * Exact interval for the share of favourable people in a team of N: every K that would not make
 * x of n surprising (each tail above (1 − level)/2), divided by N. Null when nobody answered.
 * About half as wide as Wilson for small teams, and never under its level (hypergeometric model).
 */
export function hypergeometric(x: number, n: number, N: number, level = 0.95): Interval | null {
  requireTeam(x, n, N);
  requireLevel(level);
  if (n === 0) return null;
  // "Exactly as unlikely" counts as surprising, whatever the last binary digit says.
  const tail = ((1 - level) / 2) * (1 + 1e-9);
  const atLeast = (K: number) => tails(drawnFrom(K, n, N), x).above;
  const atMost = (K: number) => tails(drawnFrom(K, n, N), x).below;
  const [least, most] = [x, x + N - n];
  // Both tails are monotonic in K, so each end is found by halving.
  const low = firstWhere(least, most, (K) => atLeast(K) > tail);
  const high = least + most - firstWhere(least, most, (K) => atMost(least + most - K) > tail);
  return [low / N, high / N];
}

/** The worst and the best the whole team of N could be, whatever those who did not answer think. */
export function logicalBounds(x: number, n: number, N: number): Interval | null {
  requireTeam(x, n, N);
  return n === 0 ? null : [x / N, (x + N - n) / N];
}

/**
 * Half-width of the usual interval of a share p (0–1) from n of N people: z·√(pq/n·(N−n)/(N−1)),
 * the form of the UK Civil Service People Survey's technical guide. Null when nobody answered.
 */
export function marginOfError(p: number, n: number, N: number, level = 0.95): number | null {
  requireCount("N", N);
  requireCount("n", n, N);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be between 0 and 1, not ${p}`);
  const quantile = z(level);
  if (n === 0) return null;
  if (n === N) return 0;
  return quantile * Math.sqrt(((p * (1 - p)) / n) * ((N - n) / (N - 1)));
}

/**
 * The interval shown beside a favourable share of a team of N: exact up to 500 people, Wilson with
 * its finite-population correction above. It says what the share would be "if all had answered",
 * and assumes that those who did not are like those who did.
 */
export function favourableInterval(x: number, n: number, N: number): Interval | null {
  if (N <= EXACT_UP_TO) return hypergeometric(x, n, N);
  const interval = wilsonFinite(x, n, N);
  return interval && clip(interval, logicalBounds(x, n, N));
}

function score(p: number, n: number, quantile: number): Interval | null {
  if (n === 0) return null;
  const square = quantile * quantile;
  const centre = (p + square / (2 * n)) / (1 + square / n);
  const half = (quantile / (1 + square / n)) * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  // At 0 and at n the formula lands on the edge but for rounding.
  return [p === 0 ? 0 : Math.max(0, centre - half), p === 1 ? 1 : Math.min(1, centre + half)];
}

function clip([low, high]: Interval, bounds: Interval | null): Interval {
  const [least, most] = bounds ?? [0, 1];
  return [Math.min(Math.max(low, least), most), Math.max(Math.min(high, most), least)];
}

function firstWhere(low: number, high: number, holds: (K: number) => boolean): number {
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function requireTeam(x: number, n: number, N: number): void {
  requireCount("N", N);
  requireCount("n", n, N);
  requireCount("x", x, n);
}
