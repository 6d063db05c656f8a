/**
 * What may be said of a comparison. `above`, `below`: larger than chance would explain, and than
 * the smallest difference worth naming. `indistinguishable`: may be chance, or is too small to
 * matter. `untested`: too few people to tell. `exact-difference`: everybody answered, so that the
 * difference is the team's own, and there is nothing to test.
 */
export const verdicts = [
  "above",
  "below",
  "indistinguishable",
  "untested",
  "exact-difference",
] as const;
export type Verdict = (typeof verdicts)[number];

/** A verdict of samples only, where nobody knows whether everybody answered. */
export type SampleVerdict = Exclude<Verdict, "exact-difference">;

/** The tests a comparison may rest on. */
export const tests = [
  "pooled-z",
  "fisher-mid-p",
  "mcnemar-exact",
  "overlap-z",
  "binomial-exact",
  "one-sample-z",
  "welch",
  "rank-sum",
  "enps-z",
] as const;
export type TestName = (typeof tests)[number];

/** A comparison of two sides (or of one with a fixed reference), with what may be said of it. */
export interface Comparison {
  /** First less second, unrounded, in the units of what is compared; null when a side is empty. */
  readonly difference: number | null;
  /** Interval of the difference; null where it was not tested or is exact. */
  readonly low: number | null;
  readonly high: number | null;
  /** Null where nothing was tested. */
  readonly test: TestName | null;
  readonly p: number | null;
  /** Whether the true uncertainty is smaller: two waves of one team, read as if independent. */
  readonly conservative: boolean;
  readonly verdict: Verdict;
}

/** A comparison of samples, whether or not everybody may have answered. */
export type SampleComparison = Comparison & { readonly verdict: SampleVerdict };
