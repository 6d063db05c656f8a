import type { Form, MeasureName } from "#app/model/measure.ts";
import type { Thresholds } from "./policy.ts";

/**
 * What was counted of one measure in one population, before anybody has judged it.
 * - `answers`: x favourable of n who answered; `mean`: x is the sum of n answers.
 * - `participation`: x of n answered, and everybody was counted.
 * - `activity`: x of n took part or were active, and everybody was counted.
 * - `acts`: n people did it, x of them the way that is looked for; `acts` (of `ofActs`) how often.
 */
export interface Count {
  readonly population: number;
  readonly measure: MeasureName;
  readonly form: Form;
  readonly rule: "answers" | "mean" | "participation" | "activity" | "acts";
  /** Measures that could be worked out from each other are hidden together. */
  readonly family: string;
  readonly n: number;
  readonly x: number;
  readonly squares: number | null;
  readonly acts: number | null;
  readonly ofActs: number | null;
  /** How many people the population has; null when nobody knows. */
  readonly whole: number | null;
}

/**
 * Whether a figure made of this count would speak of too few people: fewer than the minimum, or so
 * much of one mind that each person's answer can be read from it (all, none, or all but one).
 */
export function isTooTelling(
  { rule, n, x, squares }: Pick<Count, "rule" | "n" | "x" | "squares">,
  thresholds: Thresholds,
): boolean {
  switch (rule) {
    case "answers":
      return n < thresholds.answers || isOfOneMind(n, x, thresholds);
    case "mean":
      return n < thresholds.means || (squares !== null && n * squares - x * x < 1e-9);
    case "participation":
      return n < thresholds.members || Math.min(x, n - x) < thresholds.contributors;
    case "activity":
      return n < thresholds.members || x < thresholds.contributors || isOfOneMind(n, x, thresholds);
    case "acts":
      return x < thresholds.contributors;
  }
}

/** All or none; and in a population too small for an exact n, all but one or only one. */
function isOfOneMind(n: number, x: number, thresholds: Thresholds): boolean {
  const fewest = Math.min(x, n - x);
  return n < thresholds.exact ? fewest <= 1 : fewest <= 0;
}

/** Two populations that do not overlap, as one. */
export function plus<C extends Pick<Count, "n" | "x" | "squares">>(a: C, b: C, sign = 1): C {
  return {
    ...a,
    n: a.n + sign * b.n,
    x: a.x + sign * b.x,
    squares: a.squares === null || b.squares === null ? null : a.squares + sign * b.squares,
  };
}
