import { sql } from "kysely";
import { expect } from "vitest";
import { thresholdNames } from "#app/privacy/policy.ts";
import type { Db } from "#db/client.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

const opening = "2026-03-02T08:00:00Z";
const closing = "2026-03-20T17:00:00Z";

async function submit(web: Db, code: string, answers: object, complete = true): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select intake.submit(${code}, ${JSON.stringify(answers)}::jsonb, ${complete}) as state`.execute(
    web,
  );
  return rows[0]?.state ?? "";
}

async function figuresOf(owner: Db, measure: string) {
  const { rows } = await sql<{
    key: string;
    hidden: boolean;
    n: number | null;
    band: string | null;
    value: number | null;
    least: number | null;
    most: number | null;
  }>`
    select p.key, f.hidden, f.n, f.band, f.value, f.least, f.most
    from figures.figure f join figures.population p using (release_id, population)
    where f.measure = ${measure} and p.cut = 'organisation' order by p.key`.execute(owner);
  return Object.fromEntries(
    rows.map(({ key, hidden, n, band, value, least, most }) => [
      key,
      hidden ? "hidden" : [n ?? band, least === null ? value : [least, most]],
    ]),
  );
}

test("a wave is asked, answered, closed and released, and the small team stays hidden", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 26 }, sète: { people: 3 } });
  await makeWave(owner, { key: "2026-1" });
  const invitations = await openWave(contextOf(database, worker, opening), { wave: "2026-1" });
  expect(invitations).toHaveLength(69);
  for (const { personId, code } of invitations) {
    const favourable = personId % 4 === 0 ? 2 : 4;
    expect(await submit(web, code, { 1: favourable, 2: 3 })).toBe("accepted");
  }
  const [first] = invitations;
  expect(await submit(web, first?.code ?? "", { 1: 1 })).toBe("already");

  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "2026-1" });
  await closeWave(later, { wave: "2026-1" });
  await rollUp.run(later);
  await release.run(later);
  await rollUp.run(later);
  await release.run(later);

  expect(await figuresOf(owner, "trust")).toEqual({
    company: [69, 52 / 69],
    "unit:lyon": [40, 30 / 40],
    // Rounded to ten points, so that of the three in Sète none or two may be favourable.
    "unit:nice": [26, [0.75, 0.85]],
    "unit:sète": "hidden",
    "unit:top": [69, 52 / 69],
  });
});

test("a code nobody gave, a closed wave, an answer off the scale: refused, each in its way", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 12 } });
  await makeWave(owner, { key: "2026-1" });
  const [one, two] = await openWave(contextOf(database, worker, opening), { wave: "2026-1" });
  const [code, other] = [one?.code ?? "", two?.code ?? ""];
  expect(await submit(web, "nobody", { 1: 4 })).toBe("unknown");
  await expect(submit(web, code, { 1: 9 })).rejects.toThrow(
    "the answer to question 1 is outside its scale (1 to 5)",
  );
  await expect(submit(web, code, { 3: 4 })).rejects.toThrow("there is no question 3");
  expect(await submit(web, code, { 1: 4 }, false)).toBe("accepted");
  expect(await submit(web, code, { 1: 5, 2: "declined" })).toBe("accepted");
  await closeWave(contextOf(database, worker, closing), { wave: "2026-1" });
  expect(await submit(web, other, { 1: 4 })).toBe("closed");
  const { rows } = await sql<object>`
    select r.answers, r.states, w.late from intake.response r join records.wave w on w.id = r.wave_id`.execute(
    owner,
  );
  expect(rows).toEqual([{ answers: [5, null], states: [1, 2], late: 1 }]);
});

test("who leaves before the close leaves both sides", async ({ database, owner, worker, web }) => {
  await makeCompany(owner, { lyon: { people: 30 } });
  await makeWave(owner, { key: "2026-1" });
  const invitations = await openWave(contextOf(database, worker, opening), { wave: "2026-1" });
  for (const { code, personId } of invitations) {
    if (personId <= 20) await submit(web, code, { 1: personId <= 10 ? 5 : 1 });
  }
  await sql`update intake.employment set valid = daterange('2025-01-01', '2026-03-10') where person_id in (1, 30)`.execute(
    owner,
  );
  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "2026-1" });
  await rollUp.run(later);
  const { rows } = await sql<object>`
    select sum(invited)::integer as invited, sum(answered)::integer as answered from counts.participation_cell`.execute(
    owner,
  );
  expect(rows).toEqual([{ invited: 28, answered: 19 }]);
});

test("an anonymous answer waits for nine others, and nothing says whose it was", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 14 }, sète: { people: 4 } });
  await makeWave(owner, { key: "2026-1", mode: "anonymous" });
  const invitations = await openWave(contextOf(database, worker, opening), { wave: "2026-1" });
  const { rows: cells } = await sql<{ invited: number }>`
    select invited from intake.frame_cell order by invited`.execute(owner);
  expect(cells).toEqual([{ invited: 18 }]);

  for (const { code } of invitations.slice(0, 9)) await submit(web, code, { 1: 4 });
  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "2026-1" });
  const { rows: moved } = await sql<{
    n: number;
  }>`select count(*) as n from intake.response`.execute(owner);
  expect(moved).toEqual([{ n: 0 }]);

  const { rows: linked } = await sql<{ n: number }>`
    select count(*) as n from intake.frame_code where member is not null`.execute(owner);
  expect(linked).toEqual([{ n: 0 }]);
});

test("a raise of the thresholds while a wave is open does not reach back into it", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 24 } });
  await makeWave(owner, { key: "2026-1" });
  const invitations = await openWave(contextOf(database, worker, opening), { wave: "2026-1" });
  for (const { code, personId } of invitations)
    await submit(web, code, { 1: personId % 2 ? 5 : 1 });
  const raised = Object.fromEntries(thresholdNames.map((name) => [name, 100]));
  await sql`
    insert into records.policy (thresholds, announced_by)
    values (${JSON.stringify(raised)}, 'test')`.execute(owner);
  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "2026-1" });
  await rollUp.run(later);
  await release.run(later);
  expect((await figuresOf(owner, "trust")).company).toEqual([24, 0.5]);
});
