import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import { covariances, type Items, listwise, pairwise, requireItems } from "./covariance.ts";
import { requireCount, requireLevel } from "./domain.ts";
import type { Interval } from "./interval.ts";
import { oneFactor } from "./one-factor.ts";

export type { Items } from "./covariance.ts";

/** Fewer questions than this are no scale. */
export const FEWEST_ITEMS = 3;

/** Fewer people than this, and how well questions hang together is not told. Never for teams. */
export const FEWEST_FOR_RELIABILITY = 200;

/** Below this, questions are better treated one by one than as a scale. */
export const ACCEPTABLE_RELIABILITY = 0.7;

/** Cronbach's alpha and what it rests on. At most 1; negative when a question is keyed backwards. */
export interface Alpha {
  readonly alpha: number | null;
  /** From correlations instead of covariances; null when a question has no spread. */
  readonly standardised: number | null;
  /** People it rests on: those who answered everything, or the fewest shared by two questions. */
  readonly n: number;
  readonly items: number;
}

/**
 * Cronbach's alpha (1951): k/(k−1)·(1 − Σ item variances / variance of the sum); standardised
 * k·r/(1 + (k−1)·r), r the mean correlation. People who left a question out are left out altogether
 * (`listwise`), or only of the pairs it is in (`pairwise`, as R's psych::alpha). Questions without
 * spread are kept. Null with fewer than two questions or people, or when the sum does not vary;
 * never clamped.
 * @throws RangeError when the questions do not have one place a person, or an answer is no number.
 */
export function cronbachAlpha(
  items: Items,
  { missing = "listwise" }: { readonly missing?: "listwise" | "pairwise" } = {},
): Alpha {
  requireItems(items);
  const k = items.length;
  const { matrix, n } = missing === "pairwise" ? pairwise(items) : covariances(listwise(items));
  if (k < 2 || matrix === null) return { alpha: null, standardised: null, n, items: k };
  const correlations = matrix.correlations;
  return {
    alpha: alphaOf(matrix.covariances),
    standardised: correlations && alphaOf(correlations),
    n,
    items: k,
  };
}

/**
 * Feldt's interval of an alpha from n people and k questions (1965):
 * 1 − (1 − alpha)·F, F the quantiles of F(n−1, (n−1)(k−1)), as R's psych::alpha.ci. Null with fewer
 * than two people or questions.
 */
export function feldtInterval(alpha: number, n: number, k: number, level = 0.95): Interval | null {
  requireCount("n", n);
  requireCount("k", k);
  requireLevel(level);
  if (!(alpha <= 1)) throw new RangeError(`alpha must be at most 1, not ${alpha}`);
  if (n < 2 || k < 2) return null;
  const bound = (share: number) => 1 - (1 - alpha) * fQuantile(share, n - 1, (n - 1) * (k - 1));
  return [bound((1 + level) / 2), bound((1 - level) / 2)];
}

/** McDonald's omega of one factor. */
export interface Omega {
  /** On the answers as given, as alpha is; null when the factor is not defined. */
  readonly omega: number | null;
  /** On standardised answers, as R's psych and factanal fit it. */
  readonly standardised: number | null;
  readonly n: number;
}

/**
 * Omega total (McDonald 1999): (Σλ)²/((Σλ)² + Σθ), from one factor fitted by maximum likelihood to
 * those who answered everything (R's factanal(factors = 1); loadings and uniquenesses times the
 * spread of each question for `omega`, as lavaan's cfa). Null with fewer than three questions, with
 * no more people than questions, or when a question has no spread.
 */
export function omegaTotal(items: Items): Omega {
  requireItems(items);
  const { matrix, n } = covariances(listwise(items));
  const correlations = matrix?.correlations ?? null;
  if (
    matrix === null ||
    correlations === null ||
    items.length < FEWEST_ITEMS ||
    n <= items.length
  ) {
    return { omega: null, standardised: null, n };
  }
  const factor = oneFactor(correlations);
  if (factor === null) return { omega: null, standardised: null, n };
  const spread = matrix.covariances.map((row, item) => Math.sqrt(row[item] ?? 0));
  const share = (scale: readonly number[]) => {
    const common = factor.reduce((sum, { loading }, item) => sum + loading * (scale[item] ?? 1), 0);
    const own = factor.reduce(
      (sum, one, item) => sum + one.uniqueness * (scale[item] ?? 1) ** 2,
      0,
    );
    return common ** 2 / (common ** 2 + own);
  };
  return { omega: share(spread), standardised: share([]), n };
}

/** Whether reliability may be told at all: 200 people or more and three questions or more. */
export function mayTellReliability(people: number, questions: number): boolean {
  requireCount("people", people);
  requireCount("questions", questions);
  return people >= FEWEST_FOR_RELIABILITY && questions >= FEWEST_ITEMS;
}

function alphaOf(matrix: readonly (readonly number[])[]): number | null {
  const k = matrix.length;
  const own = matrix.reduce((sum, row, item) => sum + (row[item] ?? 0), 0);
  const total = matrix.flat().reduce((sum, value) => sum + value, 0);
  // Questions that cancel out leave a sum that varies by rounding only.
  return total <= 1e-12 * own ? null : (k / (k - 1)) * (1 - own / total);
}
