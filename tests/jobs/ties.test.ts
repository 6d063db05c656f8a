import { sql } from "kysely";
import { expect } from "vitest";
import { type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { contextOf } from "#tests/support/context.ts";
import { countedWeek } from "#tests/support/counted-week.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const last = "2026-03-23";

/**
 * Lyon (people 1 to 40) and Nice (41 to 80), two units of their own at two sites; head office (81 to
 * 90), whose first five lead. One network, in which group 1 is for announcements and 2 for questions.
 */
async function makeTies(owner: Db, supplies: readonly Verb[]): Promise<void> {
  await makeCompany(owner, {
    lyon: { people: 40, site: "lyon" },
    nice: { people: 40, site: "nice" },
    siège: { people: 10, site: "paris", work: "desk" },
  });
  await sql`update intake.unit_parent set parent_id = null`.execute(owner);
  await sql`update intake.site set head_office = true where key = 'paris'`.execute(owner);
  await sql`
    insert into intake.person_segment (person_id, segment_id, option_id, valid, import_id)
    select p, o.segment_id, o.id, daterange('2025-01-01', null), 1
    from generate_series(81, 85) as p, intake.segment_option o where o.key = 'leader'`.execute(
    owner,
  );
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('chat', 'file', 'Chat', ${[...supplies]}::text[], '2026-03-30T00:00:00+02')`.execute(
    owner,
  );
  await sql`
    insert into intake.account (connection_id, external_id)
    select 1, i::text from generate_series(1, 90) i`.execute(owner);
  await sql`
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select id, id, 'number', daterange('2025-01-01', null), 1 from intake.account`.execute(owner);
  await sql`
    insert into intake."group" (connection_id, external_id) values (1, 'news'), (1, 'ask')`.execute(
    owner,
  );
  await sql`
    insert into intake.group_state (group_id, privacy, purpose, name, valid, import_id)
    values (1, 'open', 'announcements', 'Nouvelles', daterange('2025-01-01', null), 1),
      (2, 'open', 'feedback', 'Questions', daterange('2025-01-01', null), 1)`.execute(owner);
  await sql`select intake.add_activity_months('2026-01-01', '2026-04-01')`.execute(owner);
}

interface Act {
  readonly at: string;
  readonly group?: number;
  readonly target?: number;
  /** The post it is about. */
  readonly about?: string;
  /** What others call a post by. */
  readonly id?: string;
  readonly asks?: boolean;
}

async function act(owner: Db, verb: Verb, who: readonly number[], made: Act): Promise<void> {
  const {
    at,
    group = 2,
    target = 0,
    about = null,
    id = `${verb} ${at} ${about}`,
    asks = false,
  } = made;
  await sql`
    insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id,
      root_hash, target_account_id, is_question)
    select ${at}::timestamptz, hashtextextended(${id}, case ${verb} when 'post' then 0 else person end), person, 1,
      ${verbs.indexOf(verb) + 1}, ${group}, hashtextextended(${about}::text, 0), ${target}, ${asks}
    from unnest(${[...who]}::integer[]) as person`.execute(owner);
  if (verb !== "post") return;
  await sql`
    insert into intake.post (connection_id, external_hash, account_id, group_id, occurred_at)
    select 1, hashtextextended(${id}, 0), person, ${group}, ${at}::timestamptz
    from unnest(${[...who]}::integer[]) as person`.execute(owner);
}

/** Counts and releases everything up to the end of March. */
async function spendNights(database: TestDatabase, worker: Db): Promise<void> {
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
}

async function released(owner: Db, measure: string, week = last) {
  const { rows } = await sql<{ key: string; n: number | null; value: number | null }>`
    select p.key, f.n, f.value from figures.figure f
    join figures.population p using (release_id, population)
    join figures.release r on r.id = f.release_id
    where f.measure = ${measure} and r.week = ${week}::date order by p.key`.execute(owner);
  return Object.fromEntries(rows.map(({ key, n, value }) => [key, n === null ? null : [n, value]]));
}

test("who exchanges with another site, another team and another unit counts once in four weeks", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "comment", "react"]);
  await act(owner, "comment", people(1, 10), { at: "2026-03-03T09:00:00Z", target: 41 });
  await act(owner, "react", people(6, 20), { at: "2026-03-10T09:00:00Z", target: 42 });
  // Among themselves, and to oneself.
  await act(owner, "comment", people(21, 30), { at: "2026-03-17T09:00:00Z", target: 22 });
  await act(owner, "message", people(31, 40), { at: "2026-03-17T10:00:00Z", target: 41 });
  await act(owner, "react", people(41, 52), { at: "2026-03-24T09:00:00Z", target: 1 });
  await spendNights(database, worker);

  for (const measure of ["across-sites", "across-units"]) {
    expect(await countedWeek(owner, { measure, week: last })).toEqual({ n: 90, x: 32 });
    const figures = await released(owner, measure);
    expect(figures.company).toEqual([90, 0.4]);
    expect(figures["unit:lyon"]).toEqual([40, 20 / 40]);
    expect(figures["site:nice"]).toEqual([40, 12 / 40]);
  }
  const towardsNice = await released(owner, "with:unit:nice");
  expect(towardsNice["unit:lyon"]).toEqual([40, 20 / 40]);
  // Of everybody who is not of Nice; of Nice itself nothing is said.
  expect(towardsNice.company).toEqual([50, 20 / 50]);
  expect(towardsNice["unit:nice"]).toBeNull();
  expect((await released(owner, "with:unit:lyon"))["unit:nice"]).toEqual([40, 12 / 40]);
  // Nothing is said before four weeks are there, nor of views, which this network does not tell.
  expect(await released(owner, "across-sites", "2026-03-16")).toEqual({});
  expect(await released(owner, "reached")).toEqual({});
});

test("ties of a week are counted between people, and how many leave a unit", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "comment", "react"]);
  await act(owner, "comment", people(1, 20), { at: "2026-03-24T09:00:00Z", target: 41 });
  await act(owner, "react", people(1, 20), { at: "2026-03-25T09:00:00Z", target: 41 });
  await act(owner, "react", people(11, 40), { at: "2026-03-26T09:00:00Z", target: 2 });
  await spendNights(database, worker);
  expect((await released(owner, "ties-units")).company).toEqual([40, 20 / 50]);
});

test("a post of head office reaches those who have seen it, where a network tells it", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "view", "react"]);
  await act(owner, "post", [81], { at: "2026-03-04T09:00:00Z", group: 1, id: "news" });
  await act(owner, "post", [1], { at: "2026-03-04T10:00:00Z", group: 1, id: "somebody" });
  const seen = { group: 1, about: "news" };
  await act(owner, "view", people(1, 16), { at: "2026-03-04T12:00:00Z", ...seen });
  await act(owner, "view", people(9, 24), { at: "2026-03-12T12:00:00Z", ...seen });
  await act(owner, "react", people(1, 8), { at: "2026-03-12T13:00:00Z", ...seen, target: 81 });
  // Neither who wrote it nor who saw the post of a colleague was reached.
  await act(owner, "view", [81], { at: "2026-03-12T14:00:00Z", ...seen });
  await act(owner, "view", people(41, 60), {
    at: "2026-03-12T15:00:00Z",
    group: 1,
    about: "somebody",
  });
  await spendNights(database, worker);
  expect((await released(owner, "reached"))["unit:lyon"]).toEqual([40, 24 / 40]);
  expect(await countedWeek(owner, { measure: "reached", week: last })).toEqual({ n: 90, x: 24 });
  expect((await released(owner, "reached")).company).toEqual([90, 0.3]);

  const { rows } = await sql<object>`
    select r.week::text, a.number, a.posted_on::text as posted_on, a.network, a.group_name
    from figures.announcement a join figures.release r on r.id = a.release_id`.execute(owner);
  expect(rows).toEqual([
    {
      week: last,
      number: 1,
      postedOn: "2026-03-04",
      network: "Chat",
      groupName: "Nouvelles",
    },
  ]);
  expect((await released(owner, "post-reached:1")).company).toEqual([90, 24 / 90]);
  expect((await released(owner, "post-answered:1"))["unit:lyon"]).toEqual([40, 8 / 40]);
});

test("questions to leaders count as answered when a leader answers within a week", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "comment"]);
  for (const person of people(1, 24)) {
    const day = 1 + Math.floor(person / 2);
    const on = (later: number, hour: number) =>
      `2026-03-${String(day + later).padStart(2, "0")}T${hour}:00:00Z`;
    const id = `question ${person}`;
    await act(owner, "post", [person], { at: on(0, 10), id, asks: true });
    // Twelve within hours by a leader, six after two days, one too late, the others by a colleague.
    const [by, at] =
      person <= 12
        ? [81, on(0, 15)]
        : person <= 18
          ? [82, on(2, 15)]
          : person === 19
            ? [82, on(8, 15)]
            : [30, on(0, 12)];
    await act(owner, "comment", [by], { at, about: id, target: person });
  }
  await spendNights(database, worker);
  expect((await released(owner, "questions-answered")).company).toEqual([24, 18 / 24]);
  expect((await released(owner, "questions-answered-day")).company).toEqual([24, 12 / 24]);
});

test("where fewer than five lead, nothing is said of how often they answer: it would be one person's doing", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "comment"]);
  await sql`delete from intake.person_segment where person_id = 85
    and option_id in (select id from intake.segment_option where key = 'leader')`.execute(owner);
  for (const person of people(1, 24)) {
    const on = `2026-03-${String(1 + Math.floor(person / 2)).padStart(2, "0")}`;
    const id = `question ${person}`;
    await act(owner, "post", [person], { at: `${on}T10:00:00Z`, id, asks: true });
    const at = `${on}T15:00:00Z`;
    await act(owner, "comment", [81 + (person % 2)], { at, about: id, target: person });
  }
  await spendNights(database, worker);
  expect(await released(owner, "questions-answered")).toEqual({});
});

test("a single question in the whole company is hidden, and stops nothing", async ({
  database,
  owner,
  worker,
}) => {
  await makeTies(owner, ["post", "comment"]);
  await act(owner, "post", [1], { at: "2026-03-10T09:00:00Z", id: "alone", asks: true });
  await act(owner, "comment", [81], { at: "2026-03-10T10:00:00Z", about: "alone", target: 1 });
  await spendNights(database, worker);
  expect((await released(owner, "questions-answered")).company).toBeNull();
});
