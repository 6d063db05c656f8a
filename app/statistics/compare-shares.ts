import { requireCount, requireTwoCounts } from "./domain.ts";
import { wilson } from "./interval.ts";
import {
  exactDifference,
  judged,
  type Kind,
  SMALLEST_DIFFERENCE,
  smallestTested,
  untested,
} from "./judgement.ts";
import { normalTest } from "./normal.ts";
import { binomialExact, oneSampleZ } from "./one-sample.ts";
import { type LinkedWaves, matchedDifference, mcnemarExact } from "./paired.ts";
import { restOf } from "./team-against-rest.ts";
import { fisherMidP, newcombe, pooledZ } from "./two-shares.ts";
import type { Comparison, SampleComparison } from "./verdict.ts";

/** Under this many expected on any side, the normal law is not trusted with shares. */
export const SMALLEST_EXPECTED = 5;

/** Favourable people among those who answered, of a headcount where it is known. */
export interface Side {
  readonly x: number;
  readonly n: number;
  readonly headcount?: number;
}

export interface ShareRules {
  /** What is compared sets how many answers a test needs; a question unless said. */
  readonly kind?: Kind;
  /** Whether the sides share people nobody linked, so that the true uncertainty is smaller. */
  readonly conservative?: boolean;
}

/**
 * Two independent shares, first less second: Newcombe's interval with Fisher's mid-p where fewer
 * than 5 are expected anywhere, with the pooled z otherwise. Two complete counts are not tested.
 */
export function compareShares(first: Side, second: Side, rules: ShareRules = {}): Comparison {
  requireSide("first", first);
  requireSide("second", second);
  const complete = isComplete(first) && isComplete(second);
  return complete
    ? exactDifference(first.x / first.n - second.x / second.n)
    : compareSamples(first, second, rules);
}

/** The same where nobody knows, or it does not matter, whether everybody answered. */
export function compareSamples(
  first: Side,
  second: Side,
  { kind = "question", conservative = false }: ShareRules = {},
): SampleComparison {
  const [x1, n1, x2, n2] = [first.x, first.n, second.x, second.n] as const;
  requireTwoCounts(x1, n1, x2, n2);
  const interval = newcombe(x1, n1, x2, n2);
  if (interval === null) return untested(null);
  const difference = x1 / n1 - x2 / n2;
  if (Math.min(n1, n2) < smallestTested[kind]) return untested(difference);
  const few = fewestExpected(x1, n1, x2, n2) < SMALLEST_EXPECTED;
  const test = few ? "fisher-mid-p" : "pooled-z";
  const p = few ? fisherMidP(x1, n1, x2, n2) : (pooledZ(x1, n1, x2, n2)?.p ?? null);
  return judged({ difference, interval, test, p, conservative }, SMALLEST_DIFFERENCE);
}

/** A team, less the rest of the whole that contains it. */
export function compareWithRest(team: Side, whole: Side, rules: ShareRules = {}): Comparison {
  requireSide("team", team);
  requireSide("whole", whole);
  const rest = restOf(team, whole);
  if (team.headcount === undefined || whole.headcount === undefined) {
    return compareSamples(team, rest, rules);
  }
  return compareShares(team, { ...rest, headcount: whole.headcount - team.headcount }, rules);
}

/**
 * A share, less a fixed reference from outside (0–1): exact binomial where fewer than 5 are
 * expected, z otherwise; Wilson's interval, moved by the reference.
 */
export function compareWithReference(
  side: Side,
  reference: number,
  { kind = "question" }: ShareRules = {},
): Comparison {
  requireSide("side", side);
  const { x, n } = side;
  const exactly = binomialExact(x, n, reference);
  const interval = wilson(x, n);
  if (interval === null) return untested(null);
  const difference = x / n - reference;
  if (isComplete(side)) return exactDifference(difference);
  if (n < smallestTested[kind]) return untested(difference);
  const few = n * Math.min(reference, 1 - reference) < SMALLEST_EXPECTED;
  const finding = {
    difference,
    interval: [interval[0] - reference, interval[1] - reference] as const,
    test: few ? ("binomial-exact" as const) : ("one-sample-z" as const),
    p: few ? exactly : (oneSampleZ(x, n, reference)?.p ?? null),
  };
  return judged(finding, SMALLEST_DIFFERENCE);
}

/**
 * Two waves of one team whose answers are linked, second less first: McNemar's exact test when
 * everybody answered both, the matched difference over its error otherwise. Where the link is too
 * thin for either, the waves are read as independent, and said to be.
 */
export function compareWaves(
  waves: LinkedWaves & { readonly headcounts?: readonly [first: number, second: number] },
  { kind = "question" }: ShareRules = {},
): Comparison {
  const { first, second, both, lost, gained, neither, headcounts } = waves;
  const matched = matchedDifference(waves);
  if (matched === null) return untested(null);
  const { difference, standardError, interval } = matched;
  if (headcounts?.[0] === first.n && headcounts[1] === second.n) {
    return exactDifference(difference);
  }
  if (Math.min(first.n, second.n) < smallestTested[kind]) return untested(difference);
  const linked = both + lost + gained + neither;
  if (linked === first.n && linked === second.n) {
    const p = mcnemarExact(lost, gained);
    return judged({ difference, interval, test: "mcnemar-exact", p }, SMALLEST_DIFFERENCE);
  }
  const p = normalTest(difference, standardError)?.p ?? null;
  const few = fewestExpected(first.x, first.n, second.x, second.n) < SMALLEST_EXPECTED;
  if (p === null || few) return compareSamples(second, first, { kind, conservative: true });
  return judged({ difference, interval, test: "overlap-z", p }, SMALLEST_DIFFERENCE);
}

function isComplete({ n, headcount }: Side): boolean {
  return n > 0 && headcount === n;
}

function fewestExpected(x1: number, n1: number, x2: number, n2: number): number {
  const favourable = x1 + x2;
  const fewest = Math.min(favourable, n1 + n2 - favourable);
  return (fewest * Math.min(n1, n2)) / (n1 + n2);
}

function requireSide(name: string, { x, n, headcount }: Side): void {
  requireCount(`${name}.n`, n, headcount ?? Number.MAX_SAFE_INTEGER);
  requireCount(`${name}.x`, x, n);
  if (headcount !== undefined) requireCount(`${name}.headcount`, headcount);
}
