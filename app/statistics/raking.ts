import type { Column } from "./margins.ts";

/** When raking stops: after so many rounds, and how large a relative error still counts as met. */
export interface Limits {
  readonly maxIterations: number;
  readonly tolerance: number;
}

/** Weights after raking, and how far from the margins they are. */
export interface Fit {
  readonly weights: readonly number[];
  readonly iterations: number;
  readonly largestError: number;
  readonly withinCap: boolean;
}

/** Once met, margins are raked on to here: rounds are cheap, and the result no longer depends on them. */
const EXACT = 1e-11;

/** How often weights are cut and raked again before giving up on the cap. */
const CUTS = 20;

/** Rakes weights to all columns in turn until their margins are met. */
export function fit(
  from: readonly number[],
  columns: readonly Column[],
  { maxIterations, tolerance }: Limits,
): Fit {
  const weights = Float64Array.from(from);
  let iterations = 0;
  let largestError = largestErrorOf(weights, columns);
  while (iterations < maxIterations && largestError > Math.min(EXACT, tolerance)) {
    for (const { places, targets } of columns) {
      const sums = sumsOf(weights, places, targets.length);
      const factors = targets.map((target, place) => target / (sums[place] || Infinity));
      for (let row = 0; row < weights.length; row += 1) {
        weights[row] = (weights[row] ?? 0) * (factors[places[row] ?? 0] ?? 0);
      }
    }
    iterations += 1;
    largestError = largestErrorOf(weights, columns);
  }
  return { weights: Array.from(weights), iterations, largestError, withinCap: true };
}

/**
 * Rakes, cuts weights above `cap` times their mean and rakes again, up to 20 times. The last step
 * is always raking: margins are met before the cap is, and `withinCap` says whether both are.
 */
export function trimmed(
  from: readonly number[],
  columns: readonly Column[],
  limits: Limits,
  cap: number,
): Fit {
  let raked = fit(from, columns, limits);
  let iterations = raked.iterations;
  for (let cut = 0; cut < CUTS && !isWithin(raked.weights, cap); cut += 1) {
    const most = cap * meanOf(raked.weights);
    raked = fit(
      raked.weights.map((weight) => Math.min(weight, most)),
      columns,
      limits,
    );
    iterations += raked.iterations;
  }
  return { ...raked, iterations, withinCap: isWithin(raked.weights, cap) };
}

function isWithin(weights: readonly number[], cap: number): boolean {
  const most = cap * meanOf(weights) * (1 + 1e-6);
  return weights.every((weight) => weight <= most);
}

function meanOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
}

function largestErrorOf(weights: Float64Array, columns: readonly Column[]): number {
  let largest = 0;
  for (const { places, targets } of columns) {
    const sums = sumsOf(weights, places, targets.length);
    for (const [place, target] of targets.entries()) {
      largest = Math.max(largest, Math.abs((sums[place] ?? 0) - target) / target);
    }
  }
  return largest;
}

function sumsOf(weights: Float64Array, places: Int32Array, categories: number): Float64Array {
  const sums = new Float64Array(categories);
  for (let row = 0; row < weights.length; row += 1) {
    const place = places[row] ?? 0;
    sums[place] = (sums[place] ?? 0) + (weights[row] ?? 0);
  }
  return sums;
}
