import { requireNumbers } from "./numbers.ts";

export interface GiniOptions {
  /** Multiplied by n/(n − 1), so that one person doing everything gives 1 in a small group too. */
  readonly corrected?: boolean;
}

/**
 * Gini coefficient of what each person did, 0 (all alike) to 1 − 1/n (one does everything):
 * (2·Σ i·x_(i)/Σ x − (n + 1))/n with x in ascending order, as `ineq::Gini` of R by default. Whether
 * the people who did nothing are among the values changes it much: say which. Null for nobody, or
 * when nobody did anything.
 * @throws RangeError on a negative value.
 */
export function gini(
  values: readonly number[],
  { corrected = false }: GiniOptions = {},
): number | null {
  const total = requireAmounts(values);
  const n = values.length;
  if (total === 0 || (corrected && n < 2)) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const weighted = sorted.reduce((sum, value, at) => sum + (at + 1) * (value / total), 0);
  return Math.max(0, 2 * weighted - (n + 1)) / (corrected ? n - 1 : n);
}

/**
 * Share (0–1) of everything that was done by the most active tenth of the people (`share` of them,
 * rounded up to whole people). Null when nobody did anything.
 */
export function topShare(values: readonly number[], share = 0.1): number | null {
  if (!(share > 0 && share <= 1)) {
    throw new RangeError(`share must be above 0 and at most 1, not ${share}`);
  }
  const total = requireAmounts(values);
  if (total === 0) return null;
  // Without the margin a tenth of 30 people would be 3.0000000000000004, so four.
  const most = Math.ceil(values.length * share - 1e-9);
  const top = [...values].sort((a, b) => b - a).slice(0, most);
  return top.reduce((sum, value) => sum + value / total, 0);
}

/** Share (0–1) of people who did anything at all; null for nobody. */
export function participationRate(values: readonly number[]): number | null {
  requireAmounts(values);
  return values.length === 0 ? null : values.filter((value) => value > 0).length / values.length;
}

function requireAmounts(values: readonly number[]): number {
  requireNumbers("values", values);
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) {
    throw new RangeError(`values[${negative}] must be 0 or more, not ${values[negative]}`);
  }
  return values.reduce((sum, value) => sum + value, 0);
}
