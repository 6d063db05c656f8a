import { sql } from "kysely";
import { expect } from "vitest";
import { takingPart, type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { contextOf } from "#tests/support/context.ts";
import { countedWeek } from "#tests/support/counted-week.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";

/** One account a person (same number), on one network that has been read to the end of March. */
async function makeNetwork(owner: Db, people: number): Promise<void> {
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('chat', 'mattermost', 'Chat', '{post,comment,react}', '2026-03-30T00:00:00+02')`.execute(
    owner,
  );
  await sql`
    insert into intake.account (connection_id, external_id)
    select 1, i::text from generate_series(1, ${people}::integer) i`.execute(owner);
  await sql`
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select id, id, 'number', daterange('2025-01-01', null), 1 from intake.account`.execute(owner);
  await sql`select intake.add_activity_months('2026-02-01', '2026-04-01')`.execute(owner);
}

/** One act a person, at a moment. */
async function act(owner: Db, verb: Verb, people: readonly number[], at: string, target = 0) {
  const code = verbs.indexOf(verb) + 1;
  const group = takingPart.includes(verb) ? 1 : 0;
  await sql`
    insert into intake.activity
      (occurred_at, external_hash, account_id, connection_id, verb, group_id, target_account_id)
    select ${at}::timestamptz, hashtextextended(${`${at} ${verb} ${target}`}, person), person, 1, ${code}, ${group}, ${target}
    from unnest(${people}::integer[]) as person`.execute(owner);
}

async function weekly(owner: Db, measure: string, week: string) {
  const { rows } = await sql<{
    key: string;
    hidden: boolean;
    n: number | null;
    value: number | null;
    least: number | null;
    most: number | null;
  }>`
    select p.key, f.hidden, f.n, f.value, f.least, f.most
    from figures.figure f join figures.population p using (release_id, population)
    join figures.release r on r.id = f.release_id
    where f.measure = ${measure} and r.week = ${week}::date and p.cut = 'organisation' order by p.key`.execute(
    owner,
  );
  return Object.fromEntries(
    rows.map(({ key, hidden, n, value, least, most }) => [
      key,
      hidden ? "hidden" : [n, least === null ? value : [least, most]],
    ]),
  );
}

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test("adoption counts each person once in four weeks, on the headcount", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 30 } });
  await makeNetwork(owner, 70);
  await act(owner, "post", people(1, 10), "2026-03-03T09:00:00Z");
  await act(owner, "comment", people(6, 15), "2026-03-10T09:00:00Z");
  await act(owner, "react", people(41, 50), "2026-03-18T09:00:00Z");
  await act(owner, "view", people(16, 40), "2026-03-25T09:00:00Z");
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);

  const measured = { measure: "adoption", week: "2026-03-23" };
  expect(await countedWeek(owner, measured)).toEqual({ n: 70, x: 25 });
  expect(await countedWeek(owner, { ...measured, population: "unit:lyon" })).toEqual({
    n: 40,
    x: 15,
  });
  // The week before speaks of three of the same weeks: what is told is rounded.
  expect(await weekly(owner, "adoption", "2026-03-23")).toEqual({
    company: [70, [0.35, 0.45]],
    "unit:lyon": [40, [0.35, 0.45]],
    "unit:nice": [30, [0.25, 0.35]],
    "unit:top": [70, [0.35, 0.45]],
  });
  // Three weeks are not "28 days": nothing is said yet.
  expect(await weekly(owner, "adoption", "2026-03-16")).toEqual({});
});

test("where no network can tell who took part, adoption is not supplied: no figure, not even a zero", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeNetwork(owner, 40);
  await sql`update records.connection set supplies = '{message}'`.execute(owner);
  for (const day of ["03", "10", "17", "24"]) {
    await act(owner, "message", people(1, 20), `2026-03-${day}T09:00:00Z`, 30);
  }
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect(await weekly(owner, "adoption", "2026-03-23")).toEqual({});
  expect((await weekly(owner, "active", "2026-03-23")).company).toEqual([40, 0.5]);
});

test("a network that tells posts as totals only cannot tell who took part in a group", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeNetwork(owner, 40);
  const declaration = {
    live: { each: ["members"], totals: ["post", "react"], historyDays: 30, delayHours: 48 },
    files: null,
    webhook: false,
    sent: null,
    people: false,
  };
  await sql`insert into records.network (network, title, position, declaration)
    values ('mattermost', 'Reports', 1, ${JSON.stringify(declaration)}::jsonb)`.execute(owner);
  for (const day of ["03", "10", "17", "24"]) {
    await act(owner, "message", people(1, 20), `2026-03-${day}T09:00:00Z`, 30);
  }
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect(await weekly(owner, "adoption", "2026-03-23")).toEqual({});
  expect((await weekly(owner, "active", "2026-03-23")).company).toEqual([40, 0.5]);
});

test("a week begins on Monday in the company's time zone, not in UTC", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeNetwork(owner, 40);
  await act(owner, "post", people(1, 20), "2026-03-04T09:00:00Z");
  // 23:30 UTC on Sunday is half past midnight on Monday in Paris.
  await act(owner, "post", people(21, 30), "2026-03-08T23:30:00Z");
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect((await weekly(owner, "active", "2026-03-02")).company).toEqual([40, 20 / 40]);
  expect((await weekly(owner, "active", "2026-03-09")).company).toEqual([40, 10 / 40]);
});

test("activity of fewer than five people is hidden, and that of everybody a range", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, {
    lyon: { people: 40 },
    nice: { people: 30 },
    sète: { people: 30 },
    vire: { people: 40 },
  });
  await makeNetwork(owner, 140);
  await act(owner, "post", people(1, 20), "2026-03-04T09:00:00Z");
  await act(owner, "post", people(41, 44), "2026-03-04T09:10:00Z");
  await act(owner, "post", people(71, 100), "2026-03-04T09:20:00Z");
  await act(owner, "post", people(101, 120), "2026-03-04T09:30:00Z");
  const context = contextOf(database, worker, "2026-03-10T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect(await weekly(owner, "active", "2026-03-02")).toEqual({
    company: [140, 74 / 140],
    // Fewer than five did it in Nice, as is known: with Lyon exact it would follow that four did.
    "unit:lyon": [40, [0.4, 0.6]],
    "unit:nice": "hidden",
    // 30 of 30 look like 29 and 28 of them.
    "unit:sète": [30, [0.93, 1]],
    "unit:top": [140, 74 / 140],
    "unit:vire": [40, 0.5],
  });
});

test("an objector is on neither side", async ({ database, owner, worker }) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeNetwork(owner, 40);
  await sql`insert into intake.objection (person_id, since) values (1, '2026-01-01'), (40, '2026-01-01')`.execute(
    owner,
  );
  await act(owner, "post", people(1, 20), "2026-03-04T09:00:00Z");
  const context = contextOf(database, worker, "2026-03-10T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect((await weekly(owner, "active", "2026-03-02")).company).toEqual([38, 19 / 38]);
});

test("a past week is read with that week's team", async ({ database, owner, worker }) => {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 40 } });
  await makeNetwork(owner, 80);
  await sql`
    update intake.person_unit set valid = daterange('2025-01-01', '2026-03-09') where person_id <= 10`.execute(
    owner,
  );
  await sql`
    insert into intake.person_unit (person_id, unit_id, valid, import_id)
    select person, (select id from intake.unit where key = 'nice'), daterange('2026-03-09', null), 1
    from generate_series(1, 10) person`.execute(owner);
  for (const at of ["2026-03-04T09:00:00Z", "2026-03-11T09:00:00Z"]) {
    await act(owner, "post", [...people(1, 20), ...people(41, 60)], at);
  }
  const context = contextOf(database, worker, "2026-03-17T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect((await weekly(owner, "active", "2026-03-02"))["unit:lyon"]).toEqual([40, 20 / 40]);
  expect((await weekly(owner, "active", "2026-03-09"))["unit:lyon"]).toEqual([30, 10 / 30]);
  expect((await weekly(owner, "active", "2026-03-09"))["unit:nice"]).toEqual([50, 30 / 50]);
});

test("a week waits for a silent network, and after fourteen days goes without it, saying so", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeNetwork(owner, 40);
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('other', 'mattermost', 'Other', '{post}', '2026-03-05T00:00:00Z'),
      ('people', 'scim', 'Directory', '{}', '2026-03-05T00:00:00Z')`.execute(owner);
  await act(owner, "post", people(1, 20), "2026-03-04T09:00:00Z");
  const early = contextOf(database, worker, "2026-03-12T02:00:00Z");
  await rollUp.run(early);
  expect((await release.run(early)).message).toMatch(/waiting for Other$/);
  expect(await weekly(owner, "active", "2026-03-02")).toEqual({});

  const late = contextOf(database, worker, "2026-03-24T02:00:00Z");
  await rollUp.run(late);
  await release.run(late);
  const { rows } =
    await sql<object>`select week, without from figures.release order by week`.execute(owner);
  expect(rows).toEqual([{ week: "2026-03-02", without: ["Other"] }]);
});

test("messages are told within and across teams, self-messages being neither", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 30 }, nice: { people: 30 } });
  await makeNetwork(owner, 60);
  await act(owner, "message", people(1, 20), "2026-03-04T09:00:00Z", 30);
  await act(owner, "message", people(11, 20), "2026-03-04T10:00:00Z", 31);
  await act(owner, "message", [30], "2026-03-04T11:00:00Z", 30);
  const context = contextOf(database, worker, "2026-03-10T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
  expect((await weekly(owner, "messages", "2026-03-02")).company).toEqual([21, 31]);
  expect((await weekly(owner, "messages-across", "2026-03-02")).company).toEqual([20, 10 / 30]);
});
