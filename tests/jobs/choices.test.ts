import { sql } from "kysely";
import { expect } from "vitest";
import { packChoices, packRank } from "#app/model/answer-forms.ts";
import type { Db } from "#db/client.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { makeQuestions } from "#tests/support/make-questions.ts";

const opening = "2026-03-02T08:00:00Z";
const closing = "2026-03-20T17:00:00Z";

/** What was released of a population, by measure: a value, a range, or `hidden`. */
async function releasedOf(owner: Db, population: string) {
  const { rows } = await sql<{
    measure: string;
    value: number | null;
    least: number | null;
    most: number | null;
  }>`
    select f.measure, f.value, f.least, f.most
    from figures.figure f join figures.population p using (release_id, population)
    where p.key = ${population} order by f.measure`.execute(owner);
  return Object.fromEntries(
    rows.map(({ measure, value, least, most }) => [
      measure,
      value === null ? "hidden" : least === null || most === null ? value : [least, most],
    ]),
  );
}

test("what people chose is released option by option, and a small team's choices stay hidden together", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 60 }, nice: { people: 40 }, sète: { people: 3 } });
  await makeQuestions(owner, { key: "october" });
  const invited = await openWave(contextOf(database, worker, opening), { wave: "october" });
  for (const { personId, code } of invited) {
    const answers = {
      1: [1, 2, 3, 4, 5][personId % 5],
      2: 8,
      3: personId % 4 === 0 ? 2 : 1,
      5: packChoices(personId % 2 === 0 ? [0, 2] : [0], 3),
      6: packRank(personId % 3 === 0 ? [2, 0] : [0, 1, 2], 3),
    };
    await sql`select intake.submit(${code}, ${JSON.stringify(answers)}::jsonb, true)`.execute(web);
  }
  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "october" });
  await rollUp.run(later);
  await release.run(later);

  const company = await releasedOf(owner, "company");
  // Two of five are unfavourable; the neutral ones are what is left, and are written nowhere.
  expect(company["unfavourable:connected"]).toBeCloseTo(0.4, 1);
  expect(company).not.toHaveProperty("neutral:connected");
  // A telephone for everybody is told as nearly everybody; a radio for every second person.
  expect(company["option:tools:10"]).toEqual([expect.any(Number), 1]);
  expect(company["option:tools:30"]).toBeCloseTo(51 / 103, 6);
  // One answer each: rounded, so that the last option does not follow to the person.
  const [least, most] = company["option:travel:2"] as [number, number];
  expect(most - least).toBeCloseTo(0.05, 6);
  expect(25 / 103).toBeGreaterThanOrEqual(least);
  expect(25 / 103).toBeLessThan(most);
  // Of a rank, who put it first.
  const pay = company["option:matters:1"] as [number, number];
  expect(69 / 103).toBeGreaterThanOrEqual(pay[0]);
  expect(69 / 103).toBeLessThan(pay[1]);

  const small = await releasedOf(owner, "unit:sète");
  const choices = Object.entries(small).filter(([measure]) => measure.startsWith("option:"));
  expect(choices).toHaveLength(8);
  expect(choices.map(([, value]) => value)).toEqual(Array(8).fill("hidden"));
});
