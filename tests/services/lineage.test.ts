import { sql } from "kysely";
import { expect } from "vitest";
import { readBarometer } from "#app/services/barometer.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, viewerOf } from "#tests/support/make-halles.ts";

const asked = { wave: null, compare: null, population: null, measure: "connection", by: null };
const french = (db: Db) => ({ db, language: "fr", timeZone: "Europe/Paris" }) as const;

/** In October the one question of connection is put in other words. */
async function reword(owner: Db): Promise<void> {
  await sql`update records.item set indicator_key = 'connection' where key = 'informed'`.execute(
    owner,
  );
  await sql`
    update records.question q set wordings = '{"fr": "On me tient au courant", "en": "I am told"}'
    from records.wave w where w.version_id = q.version_id and w.key = '2026-10'`.execute(owner);
}

test("a reworded question breaks the line where it was reworded, and the page says so", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const before = await readBarometer(viewerOf(), asked, french(web));
  expect(before?.trend?.marks).toEqual([]);
  expect(before?.trend?.sentence).toMatch(/a gagné/);

  await reword(owner);
  const page = await readBarometer(viewerOf(), asked, french(web));
  expect(page?.trend?.marks).toEqual([
    {
      key: "2026-10",
      at: new Date("2026-10-16T18:00:00Z"),
      name: "nouvelle série",
      sentence:
        "Octobre 2026\u00a0: formulation différente de juin 2026, une autre série commence.",
      breaks: true,
    },
  ]);
  expect(page?.trend?.sentence).toBe(
    "La dernière vague commence une autre série\u00a0: la suite se lira ici.",
  );
});

test("nothing is said to have moved over a break; trust, asked as before, still is", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await reword(owner);
  const page = await readBarometer(viewerOf(), asked, french(web));
  const changes = page?.dials.map(({ measure, change }) => [measure, change !== null]);
  expect(changes).toContainEqual(["connection", false]);
  expect(changes).toContainEqual(["trust", true]);
  const moved = [...(page?.movers?.real ?? []), ...(page?.movers?.seeming ?? [])];
  expect(moved.map(({ measure }) => measure)).not.toContain("connection");
  expect(moved.map(({ measure }) => measure)).not.toContain("question:informed");
});

test("declared equivalent, the line goes on and the reason stands beside it", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await reword(owner);
  await sql`
    insert into records.equivalence (from_question_id, to_question_id, reason, declared_on)
    select before.id, after.id, '{"fr": "même question, dite plus simplement", "en": "the same, said more simply"}',
      '2026-09-01'
    from records.question before join records.wave june on june.version_id = before.version_id,
      records.question after join records.wave october on october.version_id = after.version_id
    where june.key = '2026-06' and october.key = '2026-10'`.execute(owner);
  const page = await readBarometer(viewerOf(), asked, french(web));
  expect(page?.trend?.marks.map(({ breaks, sentence }) => ({ breaks, sentence }))).toEqual([
    {
      breaks: false,
      sentence:
        "Octobre 2026\u00a0: formulation différente de juin 2026, déclarée équivalente\u00a0: même question, dite plus simplement.",
    },
  ]);
  expect(page?.trend?.sentence).toMatch(/a gagné/);
  expect(page?.dials.find(({ measure }) => measure === "connection")?.change).not.toBeNull();
});
