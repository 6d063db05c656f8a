import type { Condition, Question, Questionnaire, Words } from "#app/model/questionnaire.ts";
import type { Loss, WrittenQuestionnaire } from "./format.ts";
import { qsfLanguage, qsfQuestion } from "./qsf-question.ts";
import { type Block, blocksOf } from "./scale-blocks.ts";
import { unsaid } from "./unsaid.ts";

/** Qualtrics gives all of them other numbers when it takes the survey in. */
const SURVEY = "SV_0000000000000000";
const RESPONSES = "RS_0000000000000000";

interface Section {
  readonly id: string;
  readonly title: Words;
  readonly blocks: readonly Block[];
}

/** Writes a `.qsf` file: a block a section, tables of agreement, translations beside the words. */
export function writeQsf(questionnaire: Questionnaire): WrittenQuestionnaire {
  const { names, languages, questions } = questionnaire;
  const [own = "en"] = languages;
  const sections = sectionsOf(questionnaire);
  const all = sections.flatMap(({ blocks, title }) => blocks.map((block) => ({ block, title })));
  const ids = new Map(
    all.flatMap(({ block }, index) =>
      block.questions.map(({ item }, row) => [item, locatorOf(index + 1, block, row)] as const),
    ),
  );
  const asked = all.map(({ block, title }, index) => {
    const logic = displayLogic(block.questions[0]?.shownIf ?? [], ids);
    return qsfQuestion(block, { id: `QID${index + 1}`, languages, title, logic });
  });
  const file = {
    SurveyEntry: entry(names[own] ?? "", own),
    SurveyElements: [
      element("BL", "Survey Blocks", null, [
        ...sections.map(({ id, title, blocks }, index) => ({
          Type: index === 0 ? "Default" : "Standard",
          Description: title[own] ?? "",
          ID: id,
          BlockElements: blocks.map((block) => ({
            Type: "Question",
            QuestionID: `QID${all.findIndex((one) => one.block === block) + 1}`,
          })),
        })),
        { Type: "Trash", Description: "Trash / Unused Questions", ID: "BL_trash" },
      ]),
      element("FL", "Survey Flow", null, {
        Flow: sections.map(({ id }, index) => ({
          ID: id,
          Type: "Block",
          FlowID: `FL_${index + 2}`,
        })),
        Properties: { Count: sections.length + 1 },
        FlowID: "FL_1",
        Type: "Root",
      }),
      element("SO", "Survey Options", null, {
        BackButton: "true",
        SaveAndContinue: "true",
        SurveyProtection: "PublicSurvey",
        AnonymizeResponse: "Yes",
        AvailableLanguages: Object.fromEntries(languages.map((one) => [qsfLanguage(one), []])),
        SurveyTitle: names[own] ?? "",
      }),
      element("PROJ", "CORE", null, { ProjectCategory: "CORE", SchemaVersion: "1.1.0" }),
      element("QC", "Survey Question Count", String(asked.length), null),
      element("RS", RESPONSES, "Default Response Set", null),
      element("SCO", "Scoring", null, { ScoringCategories: [], ScoringCategoryGroups: [] }),
      element("STAT", "Survey Statistics", null, {
        MobileCompatible: true,
        ID: "Survey Statistics",
      }),
      ...asked.map((payload) =>
        element("SQ", String(payload.QuestionID), String(payload.QuestionDescription), payload),
      ),
    ],
  };
  return {
    text: `${JSON.stringify(file, null, 2)}\n`,
    losses: [...unsaid(questionnaire), ...untranslated(questionnaire, questions)],
  };
}

function sectionsOf({ names, sections, questions }: Questionnaire): readonly Section[] {
  const loose = questions.filter(({ section }) => section === undefined);
  return [
    ...(loose.length > 0 ? [{ id: "BL_0", title: names, blocks: blocksOf(loose) }] : []),
    ...sections.map(({ key, names: title }, index) => ({
      id: `BL_${index + 1}`,
      title,
      blocks: blocksOf(questions.filter(({ section }) => section === key)),
    })),
  ];
}

/** Where an answer to a question stands: the choice comes after it. */
function locatorOf(number: number, { isTable, questions }: Block, row: number): string {
  // A likelihood has no choice 0 to 10 by code but by place, which is the same.
  const within = isTable && questions.length > 0 ? `${row + 1}/` : "";
  return `QID${number}/SelectableChoice/${within}`;
}

/** One question a group: one of its answers is enough, and every group has to hold. */
function displayLogic(conditions: readonly Condition[], ids: ReadonlyMap<string, string>): unknown {
  if (conditions.length === 0) return null;
  const groups = conditions.map(({ item, is }, group) => {
    const locator = ids.get(item) ?? "";
    const expressions = is.map((value, place) => {
      const choice = `q://${locator}${value}`;
      return {
        ...(place > 0 && { Conjuction: "Or" }),
        LogicType: "Question",
        QuestionID: locator.split("/")[0],
        QuestionIsInLoop: "no",
        ChoiceLocator: choice,
        Operator: "Selected",
        QuestionIDFromLocator: locator.split("/")[0],
        LeftOperand: choice,
        Type: "Expression",
      };
    });
    return { ...expressions, Type: group === 0 ? "If" : "AndIf" };
  });
  return { ...groups, Type: "BooleanExpression", inPage: false };
}

function entry(name: string, own: string): Record<string, unknown> {
  return {
    SurveyID: SURVEY,
    SurveyName: name,
    SurveyDescription: null,
    SurveyOwnerID: "UR_0000000000000000",
    SurveyBrandID: "",
    DivisionID: null,
    SurveyLanguage: qsfLanguage(own),
    SurveyActiveResponseSet: RESPONSES,
    SurveyStatus: "Inactive",
    SurveyStartDate: "0000-00-00 00:00:00",
    SurveyExpirationDate: "0000-00-00 00:00:00",
  };
}

function element(
  Element: string,
  PrimaryAttribute: string,
  SecondaryAttribute: string | null,
  Payload: unknown,
): Record<string, unknown> {
  const TertiaryAttribute = Element === "PROJ" ? "1.1.0" : null;
  return {
    SurveyID: SURVEY,
    Element,
    PrimaryAttribute,
    SecondaryAttribute,
    TertiaryAttribute,
    Payload,
  };
}

/** A block has one name, and the ends of a likelihood have one language. */
function untranslated(
  { languages, sections, names }: Questionnaire,
  questions: readonly Question[],
): readonly Loss[] {
  if (languages.length < 2) return [];
  const items = questions
    .filter(({ kind, scale = [] }) => kind === "likelihood" && scale.length > 0)
    .map(({ item }) => item);
  return [
    ...(Object.keys(names).length > 1
      ? [{ place: "names", what: "its name in other languages" }]
      : []),
    ...sections.map(({ key }) => ({ place: key, what: "its name in other languages" })),
    ...(items.length > 0
      ? [
          {
            place: items.join(", "),
            what: "what the ends of its scale are called in other languages",
          },
        ]
      : []),
  ];
}
