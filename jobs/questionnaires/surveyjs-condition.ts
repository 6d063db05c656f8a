import type { Condition, Question } from "#app/model/questionnaire.ts";
import { answersOf, type Comparison, conditionOn } from "./conditions.ts";
import { readLogic } from "./logic.ts";

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
  return readLogic(expression, (atom) => readOne(atom, find));
}

function readOne(part: string, find: (name: string) => Known | null): Condition | null {
  const [, name = "", word = "", given = ""] =
    /^\{([^}]+)\}\s*(<>|!=|==|<=|>=|=|<|>|[a-z]+)\s*(.*)$/i.exec(part.trim()) ?? [];
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
