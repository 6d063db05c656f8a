import { sql } from "kysely";
import { expect } from "vitest";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { declareEquivalence, keepQuestionnaire, listVersions } from "#db/records/barometers.ts";
import { DefinitionConflict, defineWave } from "#db/records/define-barometer.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import { library } from "#jobs/questionnaires/library.ts";
import { everything } from "#tests/support/asked-everything.ts";
import { test } from "#tests/support/database.ts";

const shorter: Questionnaire = { ...everything, questions: everything.questions.slice(0, 2) };

test("the whole library is kept as it is written, and kept again it is known", async ({
  worker,
}) => {
  for (const questionnaire of library()) {
    const { id, outcome } = await keepQuestionnaire(worker, questionnaire);
    expect([questionnaire.key, outcome]).toEqual([questionnaire.key, "kept"]);
    expect(await readQuestionnaire(worker, id)).toEqual(questionnaire);
    expect((await keepQuestionnaire(worker, questionnaire)).outcome).toBe("known");
  }
  expect(await listVersions(worker)).toHaveLength(library().length);
});

test("a version may change until a wave asks it, and never after", async ({ worker }) => {
  const { id } = await keepQuestionnaire(worker, everything);
  expect(await keepQuestionnaire(worker, shorter)).toEqual({ id, outcome: "replaced" });
  expect(await readQuestionnaire(worker, id)).toEqual(shorter);

  const names = { fr: "Printemps", en: "Spring" };
  await defineWave(worker, {
    key: "spring",
    barometer: everything.key,
    names,
    mode: "confidential",
  });
  await expect(keepQuestionnaire(worker, everything)).rejects.toThrow(DefinitionConflict);
  expect(await readQuestionnaire(worker, id)).toEqual(shorter);
  expect((await keepQuestionnaire(worker, { ...everything, version: 2 })).outcome).toBe("kept");
});

test("an item that was asked keeps what it counts towards", async ({ worker }) => {
  const trusting = (questionnaire: Questionnaire): Questionnaire => ({
    ...questionnaire,
    questions: questionnaire.questions.map((one) =>
      one.item === "knows" ? { ...one, indicator: "belonging" } : one,
    ),
  });
  await keepQuestionnaire(worker, shorter);
  expect((await keepQuestionnaire(worker, trusting(shorter))).outcome).toBe("replaced");
  const names = { fr: "Printemps", en: "Spring" };
  await defineWave(worker, {
    key: "spring",
    barometer: everything.key,
    names,
    mode: "confidential",
  });
  await expect(keepQuestionnaire(worker, { ...shorter, version: 2 })).rejects.toThrow(
    /“knows” was asked already and counts towards belonging/,
  );
});

test("two questions are declared equivalent with their reason in both languages and a line in the audit trail, or the refusal is told", async ({
  owner,
  worker,
}) => {
  await keepQuestionnaire(worker, shorter);
  await keepQuestionnaire(worker, { ...shorter, version: 2 });
  const declared = {
    barometer: everything.key,
    from: { version: 1, item: "knows" },
    to: { version: 2, item: "knows" },
    reason: { fr: "Une faute corrigée", en: "A word was misspelt" },
    on: "2026-11-22",
    actor: "barometer barometers",
    at: new Date("2026-11-22T09:00:00Z"),
  };
  expect(await declareEquivalence(worker, declared)).toBe(true);
  expect(await declareEquivalence(worker, { ...declared, to: { version: 3, item: "knows" } })).toBe(
    false,
  );
  const { rows } = await sql`select reason from records.equivalence`.execute(worker);
  expect(rows).toEqual([{ reason: declared.reason }]);
  const audited = await sql<{ actor: string; subject: unknown }>`
    select actor, subject from records.audit_entry
    where action = 'questions declared equivalent'`.execute(owner);
  const { barometer, from, to, reason, actor } = declared;
  expect(audited.rows).toEqual([{ actor, subject: { barometer, from, to, reason } }]);
});
