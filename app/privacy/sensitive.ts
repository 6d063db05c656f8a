import { folded } from "./redact/plain-text.ts";
import { english } from "./sensitive/english.ts";
import { french } from "./sensitive/french.ts";

/** Why a person has to read a comment before anybody else does. */
export const sensitiveReasons = [
  "health",
  "union",
  "religion",
  "orientation",
  "origin",
  "threat",
  "accusation",
  "indirect",
] as const;
export type SensitiveReason = (typeof sensitiveReasons)[number];

/** Words of one language, without accents, for each reason. */
export type SensitiveWords = Readonly<Record<SensitiveReason, readonly RegExp[]>>;

/**
 * What a comment speaks of that is nobody's business, or that may tell who wrote it or of whom it
 * speaks. The lists are wide on purpose: what they take by mistake costs somebody a minute. They
 * are no judgement of the comment, and no emotion is inferred.
 */
export function sensitiveIn(text: string): readonly SensitiveReason[] {
  const plain = folded(text).replaceAll("’", "'");
  return sensitiveReasons.filter((reason) =>
    [...french[reason], ...english[reason]].some((words) => words.test(plain)),
  );
}
