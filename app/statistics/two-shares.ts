import { requireCount, requireTwoCounts } from "./domain.ts";
import { type Interval, wilson } from "./interval.ts";
import { type NormalTest, normalTest } from "./normal.ts";
import { asUnlikely, drawnFrom } from "./tails.ts";

/**
 * Interval of the difference of two independent shares, x1/n1 − x2/n2, between −1 and 1.
 * Newcombe (1998), method 10: hybrid of the two Wilson intervals. Null when a side is empty.
 */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): Interval | null {
  requireTwoCounts(x1, n1, x2, n2);
  const first = wilson(x1, n1, level);
  const second = wilson(x2, n2, level);
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return [
    Math.max(-1, difference - Math.hypot(p1 - first[0], second[1] - p2)),
    Math.min(1, difference + Math.hypot(first[1] - p1, p2 - second[0])),
  ];
}

/**
 * Test of two independent shares by the normal law, with the variance of both together and without
 * continuity correction (R's prop.test(correct = FALSE), whose χ² is z²). Null when a side is
 * empty, and when everybody, or nobody, is favourable on both sides.
 */
export function pooledZ(x1: number, n1: number, x2: number, n2: number): NormalTest | null {
  requireTwoCounts(x1, n1, x2, n2);
  if (n1 === 0 || n2 === 0) return null;
  const together = (x1 + x2) / (n1 + n2);
  const variance = together * (1 - together) * (1 / n1 + 1 / n2);
  return normalTest(x1 / n1 - x2 / n2, Math.sqrt(variance));
}

/**
 * Test of what two finite populations of N1 and N2 think now, from the n1 and n2 who answered: each
 * variance carries its correction (N − n)/(N − 1). It asks about these very people, where `pooledZ`
 * asks about chance and whether the difference will last. Null when nothing is left uncertain.
 */
export function finiteZ(
  first: { readonly x: number; readonly n: number; readonly N: number },
  second: { readonly x: number; readonly n: number; readonly N: number },
): (NormalTest & { readonly standardError: number }) | null {
  requireTwoCounts(first.x, first.n, second.x, second.n);
  requireCount("n1", first.n, first.N);
  requireCount("n2", second.n, second.N);
  if (first.n === 0 || second.n === 0) return null;
  const variances = [first, second].map(({ x, n, N }) =>
    n === N ? 0 : (((x / n) * (1 - x / n)) / n) * ((N - n) / (N - 1)),
  );
  const standardError = Math.sqrt(variances.reduce((sum, one) => sum + one, 0));
  const test = normalTest(first.x / first.n - second.x / second.n, standardError);
  return test && { ...test, standardError };
}

/**
 * Fisher's exact test of two independent shares, two-sided: the chance, given how many are
 * favourable in all, of a split no likelier than this one (R's fisher.test). 1 when everybody, or
 * nobody, is favourable; null when a side is empty.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): number | null {
  const split = splits(x1, n1, x2, n2);
  return split && Math.min(1, split.less + split.same);
}

/**
 * Fisher's test counting half of the splits as likely as this one (Lancaster's mid-p, 1961): less
 * cautious than Fisher's p, which errs on the safe side with few people. Null when a side is empty.
 */
export function fisherMidP(x1: number, n1: number, x2: number, n2: number): number | null {
  const split = splits(x1, n1, x2, n2);
  return split && Math.min(1, split.less + split.same / 2);
}

function splits(x1: number, n1: number, x2: number, n2: number) {
  requireTwoCounts(x1, n1, x2, n2);
  return n1 === 0 || n2 === 0 ? null : asUnlikely(drawnFrom(x1 + x2, n1, n1 + n2), x1);
}
