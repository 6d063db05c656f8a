import { requireCount } from "./domain.ts";

/** What the error of a weighted figure rests on: any `Weighting` fits. */
interface Calibration {
  readonly weights: readonly number[];
  readonly strata: readonly (readonly string[])[];
}

/** A weighted share (or mean of an index), in the units of its values. */
export interface WeightedShare {
  readonly share: number;
  /** Null with fewer than two respondents. */
  readonly standardError: number | null;
}

/** Residuals move less than this, relatively, once the strata are taken out. */
const SETTLED = 1e-13;

/**
 * Weighted share Σwy/Σw of those who answered, and its linearised standard error: what the strata
 * do not explain of each respondent's influence u = (y − share)/Σw, e, gives
 * (1 − n/N)·n/(n−1)·Σ(we − mean)². This is R's survey::svymean after rake or postStratify from equal
 * weights with fpc = N, smaller than √designEffect times the simple error wherever the strata
 * explain the answers. `values` are 1 or 0 (or an index), null where left out: these respondents
 * count for n and for the strata, not for the share. Null when nobody answered.
 * @throws RangeError when values, weights and strata are not one a respondent, or N is under n.
 */
export function weightedShare(
  values: readonly (number | null)[],
  { weights, strata }: Calibration,
  N: number,
): WeightedShare | null {
  const n = values.length;
  requireCount("N", N);
  if (n > N) throw new RangeError(`N must be at least the ${n} respondents, not ${N}`);
  for (const [name, list] of [["weights", weights], ...strata.map((s) => ["strata", s])] as const) {
    if (list.length !== n)
      throw new RangeError(`${name} must have ${n} places, not ${list.length}`);
  }
  requireNumbers(values, weights);
  let [total, sum] = [0, 0];
  for (const [index, value] of values.entries()) {
    const weight = value === null ? 0 : (weights[index] ?? 0);
    total += weight;
    sum += weight * (value ?? 0);
  }
  if (!(total > 0)) return null;
  const share = sum / total;
  if (n < 2) return { share, standardError: null };
  const influence = values.map((value) => (value === null ? 0 : (value - share) / total));
  const left = residuals(influence, strata).map((e, index) => e * (weights[index] ?? 0));
  const mean = left.reduce((before, value) => before + value, 0) / n;
  const squares = left.reduce((before, value) => before + (value - mean) ** 2, 0);
  return { share, standardError: Math.sqrt((1 - n / N) * (n / (n - 1)) * squares) };
}

/** What is left of values once the mean of each stratum of each margin is taken out, in turn. */
function residuals(values: readonly number[], strata: readonly (readonly string[])[]): number[] {
  let left = [...values];
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let turn = 0; turn < 1000; turn += 1) {
    let moved = 0;
    for (const names of strata) {
      const means = meansOf(left, names);
      for (const mean of means.values()) moved = Math.max(moved, Math.abs(mean));
      left = left.map((value, index) => value - (means.get(names[index] ?? "") ?? 0));
    }
    if (moved <= SETTLED * scale) break;
  }
  return left;
}

function meansOf(values: readonly number[], names: readonly string[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [index, name] of names.entries()) {
    const one = sums.get(name) ?? { sum: 0, count: 0 };
    sums.set(name, { sum: one.sum + (values[index] ?? 0), count: one.count + 1 });
  }
  return new Map(Array.from(sums, ([name, { sum, count }]) => [name, sum / count]));
}

function requireNumbers(values: readonly (number | null)[], weights: readonly number[]): void {
  const odd = values.find((value) => value !== null && !Number.isFinite(value));
  if (odd !== undefined) throw new RangeError(`values must be numbers or null, not ${odd}`);
  const wrong = weights.find((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (wrong !== undefined) throw new RangeError(`weights must be 0 or more, not ${wrong}`);
}
