import type { Option, Question, Words } from "#app/model/questionnaire.ts";
import { asHtml } from "./plain-text.ts";
import { type Block, pointsOf } from "./scale-blocks.ts";

/** What the payload of a question needs to know of the questionnaire it is in. */
export interface QsfPlace {
  readonly id: string;
  readonly languages: readonly string[];
  /** What stands above a table. */
  readonly title: Words;
  readonly logic: unknown;
}

/** A block of questions as the payload of one question of a `.qsf` file. */
export function qsfQuestion(
  { questions, isTable }: Block,
  place: QsfPlace,
): Record<string, unknown> {
  const [question] = questions;
  if (question === undefined) return {};
  const { id, languages, title, logic } = place;
  const [own = "en", ...others] = languages;
  const text = (words: Words, language = own) => asHtml(words[language] ?? "");
  const wordings = isTable ? title : question.wordings;
  const rows = isTable ? rowsOf(questions) : (question.options ?? []);
  const points = isTable ? pointsOf(question, languages) : [];
  const displays = (options: readonly Option[], language: string) =>
    Object.fromEntries(
      options.map(({ value, words }) => [String(value), { Display: text(words, language) }]),
    );
  const translations = others.map((language) => [
    qsfLanguage(language),
    {
      QuestionText: text(wordings, language),
      ...(rows.length > 0 && { Choices: displays(rows, language) }),
      ...(points.length > 0 && { Answers: displays(points, language) }),
    },
  ]);
  return {
    QuestionText: text(wordings),
    DefaultChoices: false,
    DataExportTag: isTable ? `table_${id}` : tagOf(question.item),
    QuestionID: id,
    ...kindOf(question, isTable),
    DataVisibility: { Private: false, Hidden: false },
    QuestionDescription: text(wordings).slice(0, 100),
    ...(rows.length > 0 && { Choices: displays(rows, own), ChoiceOrder: keysOf(rows) }),
    ...(rows.length > 0 && !isTable && { RecodeValues: recodes(rows) }),
    ...(isTable && {
      Answers: displays(points, own),
      AnswerOrder: keysOf(points),
      RecodeValues: recodes(points),
      ChoiceDataExportTags: Object.fromEntries(
        questions.map(({ item }, index) => [String(index + 1), tagOf(item)]),
      ),
    }),
    ...(question.kind === "likelihood" && likelihood(question, text)),
    GradingData: [],
    Language: translations.length > 0 ? Object.fromEntries(translations) : [],
    NextChoiceId: Math.max(0, ...rows.map(({ value }) => value)) + 1,
    NextAnswerId: points.length + 1,
    ...(logic !== null && { DisplayLogic: logic }),
  };
}

/** Qualtrics writes languages in capitals. */
export function qsfLanguage(language: string): string {
  return language.toUpperCase();
}

/** Export tags know no hyphens. */
export function tagOf(item: string): string {
  return item.replaceAll("-", "_");
}

function kindOf({ kind, low, high }: Question, isTable: boolean): Record<string, unknown> {
  const free = { Settings: { ForceResponse: "OFF", Type: "None" } };
  const usual = { Configuration: { QuestionDescriptionOption: "UseText" }, Validation: free };
  if (isTable) {
    const layout = { TextPosition: "inline", ChoiceColumnWidth: 25, RepeatHeaders: "none" };
    return {
      QuestionType: "Matrix",
      Selector: "Likert",
      SubSelector: "SingleAnswer",
      ...usual,
      Configuration: { ...usual.Configuration, ...layout, WhiteSpace: "OFF", MobileFirst: true },
    };
  }
  const selectors: Readonly<Record<Question["kind"], readonly string[]>> = {
    agreement: ["Matrix", "Likert", "SingleAnswer"],
    likelihood: ["MC", "NPS"],
    single: ["MC", "SAVR", "TX"],
    multiple: ["MC", "MAVR", "TX"],
    rank: ["RO", "DND", "TX"],
    text: ["TE", "ML"],
    number: ["TE", "SL"],
  };
  const [QuestionType, Selector, SubSelector] = selectors[kind];
  const number = { Min: String(low ?? ""), Max: String(high ?? ""), NumDecimals: "" };
  return {
    QuestionType,
    Selector,
    ...(SubSelector && { SubSelector }),
    ...usual,
    ...(kind === "number" && {
      Validation: {
        Settings: {
          ForceResponse: "OFF",
          Type: "ContentType",
          ContentType: "ValidNumber",
          ValidNumber: number,
        },
      },
      SearchSource: { AllowFreeResponse: "false" },
    }),
  };
}

/** Eleven choices without words of their own, and words at both ends. */
function likelihood({ scale = [] }: Question, text: (words: Words) => string) {
  const points = Array.from({ length: 11 }, (_, value) => String(value));
  const end = (value: number) => ({
    Display: text(scale.find((point) => point.value === value)?.words ?? {}),
    IsLabelDefault: false,
  });
  return {
    Choices: points.map((Display) => ({ Display })),
    ChoiceOrder: points,
    ColumnLabels: [end(0), end(10)],
  };
}

function rowsOf(questions: readonly Question[]): readonly Option[] {
  return questions.map(({ wordings }, index) => ({ value: index + 1, words: wordings }));
}

function keysOf(options: readonly Option[]): readonly string[] {
  return options.map(({ value }) => String(value));
}

function recodes(options: readonly Option[]): Record<string, string> {
  return Object.fromEntries(options.map(({ value }) => [String(value), String(value)]));
}
