import { covariances, type Items, listwise, requireItems } from "./covariance.ts";
import { requireCount } from "./domain.ts";

/**
 * Answers nobody agrees on, against which agreement is judged: spread evenly over the options, or
 * leaning slightly to one side as answers of polite people do (LeBreton & Senter 2008: published
 * here for five options only). Agreement is much smaller against the second: show both or neither.
 */
export type NoAgreement = "even" | "slightly skewed";

/** Variance of answers nobody agrees on: (A² − 1)/12, or 1.34 for five slightly skewed options. */
export function varianceWithoutAgreement(options: number, against: NoAgreement): number | null {
  requireCount("options", options);
  if (options < 2) throw new RangeError(`options must be 2 or more, not ${options}`);
  if (against === "even") return (options * options - 1) / 12;
  return options === 5 ? 1.34 : null;
}

/**
 * Agreement of a team on one question of so many answer options, 0 to 1: 1 − s²/v, s² with n − 1
 * (James, Demaree & Wolf 1984). 0 when they differ more than by chance, as R's multilevel::rwg.
 * People who left it out are left out; null with fewer than two, or where v is not published.
 * Never shown for a small team: 1 says that all gave the same answer.
 */
export function rwg(
  values: readonly (number | null)[],
  options: number,
  against: NoAgreement = "even",
): number | null {
  return rwgj([values], options, against);
}

/**
 * Agreement of a team on J questions together (one array a question), 0 to 1:
 * J(1 − r)/(J(1 − r) + r), r the mean s²/v, at most 1, as R's multilevel::rwg.j. Those who left a
 * question out are left out of all. Null with no question or fewer than two people.
 * @throws RangeError when answers lie further apart than the options allow.
 */
export function rwgj(items: Items, options: number, against: NoAgreement = "even"): number | null {
  requireItems(items);
  const chance = varianceWithoutAgreement(options, against);
  const answers = listwise(items);
  for (const [index, item] of answers.entries()) {
    const [low, high] = item.reduce(([l, h], v) => [Math.min(l, v), Math.max(h, v)], [
      Infinity,
      -Infinity,
    ] as const);
    if (high - low > options - 1) {
      throw new RangeError(`items[${index}] must lie within ${options} options`);
    }
  }
  const { matrix } = covariances(answers);
  if (matrix === null || chance === null) return null;
  const J = items.length;
  const mean = matrix.covariances.reduce((sum, row, item) => sum + (row[item] ?? 0), 0) / J;
  const ratio = Math.min(1, mean / chance);
  return (J * (1 - ratio)) / (J * (1 - ratio) + ratio);
}

/** What part of the differences between people lies between their teams. */
export interface IntraClass {
  /** Correlation of two people of one team; may be negative. */
  readonly icc1: number | null;
  /** Reliability of a team's mean, at the mean team size; may be negative. */
  readonly icc2: number | null;
  /** Reliability of the mean of a team of median size: the one to judge teams by. */
  readonly icc2AtMedian: number | null;
  /** Mean team size, people over teams: the k of both formulas. */
  readonly meanSize: number;
}

/** Below these, comparing teams on a mean says little: icc1, and icc2 at the median team size. */
export const LEAST_ICC1 = 0.05;
export const LEAST_ICC2 = 0.7;

/**
 * Intra-class correlations from a one-way analysis of variance (Bliese 2000), one array of numbers
 * a team: ICC(1) = (MSB − MSW)/(MSB + (k−1)·MSW), ICC(2) = (MSB − MSW)/MSB, k the mean team size,
 * as R's multilevel::ICC1 and ICC2 (REML differs a little). `icc2AtMedian` is Spearman & Brown's
 * k·ICC(1)/(1 + (k−1)·ICC(1)) at the median size. Empty teams are left out. Null with fewer than two
 * teams, no team of two, or when nothing varies.
 * @throws RangeError when a value is not a number.
 */
export function icc(groups: readonly (readonly number[])[]): IntraClass {
  const teams = groups.filter((group) => group.length > 0);
  for (const [index, group] of groups.entries()) {
    if (!group.every(Number.isFinite)) throw new RangeError(`groups[${index}] must hold numbers`);
  }
  const values = teams.flat();
  const sizes = teams.map((team) => team.length).sort((one, other) => one - other);
  const meanSize = teams.length === 0 ? 0 : values.length / teams.length;
  const nothing = { icc1: null, icc2: null, icc2AtMedian: null, meanSize };
  if (teams.length < 2 || values.length === teams.length) return nothing;
  const centre = meanOf(values);
  const between = total(teams.map((team) => team.length * (meanOf(team) - centre) ** 2));
  const within = total(
    teams.map((team) => {
      const own = meanOf(team);
      return total(team.map((value) => (value - own) ** 2));
    }),
  );
  // Values that are all the same leave rounding behind, not variance.
  if (between + within <= 1e-20 * total(values.map((value) => value * value))) return nothing;
  const msb = between / (teams.length - 1);
  const msw = within / (values.length - teams.length);
  const icc1 = (msb - msw) / (msb + (meanSize - 1) * msw);
  const middle = (sizes.length - 1) / 2;
  const median = ((sizes[Math.floor(middle)] ?? 0) + (sizes[Math.ceil(middle)] ?? 0)) / 2;
  const stretched = 1 + (median - 1) * icc1;
  return {
    icc1,
    icc2: msb > 1e-15 * msw ? (msb - msw) / msb : null,
    icc2AtMedian: stretched > 1e-12 ? (median * icc1) / stretched : null,
    meanSize,
  };
}

/** Whether teams differ enough, and reliably enough, for their means to be compared. */
export function teamsDiffer({ icc1, icc2AtMedian }: IntraClass): boolean {
  return (icc1 ?? 0) >= LEAST_ICC1 && (icc2AtMedian ?? 0) >= LEAST_ICC2;
}

function meanOf(values: readonly number[]): number {
  return total(values) / values.length;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
