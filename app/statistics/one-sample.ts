import { requireCount, requireShare } from "./domain.ts";
import { type NormalTest, normalTest } from "./normal.ts";
import { asUnlikely, drawnWith } from "./tails.ts";

/**
 * Exact test of a share against a fixed outside reference (0–1): the chance, were the reference
 * true, of a count no likelier than x of n, two-sided (R's binom.test). Null when nobody answered.
 */
export function binomialExact(x: number, n: number, reference: number): number | null {
  requireOne(x, n, reference);
  if (n === 0) return null;
  if (reference === 0 || reference === 1) return x === n * reference ? 1 : 0;
  const { less, same } = asUnlikely(drawnWith(reference, n), x);
  return Math.min(1, less + same);
}

/**
 * Test of a share against a fixed outside reference (0–1) by the normal law, with the spread the
 * reference implies (R's prop.test(correct = FALSE) of one group). With a headcount it asks about
 * these very people: the spread carries (N − n)/(N − 1). Null when nobody answered, when the
 * reference is 0 or 1, and when everybody answered.
 */
export function oneSampleZ(
  x: number,
  n: number,
  reference: number,
  headcount: number | null = null,
): NormalTest | null {
  requireOne(x, n, reference);
  if (headcount !== null) requireCount("n", n, headcount);
  if (n === 0) return null;
  const left = headcount === null ? 1 : headcount === n ? 0 : (headcount - n) / (headcount - 1);
  const variance = ((reference * (1 - reference)) / n) * left;
  return normalTest(x / n - reference, Math.sqrt(variance));
}

function requireOne(x: number, n: number, reference: number): void {
  requireCount("n", n);
  requireCount("x", x, n);
  requireShare("reference", reference);
}
