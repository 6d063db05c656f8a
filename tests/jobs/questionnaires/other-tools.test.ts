import { expect, test } from "vitest";
import { faultsOf } from "#app/model/questionnaire-faults.ts";
import { QuestionnaireError } from "#jobs/questionnaires/format.ts";
import { readQuestionnaireFile } from "#jobs/questionnaires/index.ts";

/** The items, kinds and conditions of a file, and what of it could not be carried over. */
function told(text: string) {
  const { questionnaire, losses, format } = readQuestionnaireFile(text);
  return {
    format: format.name,
    questions: questionnaire.questions.map(({ item, kind, shownIf = [] }) => [
      item,
      kind,
      ...shownIf.map((one) => `${one.item}=${one.is.join("/")}`),
    ]),
    losses: losses.map(({ place, what }) => `${place}: ${what}`),
    faults: faultsOf(questionnaire),
  };
}

test("a SurveyJS survey as JavaScript wrote it in 2016 is read, and whoever answers is not asked", () => {
  const read = told(`var survey = { // of the old editor
    pages: [{ questions: [
      { type: "matrix", name: "Quality", title: "Do you agree?",
        columns: [{ value: 1, text: "No" }, { value: 2, text: "Rather no" }, { value: 3, text: 'Rather yes' }, { value: 4, text: "Yes" }],
        rows: [{ value: "does what it claims", text: "It does what it claims" },] },
      { type: "rating", name: "recommend friends", visibleIf: "{satisfied} = 'yes' or {satisfied} = 'rather'", maximumRateDescription: "I will" },
      { type: "radiogroup", name: "satisfied", choices: ["yes|Yes, it's right", "no|No"], hasOther: true },
      { type: "text", name: "email", title: "Your address" },
      { type: "signaturepad", name: "sign" }
    ]}]
  };`);
  expect(read).toEqual({
    format: "surveyjs",
    questions: [
      ["quality-does-what-it-claims", "agreement"],
      ["recommend-friends", "agreement"],
      ["satisfied", "single"],
    ],
    losses: [
      "Quality: the sentence above its rows: “Do you agree?”",
      "Quality: which end of its scale is the better one: “Yes” is taken to be",
      "recommend friends: that it is asked only if {satisfied} = 'yes' or {satisfied} = 'rather'",
      "satisfied: hasOther",
      "satisfied: the codes of its options: yes → 1, no → 2",
      "email: asks who answers, which nobody is asked here",
      "sign: a question of the type “signaturepad”",
    ],
    faults: [],
  });
});

test("conditions keep their brackets, and one that says more than ours can is listed", () => {
  const survey = (visibleIf: string) => ({
    elements: [
      { type: "rating", name: "a" },
      { type: "checkbox", name: "b", choices: [1, 2, 3] },
      { type: "comment", name: "why", visibleIf },
    ],
  });
  const shown = (visibleIf: string) =>
    told(JSON.stringify(survey(visibleIf))).questions[2]?.slice(2);
  expect(shown("{a} < 3 and {b} contains 2")).toEqual(["a=1/2", "b=2"]);
  expect(shown("({a} = 1 or {a} = 5) and {b} anyof [1, 3]")).toEqual(["a=1/5", "b=1/3"]);
  expect(shown("{a} = 1 or {b} contains 2")).toEqual([]);
  expect(shown("{a} = 1 or {a} = 2 and {b} contains 2")).toEqual([]);
  expect(told(JSON.stringify(survey("{b.length} > 1"))).losses).toEqual([
    "why: that it is asked only if {b.length} > 1",
  ]);
});

test("a LimeSurvey file from before version 4 keeps its words in the rows, one a language", () => {
  const table = (name: string, rows: readonly Record<string, string>[]) =>
    `<${name}><rows>${rows
      .map(
        (row) =>
          `<row>${Object.entries(row)
            .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
            .join("")}</row>`,
      )
      .join("")}</rows></${name}>`;
  const question = { gid: "1", parent_qid: "0", scale_id: "0", mandatory: "N", other: "N" };
  const both = (row: Record<string, string>, fr: string, en: string) => [
    { ...row, question: fr, language: "fr" },
    { ...row, question: en, language: "en" },
  ];
  const read = told(`<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>
    <languages><language>fr</language><language>en</language></languages>
    ${table("groups", [
      { gid: "1", group_name: "Équipe", language: "fr", group_order: "0" },
      { gid: "1", group_name: "Team", language: "en", group_order: "0" },
    ])}
    ${table("questions", [
      ...both(
        { ...question, qid: "1", type: "Y", title: "ok", question_order: "1" },
        "Ça va ?",
        "All right?",
      ),
      ...both(
        {
          ...question,
          qid: "2",
          type: "A",
          title: "views",
          question_order: "2",
          relevance: '((ok.NAOK == "Y"))',
        },
        "Avis",
        "Views",
      ),
      ...both(
        { ...question, qid: "4", type: "|", title: "file", question_order: "3" },
        "Fichier",
        "File",
      ),
    ])}
    ${table("subquestions", both({ gid: "1", parent_qid: "2", qid: "3", title: "heard", question_order: "1", scale_id: "0" }, "On m’écoute", "I am heard"))}
    </document>`);
  expect(read).toEqual({
    format: "limesurvey",
    questions: [
      ["ok", "single"],
      ["heard", "agreement", "ok=1"],
    ],
    losses: [
      "views: the sentence above its rows: “Avis”",
      "views: which end of its scale is the better one: “5” is taken to be",
      "file: a question of the type “|”",
    ],
    faults: [],
  });
});

test("a Qualtrics file is read in the order of its flow, with its translations and its display logic", () => {
  const question = (QuestionID: string, payload: object) => ({
    Element: "SQ",
    Payload: { QuestionID, Validation: { Settings: { ForceResponse: "OFF" } }, ...payload },
  });
  const expression = (choice: string, more = {}) => ({
    LogicType: "Question",
    Operator: "Selected",
    LeftOperand: `q://${choice}`,
    Type: "Expression",
    ...more,
  });
  const logic = {
    "0": {
      "0": expression("QID1/SelectableChoice/4"),
      "1": expression("QID1/SelectableChoice/9", { Conjuction: "Or" }),
      Type: "If",
    },
    Type: "BooleanExpression",
  };
  const file = JSON.stringify({
    SurveyEntry: { SurveyName: "Depots", SurveyLanguage: "EN" },
    SurveyElements: [
      {
        Element: "BL",
        Payload: {
          "1": {
            Type: "Default",
            ID: "BL_1",
            Description: "Last",
            BlockElements: [{ Type: "Question", QuestionID: "QID2" }],
          },
          "2": {
            Type: "Trash",
            ID: "BL_2",
            BlockElements: [{ Type: "Question", QuestionID: "QID3" }],
          },
          "3": {
            Type: "Standard",
            ID: "BL_3",
            Description: "First",
            BlockElements: [{ Type: "Question", QuestionID: "QID1" }],
          },
        },
      },
      {
        Element: "FL",
        Payload: {
          Flow: [
            { Type: "Block", ID: "BL_3" },
            { Type: "Branch", Flow: [{ Type: "Standard", ID: "BL_1" }] },
          ],
        },
      },
      question("QID1", {
        QuestionType: "MC",
        Selector: "SAVR",
        SubSelector: "TX",
        DataExportTag: "Shift",
        QuestionText: "Which <strong>shift</strong>?",
        Choices: {
          "4": { Display: "Day" },
          "7": { Display: "Other", TextEntry: "true" },
          "9": { Display: "Night" },
        },
        ChoiceOrder: ["9", "4", "7"],
        RecodeValues: { "4": "1", "7": "3", "9": "2" },
        Language: {
          FR: {
            QuestionText: "Quel poste ?",
            Choices: {
              "4": { Display: "Jour" },
              "7": { Display: "Autre" },
              "9": { Display: "Nuit" },
            },
          },
        },
      }),
      question("QID2", {
        QuestionType: "TE",
        Selector: "ML",
        DataExportTag: "why",
        QuestionText: "Why?",
        Language: { FR: { QuestionText: "Pourquoi ?" } },
        DisplayLogic: logic,
      }),
      question("QID3", {
        QuestionType: "TE",
        Selector: "SL",
        DataExportTag: "bin",
        QuestionText: "Thrown away",
      }),
    ],
  });
  expect(told(file)).toEqual({
    format: "qualtrics",
    questions: [
      ["shift", "single"],
      ["why", "text", "shift=1/2"],
    ],
    losses: ["the survey’s flow: Branch", "Shift: “other”, in own words"],
    faults: [],
  });
  expect(readQuestionnaireFile(file).questionnaire.questions[0]).toMatchObject({
    wordings: { en: "Which shift?", fr: "Quel poste ?" },
    options: [
      { value: 2, words: { en: "Night", fr: "Nuit" } },
      { value: 1, words: { en: "Day", fr: "Jour" } },
      { value: 3, words: { en: "Other", fr: "Autre" } },
    ],
  });
});

test("a file of ours that is wrong is told where, and what is no questionnaire is no questionnaire", () => {
  const wrong =
    "key: x\nnames: { fr: X }\nlanguages: [fr]\nquestions:\n  - item: a\n    kind: opinion\n    wordings: { fr: A }\n";
  expect(() => readQuestionnaireFile(wrong)).toThrow(/questions\.0\.kind: agreement, likelihood/);
  expect(() => readQuestionnaireFile("name;score\n1;2\n")).toThrow(QuestionnaireError);
  expect(() => readQuestionnaireFile("<LimeSurveyDocType>Survey</LimeSurveyDocType><oops")).toThrow(
    QuestionnaireError,
  );
});

test("what cannot be asked is said of each question", () => {
  const text = `key: x
names: { fr: X, en: X }
languages: [fr, en]
questions:
  - { item: a, kind: agreement, high: 12, wordings: { fr: A, en: A } }
  - { item: b, kind: text, indicator: trust, wordings: { fr: B } }
  - { item: c, kind: single, options: [{ value: 1, words: { fr: C, en: C } }], wordings: { fr: C, en: C } }
  - { item: d, kind: text, shownIf: [{ item: e, is: [1] }], wordings: { fr: D, en: D } }
  - { item: e, kind: rank, wordings: { fr: E, en: E }, section: nowhere }
`;
  const faults = faultsOf(readQuestionnaireFile(text).questionnaire);
  expect(faults.map(({ place, what }) => `${place} ${what}`)).toEqual([
    "questions.b has no words in en",
    "questions.a an agreement goes from 1 to one of 2 to 11",
    "questions.b only a question of agreement counts towards an indicator",
    "questions.c offers fewer than two options",
    "questions.d depends on “e”, which is not asked before it",
    "questions.e offers fewer than two options",
    "questions.e is in a section “nowhere” that is not there",
  ]);
});
