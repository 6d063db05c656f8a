import type { Condition, Question } from "#app/model/questionnaire.ts";

export type Comparison = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** Every answer a question can have, where they can be counted; null where they cannot. */
export function answersOf(question: Question): readonly number[] | null {
  const { kind, low, high, options } = question;
  if (options !== undefined) return kind === "rank" ? null : options.map(({ value }) => value);
  if (kind === "text" || kind === "number" || low === null || high === null) return null;
  return Array.from({ length: high - low + 1 }, (_, place) => low + place);
}

/** A comparison with one number as the answers that fulfil it; null where that cannot be said. */
export function conditionOn(
  question: Question,
  comparison: Comparison,
  number: number,
): Condition | null {
  const fulfil: Record<Comparison, (answer: number) => boolean> = {
    "=": (answer) => answer === number,
    "!=": (answer) => answer !== number,
    "<": (answer) => answer < number,
    "<=": (answer) => answer <= number,
    ">": (answer) => answer > number,
    ">=": (answer) => answer >= number,
  };
  const is = answersOf(question)?.filter(fulfil[comparison]) ?? [];
  return is.length === 0 ? null : { item: question.item, is };
}

/** Conditions of which one is enough; they can be said only where all are about one question. */
export function oneOf(conditions: readonly Condition[]): Condition | null {
  const [first] = conditions;
  if (first === undefined || conditions.some(({ item }) => item !== first.item)) return null;
  return {
    item: first.item,
    is: [...new Set(conditions.flatMap(({ is }) => is))].toSorted((a, b) => a - b),
  };
}
