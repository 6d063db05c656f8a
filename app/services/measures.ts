import { indicators, isIndicator } from "#app/model/indicator.ts";
import { headlineMeasures } from "#app/model/measure.ts";
import type { Question } from "#db/records/questions.ts";
import type { Words } from "./around.ts";

/** Names of the measures on a page, each ready to read. */
export type MeasureNames = Readonly<Record<string, string>>;

const QUESTION = "question:";

/** What each measure is called: our own words for ours, the question's wording for a question. */
export function measureNames(
  measures: readonly string[],
  questions: readonly Question[],
  words: Words,
): MeasureNames {
  return Object.fromEntries(measures.map((one) => [one, measureName(one, questions, words)]));
}

function measureName(measure: string, questions: readonly Question[], words: Words): string {
  if (isIndicator(measure)) return words.t(`measure.${measure}`);
  switch (measure) {
    case "adoption":
    case "participation":
    case "active":
    case "reached":
    case "across-sites":
    case "across-units":
    case "messages":
    case "messages-across":
    case "questions-answered":
    case "questions-answered-day":
    case "posts-answered":
      return words.t(`measure.${measure}`);
    default:
      return wording(questions, measure.slice(QUESTION.length), words) ?? measure;
  }
}

function wording(questions: readonly Question[], item: string, { language }: Words) {
  const wordings = questions.find((one) => one.item === item)?.wordings;
  return wordings?.[language] ?? Object.values(wordings ?? {})[0];
}

/**
 * How the answers to one question fall, told on the page of their indicator; what adoption is made of,
 * and between whom there are ties, told on pages of their own. All of it is in files.
 */
const details = [
  "unfavourable:",
  "option:",
  "adoption-in:",
  "adoption-for:",
  "adoption-on:",
  "account-on:",
  "own-on:",
  "with:",
  "ties-",
  "post-reached:",
  "post-answered:",
];

/**
 * Readings first, in the order of the page, then the questions in the order they were asked. What is a
 * detail of a question is no measure to compare by.
 */
export function inPageOrder(
  measures: Iterable<string>,
  questions: readonly Question[],
): readonly string[] {
  const order: readonly string[] = [
    ...headlineMeasures,
    ...indicators,
    ...questions.map(({ item }) => QUESTION + item),
  ];
  const place = (measure: string) =>
    order.includes(measure) ? order.indexOf(measure) : order.length;
  const compared = [...new Set(measures)].filter(
    (one) => !details.some((detail) => one.startsWith(detail)),
  );
  return compared.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}
