/** The readings a barometer opens with: a manager sees these, and nothing finer, next door. */
export const headlineMeasures = [
  "connection",
  "trust",
  "engagement",
  "adoption",
  "participation",
] as const;
export type HeadlineMeasure = (typeof headlineMeasures)[number];

/**
 * The name of what is measured: a headline, `question:<item>`, or a weekly reading of activity
 * (`active`, `messages`, `messages-across`).
 */
export type MeasureName = string;

/** A share lies between 0 and 1; a mean is on its own scale; a count counts acts. */
export type Form = "share" | "mean" | "count";

export const bands = ["5-9", "10-19"] as const;
export type Band = (typeof bands)[number];

/** How many people a figure rests on: exact from 20 on, a band below. */
export type Base = { readonly exact: number } | { readonly band: Band };

/**
 * A value, the interval it may lie in (null where it is a complete count), and its base. Where it is
 * rounded, or only a range is shown, `within` is all that may be known of it and the value its middle.
 */
export interface Value {
  readonly form: Form;
  readonly value: number;
  readonly within: readonly [least: number, most: number] | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly base: Base;
}
