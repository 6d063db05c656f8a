import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { canary } from "#fixtures/recording.ts";
import { surveyRows } from "#jobs/connectors/workplace/surveys.ts";
import { openArchive } from "#jobs/imports/archive/open-archive.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { emptyFolder, folderOf } from "#tests/support/archives.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const questions = [
  { id: "61", text: canary, question_type: "LIKERT_DISAGREE_TO_AGREE" },
  { id: "62", text: canary, question_type: "FREE_TEXT" },
  {
    id: "63",
    text: canary,
    question_type: "SINGLE_CHOICE",
    question_answer_options: ["Non", canary],
  },
];
const response = (id: number, from: string, ...answers: unknown[]) => ({
  id: String(70_000 + id),
  created_time: "2025-03-04T09:12:31+0000",
  from: { id: from, name: canary },
  answers: { data: answers },
});
const pages = {
  "community/members.json": {
    data: [{ id: "5001", name: canary, email: "ada@example.org", external_id: "E-001" }],
  },
  "surveys.json": {
    data: [
      {
        id: "60001",
        title: canary,
        questions: { data: questions },
        responses: {
          data: [
            response(
              1,
              "5001",
              { question_id: "61", answer: "STRONGLY_AGREE" },
              { question_id: "62", answer: canary },
              { question_id: "63", answer: canary },
            ),
            response(
              2,
              "5002",
              { question_id: "61", answer: 2 },
              { question_id: "63", answer: "Non" },
            ),
            response(3, "5003", { question_id: "61", answer: "Plutôt d’accord, mais" }),
          ],
        },
      },
    ],
  },
};

test("answers to the survey bot become rows the survey import takes, without a word or a name", async ({
  database,
  worker,
}) => {
  const files = Object.fromEntries(
    Object.entries(pages).map(([path, page]) => [path, JSON.stringify(page)]),
  );
  const options = { name: "pages", refusals: new Findings(), notices: new Findings() };
  const archive = await openArchive(folderOf(files), options);
  const rows = [];
  for await (const row of surveyRows(archive)) rows.push(row);
  archive.close();
  const common = { survey: "60001", day: "2025-03-04" };
  expect(rows).toEqual([
    { ...common, response: "70001", person: "E-001", q1: 5, q2: 2 },
    { ...common, response: "70002", person: "", q1: 2, q2: 1 },
    // Not a point of the scale, and not kept as a text either.
    { ...common, response: "70003", person: "", q1: "", q2: "" },
  ]);

  const path = join(emptyFolder(), "answers.ndjson");
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const mapping = surveyMapping.parse({
    kind: "survey",
    only: { column: "survey", equals: "60001" },
    barometer: { key: "climate", names: "Climate" },
    wave: { key: "2025-03", names: "March 2025", date: "2025-03-04" },
    questions: [
      { kind: "agreement", column: "q1", item: "heard", wordings: "I am heard" },
      { kind: "number", column: "q2", item: "stay", wordings: "I want to stay" },
    ],
  });
  const report = await importSurvey(contextOf(database, worker, "2026-11-22T02:00:00Z"), {
    path,
    mapping,
  });
  expect(report).toMatchObject({ kept: 2 });
});
