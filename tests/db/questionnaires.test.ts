import { sql } from "kysely";
import { expect } from "vitest";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { DefinitionConflict, defineBarometer } from "#db/records/define-barometer.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import { test } from "#tests/support/database.ts";

const words = (fr: string, en: string) => ({ fr, en });

const depots: Questionnaire = {
  key: "depots",
  version: 1,
  names: words("Dépôts", "Depots"),
  purpose: words("Ce qui manque dans les dépôts.", "What depots lack."),
  licence: "CC0-1.0",
  languages: ["fr", "en"],
  sections: [
    { key: "work", names: words("Le travail", "The work") },
    { key: "after", names: words("Ensuite", "Afterwards") },
  ],
  questions: [
    {
      item: "has-tools",
      kind: "agreement",
      low: 1,
      high: 4,
      scale: [
        { value: 1, words: words("Non", "No") },
        { value: 4, words: words("Oui", "Yes") },
      ],
      indicator: "conditions",
      section: "work",
      wordings: words("J’ai mes outils.", "I have my tools."),
      comparableTo: "A published item",
    },
    {
      item: "what-lacks",
      kind: "multiple",
      low: null,
      high: null,
      options: [
        { value: 1, words: words("Gants", "Gloves") },
        { value: 2, words: words("Chariots", "Trolleys") },
      ],
      sensitive: true,
      indicator: null,
      section: "after",
      shownIf: [{ item: "has-tools", is: [1, 2] }],
      wordings: words("Que manque-t-il ?", "What is missing?"),
    },
  ],
};

test("a questionnaire comes back from the tables as it was put in, also to the web", async ({
  worker,
  web,
}) => {
  const id = await defineBarometer(worker, depots);
  expect(await readQuestionnaire(web, id)).toEqual(depots);
});

test("a version whose choices changed is another version, and the same again is the same", async ({
  worker,
}) => {
  const id = await defineBarometer(worker, depots);
  expect(await defineBarometer(worker, depots)).toBe(id);
  const [tools, lacks] = depots.questions;
  if (tools === undefined || lacks === undefined) throw new Error("The questionnaire has two.");
  const more = { ...lacks, options: lacks.options?.slice(0, 1) ?? [] };
  await expect(defineBarometer(worker, { ...depots, questions: [tools, more] })).rejects.toThrow(
    DefinitionConflict,
  );
  const second = await defineBarometer(worker, { ...depots, version: 2, questions: [tools, more] });
  expect((await readQuestionnaire(worker, second)).version).toBe(2);
});

test("no more is offered than fits the number an answer is stored as", async ({ worker }) => {
  const id = await defineBarometer(worker, depots);
  const many = JSON.stringify([...Array(31).keys()].map((value) => ({ value, words: {} })));
  await expect(
    sql`update records.question set options = ${many} where version_id = ${id} and kind = 'multiple'`.execute(
      worker,
    ),
  ).rejects.toMatchObject({ constraint: "options_fit_a_number" });
});
