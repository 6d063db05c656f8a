import type { Condition, Question } from "#app/model/questionnaire.ts";
import { answersOf, type Comparison, conditionOn, oneOf } from "./conditions.ts";

/** The question a name of the file stands for, and the number of an answer as the file writes it. */
export interface Known {
  readonly question: Question;
  value(code: string): number | null;
}

const WORDS: Readonly<Record<string, Comparison>> = {
  "=": "=",
  "==": "=",
  "<>": "!=",
  "!=": "!=",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  equal: "=",
  notequal: "!=",
  contains: "=",
  contain: "=",
  less: "<",
  greater: ">",
};

/**
 * Reads when a question is asked (`visibleIf`), as far as it compares answers with values. Null where
 * it says more than the conditions of a questionnaire can.
 */
export function readVisibleIf(
  expression: string,
  find: (name: string) => Known | null,
): readonly Condition[] | null {
  const conditions = expression.split(/\s+(?:and|&&)\s+/i).map((part) => {
    const bare = part.trim().replace(/^\((.*)\)$/, "$1");
    const either = bare.split(/\s+(?:or|\|\|)\s+/i).map((one) => readOne(one, find));
    return either.some((one) => one === null) ? null : oneOf(either.flatMap((one) => one ?? []));
  });
  return conditions.some((one) => one === null) ? null : conditions.flatMap((one) => one ?? []);
}

function readOne(part: string, find: (name: string) => Known | null): Condition | null {
  const [, name = "", word = "", given = ""] =
    /^\(?\s*\{([^}]+)\}\s*(<>|!=|==|<=|>=|=|<|>|[a-z]+)\s*(.*?)\s*\)?$/i.exec(part.trim()) ?? [];
  const known = find(name);
  if (known === null) return null;
  const { question } = known;
  if (/^notempty$/i.test(word)) {
    const is = answersOf(question);
    return is === null ? null : { item: question.item, is };
  }
  if (/^anyof$/i.test(word)) {
    const codes = /^\[(.*)\]$/.exec(given)?.[1]?.split(",") ?? [];
    const values = codes.map((code) => known.value(unquoted(code)));
    const is = values.flatMap((value) => value ?? []);
    return is.length === 0 || is.length < values.length ? null : { item: question.item, is };
  }
  const comparison = WORDS[word.toLowerCase()];
  const value = known.value(unquoted(given));
  return comparison === undefined || value === null
    ? null
    : conditionOn(question, comparison, value);
}

function unquoted(code: string): string {
  return code.trim().replace(/^\[?\s*(['"]?)(.*?)\1\s*\]?$/, "$2");
}
