import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { correlations, resampled, type Square, subsetFits, unexplained } from "./correlation.ts";
import { requireCount, requireLevel } from "./domain.ts";
import type { Interval } from "./interval.ts";
import { quantileOfSorted, requireNumbers } from "./numbers.ts";
import { type Seed, seeded } from "./seeded.ts";

/** Up to this many predictors every subset is fitted (4,096 fits); beyond, Johnson's weights. */
export const LMG_UP_TO = 12;

/** The seed of every bootstrap: a page shows the same interval whenever it is computed. */
export const BOOTSTRAP_SEED: Seed = [0x6261726f, 0x6d657465, 0x72203137, 0x31333937];

/** One column a predictor, all as long as the outcome. */
export type Columns = readonly (readonly number[])[];

/** A way to share R² out: both add up to it, and agree exactly for two predictors. */
export type Sharing = "lmg" | "johnson";

/** Complete answers needed before p themes may be ranked: 100, and ten a theme. */
export function casesToRank(p: number): number {
  requireCount("p", p);
  return Math.max(100, 10 * p);
}

/** Whether n complete answers are enough to rank p themes (UK Civil Service: never under 100). */
export function mayRankDrivers(n: number, p: number): boolean {
  requireCount("n", n);
  return p > 0 && n >= casesToRank(p);
}

/**
 * Share of R² (0–1) that goes to each predictor: the mean of what it adds to R² over every order
 * in which they can enter the regression. Lindeman, Merenda & Gold (1980); the Shapley value;
 * `lmg` of R's relaimpo. In the order of the predictors; they add up to R².
 *
 * Null for a predictor that does not vary (the others are shared out without it); null for all
 * when the outcome does not vary or when one predictor is an exact combination of others, where
 * no split can be told from another.
 * @throws RangeError on unequal lengths, a value that is not finite, or more than 12 predictors.
 */
export function lmg(y: readonly number[], predictors: Columns): (number | null)[] {
  if (predictors.length > LMG_UP_TO) {
    throw new RangeError(`predictors must be ${LMG_UP_TO} at most: johnson takes more`);
  }
  return shareOut("lmg", predictors.length, tableOf(y, predictors));
}

/**
 * Johnson's relative weights (2000): R² shared out through the orthogonal variables nearest to the
 * predictors. With R the correlations of the predictors and r those with the outcome, L = R^½,
 * b = L⁻¹r, weight j = Σ L_jk²b_k². The same as Genizi's (1993) `genizi` of relaimpo; they add up
 * to R². Same nulls and errors as `lmg`, for any number of predictors.
 */
export function johnson(y: readonly number[], predictors: Columns): (number | null)[] {
  return shareOut("johnson", predictors.length, tableOf(y, predictors));
}

/**
 * Variance inflation of each predictor, 1/(1 − R²) of it on the others, from 1 up; above 5 two
 * themes say much the same. Null for one that does not vary or is an exact combination of others,
 * where it is infinite.
 */
export function vif(predictors: Columns): (number | null)[] {
  requireColumns(predictors[0]?.length ?? 0, predictors);
  const table = correlations(predictors);
  return predictors.map((_, j) => {
    const others = predictors.map((_, i) => i).filter((i) => i !== j);
    const rest = unexplained(table, j, others);
    return rest === 0 ? null : 1 / rest;
  });
}

export interface Bootstrap {
  readonly replicates?: number;
  readonly level?: number;
  readonly seed?: Seed;
}

/**
 * Percentile intervals of the shares: people drawn with replacement, 1,000 times, from one fixed
 * seed (xoshiro128**), the quantiles being R's type 7; `perc` of relaimpo's booteval. A draw in
 * which a share is undefined is left out of its quantiles; null when the share itself is, or when
 * more than one draw in ten was lost.
 */
export function driverIntervals(
  y: readonly number[],
  predictors: Columns,
  sharing: Sharing = predictors.length > LMG_UP_TO ? "johnson" : "lmg",
  { replicates = 1000, level = 0.95, seed = BOOTSTRAP_SEED }: Bootstrap = {},
): (Interval | null)[] {
  requireLevel(level);
  requireCount("replicates", replicates);
  const whole = sharing === "lmg" ? lmg(y, predictors) : johnson(y, predictors);
  const tableOfDraw = resampled([...predictors, y]);
  const draw = seeded(seed);
  const drawn = predictors.map((): number[] => []);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const times = new Uint32Array(y.length);
    for (let one = 0; one < y.length; one += 1) {
      const row = Math.floor(draw() * y.length);
      times[row] = (times[row] ?? 0) + 1;
    }
    const shares = shareOut(sharing, predictors.length, tableOfDraw(times));
    for (const [j, share] of shares.entries()) if (share !== null) drawn[j]?.push(share);
  }
  return drawn.map((shares, j) => {
    if (whole[j] === null || shares.length < 0.9 * replicates) return null;
    shares.sort((a, b) => a - b);
    const low = quantileOfSorted(shares, (1 - level) / 2);
    const high = quantileOfSorted(shares, (1 + level) / 2);
    return low === null || high === null ? null : [low, high];
  });
}

function tableOf(y: readonly number[], predictors: Columns): Square {
  requireNumbers("y", y);
  requireColumns(y.length, predictors);
  return correlations([...predictors, y]);
}

function requireColumns(length: number, predictors: Columns): void {
  for (const [j, column] of predictors.entries()) {
    if (column.length !== length) {
      throw new RangeError(`predictors[${j}] must have ${length} values, not ${column.length}`);
    }
    requireNumbers(`predictors[${j}]`, column);
  }
}

/** The last row of the table is the outcome's. */
function shareOut(sharing: Sharing, p: number, table: Square): (number | null)[] {
  const varying = table.flatMap((row, i) => (i < p && row[i] === 1 ? [i] : []));
  const nowhere = new Array<number | null>(p).fill(null);
  const combined = varying.some(
    (i) =>
      unexplained(
        table,
        i,
        varying.filter((other) => other !== i),
      ) === 0,
  );
  if (table[p]?.[p] !== 1 || combined) return nowhere;
  const kept = [...varying, p];
  const rows = kept.map((i) => kept.map((j) => table[i]?.[j] ?? 0));
  const shares = sharing === "lmg" ? byOrders(rows) : byNearest(rows);
  for (const [at, share] of shares.entries()) nowhere[varying[at] ?? p] = share;
  return nowhere;
}

function byOrders(table: Square): number[] {
  const p = table.length - 1;
  const fits = subsetFits(table);
  // A subset of s others comes before a predictor in s!(p − s − 1)! of the p! orders.
  const chances = [1 / p];
  for (let s = 1; s < p; s += 1) chances.push(((chances[s - 1] ?? 0) * s) / (p - s));
  return Array.from({ length: p }, (_, j) => {
    let share = 0;
    for (let subset = 0; subset < fits.length; subset += 1) {
      if (subset & (1 << j)) continue;
      const added = (fits[subset | (1 << j)] ?? 0) - (fits[subset] ?? 0);
      share += (chances[bits(subset)] ?? 0) * added;
    }
    return share;
  });
}

function bits(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

function byNearest(table: Square): number[] {
  const p = table.length - 1;
  if (p === 0) return [];
  const among = new Matrix(table.slice(0, p).map((row) => row.slice(0, p)));
  const withOutcome = Matrix.columnVector(table.slice(0, p).map((row) => row[p] ?? 0));
  const { eigenvectorMatrix: V, realEigenvalues } = new EigenvalueDecomposition(among, {
    assumeSymmetric: true,
  });
  const power = (exponent: number) =>
    V.mmul(Matrix.diag(realEigenvalues.map((value) => value ** exponent))).mmul(V.transpose());
  const squares = power(-0.5)
    .mmul(withOutcome)
    .to1DArray()
    .map((b) => b * b);
  const nearest = power(0.5).to2DArray();
  return nearest.map((row) => row.reduce((sum, l, k) => sum + l * l * (squares[k] ?? 0), 0));
}
