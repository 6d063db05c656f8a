import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** A share at one moment, with its interval of 95 %. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One population at two moments. */
export interface Moved {
  readonly before: Measured;
  readonly after: Measured;
}

/** With fewer to compare with, it is not known how much such populations move by themselves. */
export const FEWEST_COMPARED = 3;

export interface MeasuredChange {
  readonly change: number;
  /** How the comparable populations moved, on average. */
  readonly others: number;
  /** How many they are. */
  readonly compared: number;
  /** The change beyond theirs, with its interval of 95 %. */
  readonly beyond: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: "more" | "less" | "same";
}

const LEVEL = 0.95;
const Z = 1.959963984540054;

/**
 * How a population moved between two moments beyond populations like it (difference in differences;
 * Angrist and Pischke, Mostly Harmless Econometrics, 2009, 5.2). The margin holds what chance does to
 * who answered, and how much such populations differ in how they move: the variance τ² of their
 * changes beyond sampling (method of moments), once for this population and once in the mean of the
 * k others; Student's t with k − 1 degrees of freedom. Standard errors are taken from the intervals,
 * and the two moments as independent, which is wider than they are where the same people answer. It
 * shows that something moved beyond the others, never what moved it. Null with fewer than three others.
 */
export function measuredChange(one: Moved, others: readonly Moved[]): MeasuredChange | null {
  const k = others.length;
  if (k < FEWEST_COMPARED) return null;
  const changes = others.map(changeOf);
  const average = mean(changes);
  const sampled = mean(others.map(varianceOf));
  const spread = changes.reduce((sum, each) => sum + (each - average) ** 2, 0) / (k - 1);
  const between = Math.max(0, spread - sampled);
  const variance = varianceOf(one) + between + (between + sampled) / k;
  const change = changeOf(one);
  const beyond = change - average;
  const margin = tQuantile((1 + LEVEL) / 2, k - 1) * Math.sqrt(variance);
  const [low, high] = [beyond - margin, beyond + margin];
  return {
    change,
    others: average,
    compared: k,
    beyond,
    low,
    high,
    verdict: low > 0 ? "more" : high < 0 ? "less" : "same",
  };
}

/** The same without anybody to compare with: how it moved, with its interval of 95 %. */
export function ownChange(one: Moved): {
  readonly change: number;
  readonly low: number;
  readonly high: number;
} {
  const change = changeOf(one);
  const margin = Z * Math.sqrt(varianceOf(one));
  return { change, low: change - margin, high: change + margin };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function changeOf({ before, after }: Moved): number {
  return after.value - before.value;
}

function varianceOf({ before, after }: Moved): number {
  return [before, after].reduce((sum, { low, high }) => sum + ((high - low) / (2 * Z)) ** 2, 0);
}
