import normalCdf from "@stdlib/stats-base-dists-normal-cdf";

/** A statistic that is normal when there is no difference, and its two-sided p. */
export interface NormalTest {
  readonly z: number;
  readonly p: number;
}

/**
 * A difference over its standard error, with its two-sided p. Null where the standard error is 0:
 * nothing varied, so that nothing is known about chance.
 */
export function normalTest(difference: number, standardError: number): NormalTest | null {
  if (!(standardError > 0)) return null;
  const z = difference / standardError;
  return { z, p: Math.min(1, 2 * normalCdf(-Math.abs(z), 0, 1)) };
}
