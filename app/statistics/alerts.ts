import { requireCount } from "./domain.ts";
import { average, requireNumbers } from "./numbers.ts";

/** Weeks a baseline is made of, at least. */
export const SMALLEST_BASELINE = 10;

/** Mean moving range of two over the standard deviation, for normal values (d2 of Shewhart charts). */
const RANGE_OF_TWO = 1.128;

/** Relative movements smaller than this are rounding, not movement. */
const STILL = 1e-9;

export interface Baseline {
  readonly centre: number;
  readonly sigma: number;
}

/**
 * What is usual: the mean, and the mean moving range divided by 1.128, which a slow drift does not
 * inflate as it does a standard deviation (qcc's "MR"). In the units of the values, which come in
 * order of time. Null under ten values, or when nothing ever moved.
 */
export function baseline(values: readonly number[], least = SMALLEST_BASELINE): Baseline | null {
  requireNumbers("values", values);
  requireCount("least", least);
  const centre = average(values);
  const sigma = (average(ranges(values)) ?? 0) / RANGE_OF_TWO;
  const size = Math.max(...values.map(Math.abs));
  if (centre === null || values.length < least || sigma <= STILL * size) return null;
  return { centre, sigma };
}

export interface ChartPoint {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly beyond: "above" | "below" | null;
}

export interface SharePoint extends ChartPoint {
  /** Distance from the centre in standard deviations, over-dispersion included. */
  readonly z: number;
}

export interface ShareChart {
  readonly centre: number;
  /** How many times more the weeks differ than draws of so many people would (Laney's sigma_z). */
  readonly sigmaZ: number;
  readonly points: readonly SharePoint[];
}

/**
 * Chart of weekly shares x/n, Laney's p′ (2002): with p̄ of the baseline, σ_i = √(p̄(1 − p̄)/n_i) and
 * z_i = (p_i − p̄)/σ_i, the limits are p̄ ± 3σ_i·σ_z, σ_z the mean moving range of the baseline's z
 * divided by 1.128; cut at 0 and 1. `weeks`: how many of the first weeks are the baseline (all,
 * unless told). Null under ten of them, or when the baseline's shares never moved.
 * @throws RangeError when x is not a count of n, or a week has nobody.
 */
export function pChart(
  x: readonly number[],
  n: readonly number[],
  weeks = x.length,
): ShareChart | null {
  if (n.length !== x.length) {
    throw new RangeError(`n must have ${x.length} values, not ${n.length}`);
  }
  requireCount("weeks", weeks, x.length);
  const shares = x.map((active, week) => {
    const people = n[week] ?? 0;
    requireCount(`n[${week}]`, people);
    if (people === 0) throw new RangeError(`n[${week}] must be 1 or more`);
    requireCount(`x[${week}]`, active, people);
    return { value: active / people, active, people };
  });
  const usual = shares.slice(0, weeks);
  if (usual.length < SMALLEST_BASELINE) return null;
  const centre = total(usual.map((one) => one.active)) / total(usual.map((one) => one.people));
  if (centre === 0 || centre === 1) return null;
  const drawn = shares.map(({ people }) => Math.sqrt((centre * (1 - centre)) / people));
  const distances = shares.map(({ value }, week) => (value - centre) / (drawn[week] ?? 1));
  const sigmaZ = (average(ranges(distances.slice(0, weeks))) ?? 0) / RANGE_OF_TWO;
  if (sigmaZ < STILL) return null;
  const points = shares.map(({ value }, week) => {
    const half = 3 * sigmaZ * (drawn[week] ?? 0);
    const z = (distances[week] ?? 0) / sigmaZ;
    const [low, high] = [Math.max(0, centre - half), Math.min(1, centre + half)];
    return { value, z, low, high, beyond: beyond(z, 3) };
  });
  return { centre, sigmaZ, points };
}

export interface EwmaOptions {
  /** Weight of the newest value. */
  readonly lambda?: number;
  /** Distance of the limits, in standard deviations of the average. */
  readonly width?: number;
}

/**
 * Exponentially weighted moving average (Roberts, 1959) for drifts: e_t = λx_t + (1 − λ)e_(t−1)
 * from the centre, limits centre ± Lσ√(λ/(2 − λ)·(1 − (1 − λ)^2t)), the exact ones of each week
 * (qcc::ewma); λ = 0.2 and L = 3. In the units of the values.
 */
export function ewma(
  values: readonly number[],
  { centre, sigma }: Baseline,
  { lambda = 0.2, width = 3 }: EwmaOptions = {},
): ChartPoint[] {
  requireNumbers("values", values);
  requireBaseline(centre, sigma);
  if (!(lambda > 0 && lambda <= 1)) {
    throw new RangeError(`lambda must be above 0 and at most 1, not ${lambda}`);
  }
  let value = centre;
  return values.map((one, week) => {
    value = lambda * one + (1 - lambda) * value;
    const spread = (lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (week + 1)));
    const half = width * sigma * Math.sqrt(spread);
    const where = beyond(value - centre, half);
    return { value, low: centre - half, high: centre + half, beyond: where };
  });
}

export interface CusumPoint {
  /** Sums of what exceeds k above and below, in standard deviations; both 0 or more. */
  readonly up: number;
  readonly down: number;
  readonly beyond: "above" | "below" | null;
}

export interface CusumOptions {
  /** Slack: half the shift that is looked for, in standard deviations. */
  readonly k?: number;
  /** Decision limit, in standard deviations. */
  readonly h?: number;
}

/**
 * Tabular cumulative sums (Page, 1954): up_t = max(0, up_(t−1) + z_t − k), down likewise with −z_t,
 * z in standard deviations from the centre; beyond when a sum exceeds h. k = 0.5, h = 5, from 0 and
 * never set back (qcc::cusum, which writes `down` negative).
 */
export function cusum(
  values: readonly number[],
  { centre, sigma }: Baseline,
  { k = 0.5, h = 5 }: CusumOptions = {},
): CusumPoint[] {
  requireNumbers("values", values);
  requireBaseline(centre, sigma);
  if (!(k >= 0 && h > 0)) throw new RangeError("k must be 0 or more, and h above 0");
  let [up, down] = [0, 0];
  return values.map((value) => {
    const z = (value - centre) / sigma;
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    return { up, down, beyond: beyond(up > down ? up : -down, h) };
  });
}

/**
 * Where a level shifted once: how many values come before the shift that leaves the least squares
 * around the two means, each side holding at least 15 % of them (strucchange's `breakpoints` with
 * one break; Bai & Perron, 1998). It says where, not whether. Null when nothing
 * moved, or a side would hold under two.
 */
export function singleBreak(values: readonly number[], trim = 0.15): number | null {
  requireNumbers("values", values);
  const least = Math.max(2, Math.floor(values.length * trim));
  const all = total(values);
  let [best, gain, before] = [null as number | null, 0, 0];
  for (const [at, value] of values.entries()) {
    before += value;
    const [left, right] = [at + 1, values.length - at - 1];
    if (left < least || right < least) continue;
    const separated =
      (left * right * (before / left - (all - before) / right) ** 2) / values.length;
    if (separated > gain) [best, gain] = [left, separated];
  }
  return best;
}

function ranges(values: readonly number[]): number[] {
  return values.slice(1).map((value, before) => Math.abs(value - (values[before] ?? value)));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

function beyond(distance: number, limit: number): "above" | "below" | null {
  if (Math.abs(distance) <= limit) return null;
  return distance > 0 ? "above" : "below";
}

function requireBaseline(centre: number, sigma: number): void {
  requireNumbers("centre and sigma", [centre, sigma]);
  if (!(sigma > 0)) throw new RangeError(`sigma must be above 0, not ${sigma}`);
}
