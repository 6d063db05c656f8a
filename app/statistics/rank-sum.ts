import { normalTest } from "./normal.ts";
import { averageRanks, requireNumbers } from "./numbers.ts";

/** From this many answers on a side the normal law is used, as in R's wilcox.test. */
export const RANKS_EXACT_BELOW = 50;

/** Mann and Whitney's statistic with its two-sided p. */
export interface RankSum {
  /** Pairs where a's answer lies above b's, a tie counting for a half (R's W). */
  readonly w: number;
  readonly p: number;
  /** Whether p counts every way to share out the ranks, ties as they are. */
  readonly exact: boolean;
}

/**
 * Whether one side tends to answer higher: Wilcoxon (1945), Mann & Whitney (1947). With fewer than
 * 50 answers on both sides p is exact, ties included (Streitberg & Röhmel, 1986; coin's
 * distribution = "exact"): the share of all ways to split the answers that lie as far from the
 * middle as this one. Otherwise it is normal, corrected for ties and continuity (R's exact =
 * FALSE). 1 when all answers are equal; null when a side is empty.
 */
export function rankSum(a: readonly number[], b: readonly number[]): RankSum | null {
  requireNumbers("a", a);
  requireNumbers("b", b);
  const [n1, n2] = [a.length, b.length];
  if (n1 === 0 || n2 === 0) return null;
  // Twice the ranks: whole numbers, whatever is tied.
  const ranks = averageRanks([...a, ...b]).map((rank) => 2 * rank);
  const sum = ranks.slice(0, n1).reduce((total, rank) => total + rank, 0);
  const w = sum / 2 - (n1 * (n1 + 1)) / 2;
  const exact = n1 < RANKS_EXACT_BELOW && n2 < RANKS_EXACT_BELOW;
  // The smaller side is as far from its middle as the larger one is.
  const distance = Math.abs(sum - n1 * (n1 + n2 + 1));
  const p = exact ? asFar(ranks, Math.min(n1, n2), distance) : normal(ranks, n1, n2, distance / 2);
  return { w, p, exact };
}

/** Share of the ways to choose `size` of the ranks whose sum is at least so far from the middle. */
function asFar(ranks: readonly number[], size: number, distance: number): number {
  const least = Math.min(...ranks);
  const most = ranks.toSorted((x, y) => y - x).slice(0, size);
  const width = most.reduce((total, rank) => total + rank - least, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(width + 1));
  ways[0]?.fill(1, 0, 1);
  for (const rank of ranks) {
    const shift = rank - least;
    for (let chosen = size; chosen > 0; chosen -= 1) {
      const [to, from] = [ways[chosen], ways[chosen - 1]];
      for (let sum = width; to && from && sum >= shift; sum -= 1) {
        to[sum] = (to[sum] ?? 0) + (from[sum - shift] ?? 0);
      }
    }
  }
  const middle = size * (ranks.length + 1 - least);
  let [far, all] = [0, 0];
  ways[size]?.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - middle) >= distance) far += count;
  });
  return far / all;
}

function normal(ranks: readonly number[], n1: number, n2: number, distance: number): number {
  const n = n1 + n2;
  const tied = new Map<number, number>();
  for (const rank of ranks) tied.set(rank, (tied.get(rank) ?? 0) + 1);
  const ties = [...tied.values()].reduce((sum, t) => sum + t * t * t - t, 0);
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  return normalTest(Math.max(0, distance - 0.5), Math.sqrt(variance))?.p ?? 1;
}
