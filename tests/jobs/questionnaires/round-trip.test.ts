import { expect, test } from "vitest";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { faultsOf, missingWords } from "#app/model/questionnaire-faults.ts";
import { formats, readQuestionnaireFile } from "#jobs/questionnaires/index.ts";
import { library } from "#jobs/questionnaires/library.ts";
import { everything } from "#tests/support/asked-everything.ts";

/** What every tool has a place for; keys are told apart by their letters. */
function essence({ questions, languages }: Questionnaire) {
  const bare = (key: string) => key.replaceAll("-", "").toLowerCase();
  return {
    languages,
    questions: questions.map((question) => ({
      item: bare(question.item),
      kind: question.kind,
      low: question.low,
      high: question.high,
      scale: question.scale,
      options: question.options,
      shownIf: question.shownIf?.map(({ item, is }) => ({ item: bare(item), is })),
      wordings: question.wordings,
    })),
  };
}

const tools = formats.map((format) => [format.name, format] as const);

test.each(tools)("a questionnaire that asks in every way comes back from %s", (name, format) => {
  const text = format.write(everything).text;
  const read = readQuestionnaireFile(text);
  expect(read.format.name).toBe(name);
  expect(essence(read.questionnaire)).toEqual(essence(everything));
});

test.each(tools)("the conditions of the whole library survive %s, or are listed", (_, format) => {
  for (const questionnaire of library()) {
    const read = format.read(format.write(questionnaire).text).questionnaire;
    expect(read.questions.map(({ kind }) => kind)).toEqual(
      questionnaire.questions.map(({ kind }) => kind),
    );
    expect(read.questions.map(({ wordings }) => wordings)).toEqual(
      questionnaire.questions.map(({ wordings }) => wordings),
    );
    expect(read.questions.filter(({ shownIf }) => shownIf).length).toBe(
      questionnaire.questions.filter(({ shownIf }) => shownIf).length,
    );
  }
});

test.each(tools)(
  "what %s cannot say is listed, and nothing is where all can be said",
  (name, format) => {
    const [questionnaire] = library().filter(({ key }) => key === "barometre-rh");
    if (questionnaire === undefined) throw new Error("There is no barometre-rh.");
    const told = format.write(questionnaire).losses.map(({ what }) => what);
    const unsaid = [
      "why it is asked",
      "the licence of its words",
      "the indicator it counts towards",
      "that a high answer is unfavourable",
      "that it is sensitive",
      "the published item it is comparable to",
    ];
    if (name === "yaml" || name === "json") expect(told).toEqual([]);
    else expect(told).toEqual(expect.arrayContaining(unsaid));
  },
);

test("our own file keeps the whole of it", () => {
  for (const questionnaire of library()) {
    for (const name of ["yaml", "json"]) {
      const format = formats.find((one) => one.name === name);
      expect(format?.read(format.write(questionnaire).text).questionnaire).toEqual(questionnaire);
    }
  }
});

test("every questionnaire of the library may be asked today, in French and in English", () => {
  expect(library().map(({ key }) => key)).toEqual([
    "action-after-survey",
    "barometre-rh",
    "belonging",
    "engagement-index",
    "frontline-connection",
    "frontline-pulse",
    "line-manager",
    "psychological-safety",
    "trust-in-leadership",
    "working-conditions",
  ]);
  for (const questionnaire of library()) {
    expect([questionnaire.key, missingWords(questionnaire)]).toEqual([questionnaire.key, []]);
    expect([questionnaire.key, faultsOf(questionnaire)]).toEqual([questionnaire.key, []]);
    expect(questionnaire.purpose).toBeDefined();
    expect(questionnaire.licence).toBe("CC0-1.0");
    expect(questionnaire.languages).toEqual(["fr", "en"]);
  }
});

test("an item of the library has the same words and indicator wherever it is asked", () => {
  const asked = new Map<string, unknown>();
  for (const { section: _, ...question } of library().flatMap(({ questions }) => questions)) {
    const { shownIf: __, ...words } = question;
    expect(asked.get(question.item) ?? words).toEqual(words);
    asked.set(question.item, words);
  }
});
