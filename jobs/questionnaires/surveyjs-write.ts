import type { Condition, Question, Questionnaire, Words } from "#app/model/questionnaire.ts";
import type { WrittenQuestionnaire } from "./format.ts";
import { unsaid } from "./unsaid.ts";

/** Writes a survey of SurveyJS: a page a section, answers by the numbers that are stored. */
export function writeSurveyJs(questionnaire: Questionnaire): WrittenQuestionnaire {
  const { names, languages, sections, questions } = questionnaire;
  const [own = "en"] = languages;
  const words = (given: Words) => localised(given, own);
  const pageOf = (key: string | undefined, title: Words | null) => ({
    name: key ?? "page",
    ...(title && { title: words(title) }),
    elements: questions
      .filter((question) => question.section === key)
      .map((question) => element(question, questions, words)),
  });
  const loose = questions.some(({ section }) => section === undefined);
  const survey = {
    title: words(names),
    locale: own,
    pages: [
      ...(loose ? [pageOf(undefined, null)] : []),
      ...sections.map(({ key, names: title }) => pageOf(key, title)),
    ],
  };
  return { text: `${JSON.stringify(survey, null, 2)}\n`, losses: unsaid(questionnaire) };
}

function element(
  question: Question,
  questions: readonly Question[],
  words: (given: Words) => unknown,
): Record<string, unknown> {
  const { item, wordings, shownIf = [] } = question;
  return {
    ...answered(question, words),
    name: item,
    title: words(wordings),
    ...(shownIf.length > 0 && {
      visibleIf: shownIf.map((one) => visibleIf(one, questions)).join(" and "),
    }),
  };
}

function answered(
  { kind, low, high, scale = [], options = [] }: Question,
  words: (given: Words) => unknown,
): Record<string, unknown> {
  const choices = options.map(({ value, words: text }) => ({ value, text: words(text) }));
  switch (kind) {
    case "agreement":
    case "likelihood": {
      const named = new Map(scale.map((point) => [point.value, words(point.words)]));
      const [first, last] = [low ?? 1, high ?? 5];
      const points = Array.from({ length: last - first + 1 }, (_, place) => first + place);
      return points.every((value) => named.has(value))
        ? { type: "rating", rateValues: points.map((value) => ({ value, text: named.get(value) })) }
        : {
            type: "rating",
            rateMin: first,
            rateMax: last,
            ...(named.has(first) && { minRateDescription: named.get(first) }),
            ...(named.has(last) && { maxRateDescription: named.get(last) }),
          };
    }
    case "single":
      return { type: "radiogroup", choices };
    case "multiple":
      return { type: "checkbox", choices };
    case "rank":
      return { type: "ranking", choices };
    case "text":
      return { type: "comment" };
    case "number":
      return {
        type: "text",
        inputType: "number",
        ...(low !== null && { min: low }),
        ...(high !== null && { max: high }),
      };
  }
}

/** Ticks are a list in SurveyJS, so they are contained; other answers are compared. */
function visibleIf({ item, is }: Condition, questions: readonly Question[]): string {
  const isList = questions.find((one) => one.item === item)?.kind === "multiple";
  if (isList || is.length > 1) return `{${item}} anyof [${is.join(", ")}]`;
  return `{${item}} = ${is[0]}`;
}

/** “default” is English in SurveyJS, whatever the language a survey begins in; or all there is. */
function localised(words: Words, own: string): unknown {
  const entries = Object.entries(words);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === own) return only[1];
  const usual = "en" in words ? "en" : own;
  return Object.fromEntries(
    entries.map(([language, text]) => [language === usual ? "default" : language, text]),
  );
}
