import { indicators } from "./indicator.ts";

/**
 * Every kind of measure that is released. A name that ends with a colon is followed by what it is of:
 * `question:heard`, `adoption-on:mattermost`.
 */
export const measureKinds = [
  ...indicators,
  "question:",
  "unfavourable:",
  "option:",
  "participation",
  "adoption",
  "adoption-in:",
  "adoption-for:",
  "adoption-on:",
  "account-on:",
  "own-on:",
  "active",
  "messages",
  "messages-across",
  "reached",
  "across-sites",
  "across-units",
  "with:",
  "ties-sites",
  "ties-units",
  "questions-answered",
  "questions-answered-day",
  "posts-answered",
  "post-reached:",
  "post-answered:",
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Which kind a measure is of; null where it is of none that we know. */
export function kindOf(measure: string): MeasureKind | null {
  const beginning = measure.includes(":") ? `${measure.split(":")[0]}:` : measure;
  return measureKinds.find((kind) => kind === beginning) ?? null;
}
