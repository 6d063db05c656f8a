import type { Form, MeasureName } from "#app/model/measure.ts";
import type { Thresholds } from "./policy.ts";

/**
 * What was counted of one measure in one cell, before anybody has judged it. What n, x and acts
 * are follows from the measure's rule.
 */
export interface CellCount {
  readonly cell: number;
  readonly n: number;
  readonly x: number;
  readonly squares: number | null;
  /** How many people there are in the cell, with those who are not in n; null when nobody knows. */
  readonly whole: number | null;
  readonly acts?: number | null;
  readonly ofActs?: number | null;
}

/**
 * - `answers`: x favourable of n who answered; `shares`: x is the sum of their shares of favourable
 *   answers; `mean`: x is the sum of n answers on a scale.
 * - `participation`: x of n answered, and everybody was counted.
 * - `activity`: x of n took part or were active, and everybody was counted.
 * - `acts`: n people did it, x of them the way that is looked for; `acts` (of `ofActs`) how often.
 */
export type Rule = "answers" | "shares" | "mean" | "participation" | "activity" | "acts";

/** One measure, counted in every cell. */
export interface MeasureCount {
  readonly measure: MeasureName;
  readonly form: Form;
  readonly rule: Rule;
  /** Measures that could be worked out from each other are shown and hidden together. */
  readonly family: string;
  /** The ends of the scale a mean is on; 0 and 1 for a share. */
  readonly low: number;
  readonly high: number;
  /** It asks for what may harm whoever is known to have answered so. */
  readonly sensitive: boolean;
  /**
   * The family it is told in is of one whole: everybody is in one of its measures, together with the
   * measure named here, which was told before; or, where it is null, with nothing else.
   */
  readonly partWith?: MeasureName | null;
  /** It tells how answers fall, for which as many people are needed as for a mean. */
  readonly distribution?: boolean;
  /**
   * It looks back further than its release, so that two releases speak of the same days: it is rounded
   * everywhere, as beside the organisation, and one person more or less looks the same.
   */
  readonly overlaps?: boolean;
  /** It is judged with its family and never written: it follows from the others. */
  readonly aside?: boolean;
  readonly cells: readonly CellCount[];
}

/** The same of a population. */
export type Count = Omit<CellCount, "cell">;

/** So many people at either end are never told apart; a mean near its end is half a person off. */
export const ends: Record<Rule, number> = {
  answers: 2,
  shares: 2,
  mean: 0.5,
  participation: 4,
  activity: 2,
  acts: 0,
};

/**
 * Whether a figure made of this count would speak of too few people, whatever is around it. (That
 * all or nearly all are of one mind is never shown either, but by a range that does not tell.)
 */
export function isTooFew(
  {
    rule,
    sensitive,
    distribution = false,
  }: Pick<MeasureCount, "rule" | "sensitive" | "distribution">,
  { n, x, squares }: Pick<Count, "n" | "x" | "squares">,
  thresholds: Thresholds,
): boolean {
  const fewest = sensitive ? thresholds.sensitive : thresholds.answers;
  switch (rule) {
    case "answers":
    case "shares":
      return n < (distribution ? Math.max(fewest, thresholds.means) : fewest);
    case "mean":
      // Where nobody differs, the mean is everybody's answer.
      return (
        n < Math.max(fewest, thresholds.means) || (squares !== null && n * squares - x * x < 1e-9)
      );
    case "participation":
      return n < thresholds.invited;
    case "activity":
      // It is known of what is shown that enough people did it: as many more must be possible.
      return n < thresholds.members + ends.activity || x < thresholds.contributors;
    case "acts":
      return x < thresholds.contributors;
  }
}

/** Adds up some cells. What is not known of one is not known of all. */
export function sum(counts: readonly CellCount[]): Count {
  const add = (value: (count: CellCount) => number | null | undefined) =>
    counts.reduce<number | null>((total, count) => {
      const one = value(count);
      return total === null || one == null ? null : total + one;
    }, 0);
  return {
    n: counts.reduce((total, { n }) => total + n, 0),
    x: counts.reduce((total, { x }) => total + x, 0),
    squares: add(({ squares }) => squares),
    whole: add(({ whole }) => whole),
    acts: add(({ acts }) => acts),
    ofActs: add(({ ofActs }) => ofActs),
  };
}
