import { MOST_CHOICES, MOST_RANKED } from "./answer-forms.ts";
import { isIndicator } from "./indicator.ts";
import type { Question, Questionnaire, Words } from "./questionnaire.ts";

/** What keeps a questionnaire from being asked, and where: `questions.<item>`, `sections.<key>`, `names`. */
export interface QuestionnaireFault {
  readonly place: string;
  readonly what: string;
}

/** A text that a language of the questionnaire does not have. */
export interface MissingWords {
  readonly place: string;
  readonly language: string;
}

/** Every text that is missing in one of the languages: until there is none, a wave does not open. */
export function missingWords(questionnaire: Questionnaire): readonly MissingWords[] {
  const { languages } = questionnaire;
  return textsOf(questionnaire).flatMap(([place, words]) =>
    languages
      .filter((language) => (words[language] ?? "").trim() === "")
      .map((language) => ({ place, language })),
  );
}

/** What is wrong with a questionnaire, in English; one that has all its words and no fault may be asked. */
export function faultsOf(questionnaire: Questionnaire): readonly QuestionnaireFault[] {
  const { languages, questions, sections } = questionnaire;
  return [
    ...(languages.length === 0 ? [{ place: "languages", what: "there is none" }] : []),
    ...(questions.length === 0 ? [{ place: "questions", what: "there is none" }] : []),
    ...repeated(languages).map((one) => ({ place: "languages", what: `${one} is there twice` })),
    ...repeated(sections.map(({ key }) => key)).map((key) => ({
      place: `sections.${key}`,
      what: "there are two of this key",
    })),
    ...repeated(questions.map(({ item }) => item)).map((item) => ({
      place: `questions.${item}`,
      what: "is asked twice",
    })),
    ...missingWords(questionnaire).map(({ place, language }) => ({
      place,
      what: `has no words in ${language}`,
    })),
    ...questions.flatMap((question, position) =>
      questionFaults(question, questions.slice(0, position), questionnaire).map((what) => ({
        place: `questions.${question.item}`,
        what,
      })),
    ),
  ];
}

function textsOf(
  questionnaire: Questionnaire,
): readonly (readonly [place: string, words: Words])[] {
  const { names, purpose, sections, questions } = questionnaire;
  return [
    ["names", names],
    ...(purpose ? [["purpose", purpose] as const] : []),
    ...sections.map(({ key, names: words }) => [`sections.${key}`, words] as const),
    ...questions.flatMap(({ item, wordings, scale = [], options = [] }) => [
      [`questions.${item}`, wordings] as const,
      ...scale.map(({ value, words }) => [`questions.${item}.scale.${value}`, words] as const),
      ...options.map(({ value, words }) => [`questions.${item}.options.${value}`, words] as const),
    ]),
  ];
}

function questionFaults(
  question: Question,
  earlier: readonly Question[],
  { sections }: Questionnaire,
): readonly string[] {
  const { section, indicator, kind, shownIf = [] } = question;
  const faults = [...scaleFaults(question), ...optionFaults(question)];
  if (section !== undefined && !sections.some(({ key }) => key === section)) {
    faults.push(`is in a section “${section}” that is not there`);
  }
  if (indicator !== null && !isIndicator(indicator)) {
    faults.push(`counts towards “${indicator}”, which is no indicator`);
  }
  if (indicator !== null && kind !== "agreement") {
    faults.push("only a question of agreement counts towards an indicator");
  }
  for (const { item, is } of shownIf) {
    const asked = earlier.find((one) => one.item === item);
    if (asked === undefined) faults.push(`depends on “${item}”, which is not asked before it`);
    else if (is.length === 0 || is.some((value) => !canBeAnswered(asked, value))) {
      faults.push(`depends on an answer that “${item}” cannot have`);
    }
  }
  return faults;
}

function scaleFaults({ kind, low, high, scale = [] }: Question): string[] {
  const faults: string[] = [];
  const points = low === null || high === null ? null : high - low + 1;
  const isWhole = Number.isInteger(low) && Number.isInteger(high);
  if (
    kind === "agreement" &&
    (low !== 1 || !isWhole || points === null || points < 2 || points > 11)
  ) {
    faults.push("an agreement goes from 1 to one of 2 to 11");
  }
  if (kind === "likelihood" && (low !== 0 || high !== 10)) {
    faults.push("a likelihood goes from 0 to 10");
  }
  if (kind === "number" && low !== null && high !== null && low >= high) {
    faults.push("its low end is not below its high end");
  }
  if (!["agreement", "likelihood", "number"].includes(kind) && (low !== null || high !== null)) {
    faults.push("has no scale, and so no ends");
  }
  const outside = scale.filter(
    ({ value }) => low === null || high === null || value < low || value > high,
  );
  if (outside.length > 0) faults.push("names points its scale does not have");
  if (repeated(scale.map(({ value }) => value)).length > 0) faults.push("names a point twice");
  return faults;
}

function optionFaults({ kind, options }: Question): string[] {
  const chooses = ["single", "multiple", "rank"].includes(kind);
  if (!chooses) return options === undefined ? [] : ["offers options, and is not a choice"];
  const values = (options ?? []).map(({ value }) => value);
  const most = kind === "rank" ? MOST_RANKED : MOST_CHOICES;
  const faults: string[] = [];
  if (values.length < 2) faults.push("offers fewer than two options");
  if (values.length > most) faults.push(`offers more than ${most} options`);
  if (values.some((value) => !Number.isInteger(value) || value < 0)) {
    faults.push("an option's value is a whole number from 0 on");
  }
  if (repeated(values).length > 0) faults.push("two options have the same value");
  return faults;
}

function canBeAnswered({ kind, low, high, options = [] }: Question, value: number): boolean {
  if (kind === "text" || kind === "rank") return false;
  if (options.length > 0) return options.some((option) => option.value === value);
  return (low === null || value >= low) && (high === null || value <= high);
}

function repeated<Key>(keys: readonly Key[]): readonly Key[] {
  return [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))];
}
