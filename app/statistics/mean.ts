import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { requireCount, requireLevel } from "./domain.ts";
import type { Interval } from "./interval.ts";

/** What SQL hands over of a scale: how many answers, their sum and the sum of their squares. */
export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** Mean of a scale, in its own units; null when nobody answered. */
export function mean({ n, sum }: Moments): number | null {
  requireCount("n", n);
  return n === 0 ? null : sum / n;
}

/**
 * Student's interval of a mean, in the units of the scale: mean ± t(n−1)·s/√n.
 * Null below two answers, where no spread is known.
 */
export function meanInterval({ n, sum, squares }: Moments, level = 0.95): Interval | null {
  requireCount("n", n);
  requireLevel(level);
  if (n < 2) return null;
  const centre = sum / n;
  const variance = Math.max(0, (squares - n * centre * centre) / (n - 1));
  const half = tQuantile(1 - (1 - level) / 2, n - 1) * Math.sqrt(variance / n);
  return [centre - half, centre + half];
}
