import { sql } from "kysely";
import { expect } from "vitest";
import { readIndicator } from "#app/services/indicator.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { viewerOf } from "#tests/support/make-halles.ts";
import { everyKind, makeQuestions } from "#tests/support/make-questions.ts";

const question = (item: string, indicator: string) => ({
  item,
  kind: "agreement" as const,
  low: 1,
  high: 5,
  indicator,
  wordings: { fr: item, en: item },
});

const questionnaire = {
  ...everyKind,
  languages: ["fr", "en"],
  sections: [],
  questions: [
    question("connected", "connection"),
    question("trusted", "trust"),
    question("engaged", "engagement"),
  ],
};

test("what goes with engagement is released of 140 people, and of 70 nothing", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, {
    lyon: { people: 70, work: "frontline" },
    nice: { people: 70, work: "desk" },
  });
  await makeQuestions(owner, { key: "october", questionnaire });
  const invited = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "october",
  });
  for (const { personId, code } of invited) {
    // Engagement follows trust nearly to the person; connection goes its own way.
    const trust = 1 + ((personId * 7) % 5);
    const engaged = personId % 6 === 0 ? 3 : trust;
    const answers = {
      1: 1 + ((personId * 3 + Math.floor(personId / 5)) % 5),
      2: trust,
      3: engaged,
    };
    await sql`select intake.submit(${code}, ${JSON.stringify(answers)}::jsonb, true)`.execute(web);
  }
  const later = contextOf(database, worker, "2026-03-20T17:00:00Z");
  await closeWave(later, { wave: "october" });
  await rollUp.run(later);
  await release.run(later);

  const { rows } = await sql<{ key: string; item: string; part: number; n: number }>`
    select p.key, d.item, d.part, d.n from figures.driver d
    join figures.population p using (release_id, population)
    where d.outcome = 'engagement' order by p.key, d.place`.execute(owner);
  expect(rows.map(({ key, item, n }) => [key, item, n])).toEqual([
    ["company", "trusted", 140],
    ["company", "connected", 140],
  ]);
  expect(rows[0]?.part).toBeGreaterThanOrEqual(0.9);
  await expect(owner.deleteFrom("figures.driver").execute()).rejects.toThrow(/never changes/);

  const reading = await readIndicator(
    viewerOf(),
    { indicator: "engagement", wave: null, compare: null, population: null, by: null },
    { db: web, language: "fr", timeZone: "Europe/Paris" },
  );
  expect(reading?.drivers.sentence).toBe(
    "Ce qui va le plus avec l’engagement\u00a0: «\u00a0trusted\u00a0».",
  );
  expect(reading?.drivers.rows.map(({ towards }) => towards)).toEqual([
    "Confiance dans la direction",
    "Connexion",
  ]);
});
