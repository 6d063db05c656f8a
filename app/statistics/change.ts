/**
 * Whether two figures really differ: the tests, the rule that picks one, and what may be said. The
 * one door to them all; each is explained where it is written.
 */
export { compareEnps, compareMeans } from "./compare-means.ts";
export {
  compareShares,
  compareWaves,
  compareWithReference,
  compareWithRest,
} from "./compare-shares.ts";
export { type Difference, differenceFromRest, differenceOfShares } from "./difference.ts";
export {
  CHANCE,
  FAMILY_CHANCE,
  inFamily,
  SMALLEST_DIFFERENCE,
  SMALLEST_TESTED,
  smallestTested,
} from "./judgement.ts";
export { binomialExact, oneSampleZ } from "./one-sample.ts";
export { matchedDifference, mcnemarExact } from "./paired.ts";
export { rankSum } from "./rank-sum.ts";
export { teamAgainstRest } from "./team-against-rest.ts";
export { cliffDelta, hedgesG, welch, welchInterval } from "./two-means.ts";
export { finiteZ, fisherExact, fisherMidP, newcombe, pooledZ } from "./two-shares.ts";
export type { Comparison, SampleVerdict, TestName, Verdict } from "./verdict.ts";
