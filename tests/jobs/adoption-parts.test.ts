import { sql } from "kysely";
import { expect } from "vitest";
import { type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { contextOf } from "#tests/support/context.ts";
import { countedWeek } from "#tests/support/counted-week.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";

/**
 * 70 people, all with an account on a chat that was read for ten weeks, and two groups that hold
 * them all: the yard is open, the works council's room closed; a third one is secret.
 */
async function makeChat(owner: Db): Promise<void> {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 30, work: "desk" } });
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to, begins_on)
    values ('chat', 'mattermost', 'Chat', '{post,comment,react}', '2026-03-30T00:00:00+02', '2026-01-01')`.execute(
    owner,
  );
  await sql`
    insert into intake.account (connection_id, external_id)
    select 1, i::text from generate_series(1, 70) i`.execute(owner);
  await sql`
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select id, id, 'number', daterange('2025-01-01', null), 1 from intake.account`.execute(owner);
  await sql`
    insert into intake."group" (connection_id, external_id, created_at)
    select 1, i::text, '2025-06-01' from generate_series(1, 3) i`.execute(owner);
  await sql`
    insert into intake.group_state (group_id, privacy, purpose, name, valid, import_id)
    values (1, 'open', 'social', 'La cour', daterange('2025-06-01', null), 1),
      (2, 'closed', 'teamwork', null, daterange('2025-06-01', null), 1),
      (3, 'secret', 'other', null, daterange('2025-06-01', null), 1)`.execute(owner);
  await sql`
    insert into intake.membership (group_id, account_id, seen_from)
    select g, a, '2026-01-01' from generate_series(1, 2) g, generate_series(1, 70) a`.execute(
    owner,
  );
  await sql`select intake.add_activity_months('2026-01-01', '2026-04-01')`.execute(owner);
}

async function act(owner: Db, verb: Verb, group: number, [from, to]: [number, number], at: string) {
  await sql`
    insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id)
    select ${at}::timestamptz, hashtextextended(${`${at} ${verb} ${group}`}, person), person, 1,
      ${verbs.indexOf(verb) + 1}, ${group}
    from generate_series(${from}::integer, ${to}::integer) as person`.execute(owner);
}

/** Eight weeks and more: the first four are busy in the yard for few, the last four for many. */
async function live(owner: Db) {
  await act(owner, "post", 1, [1, 8], "2026-01-26T09:10:00Z");
  await act(owner, "post", 1, [1, 8], "2026-02-10T09:10:00Z");
  await act(owner, "post", 1, [1, 30], "2026-03-10T09:10:00Z");
  await act(owner, "comment", 2, [1, 20], "2026-03-17T13:30:00Z");
  await act(owner, "react", 3, [41, 48], "2026-03-18T13:30:00Z");
  await act(owner, "message", 0, [31, 50], "2026-03-25T20:30:00Z");
}

async function shares(owner: Db, week: string) {
  const { rows } = await sql<{ measure: string; key: string; told: unknown }>`
    select f.measure, p.key, case when f.hidden then to_jsonb('hidden'::text)
      when f.least is null then to_jsonb(round((f.value * f.n)::numeric)::integer)
      else jsonb_build_array(f.least, f.most) end as told
    from figures.figure f join figures.population p using (release_id, population)
    join figures.release r on r.id = f.release_id
    where r.week = ${week}::date and f.measure ~ '^(adoption|account|own)-' order by 1, 2`.execute(
    owner,
  );
  return Object.fromEntries(rows.map(({ measure, key, told }) => [`${measure} ${key}`, told]));
}

async function night(database: Parameters<typeof contextOf>[0], worker: Db): Promise<void> {
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await release.run(context);
}

test("adoption is released by privacy, purpose and network, of the company, frontline and desks", async ({
  database,
  owner,
  worker,
}) => {
  await makeChat(owner);
  await live(owner);
  await night(database, worker);
  const told = await shares(owner, "2026-03-23");
  const counted = async (measure: string) =>
    (await countedWeek(owner, { measure, week: "2026-03-23" }))?.x;
  expect(await counted("adoption-in:open")).toBe(30);
  expect(await counted("adoption-in:closed")).toBe(20);
  expect(await counted("adoption-on:chat")).toBe(38);
  // Of seventy people, in tenths: the week before speaks of three of the same weeks.
  expect(told["adoption-in:open company"]).toEqual([0.35, 0.45]);
  expect(told["adoption-in:closed company"]).toEqual([0.25, 0.35]);
  expect(told["adoption-for:social company"]).toEqual([0.35, 0.45]);
  // Only the secret group is for something else.
  expect(told["adoption-for:other company"]).toBeUndefined();
  expect(told["adoption-on:chat company"]).toEqual([0.45, 0.55]);
  // Everybody has an account: told as an end, like any share that nobody is missing from.
  expect(told["account-on:chat company"]).toEqual([expect.any(Number), 1]);
  expect(told["own-on:chat company"]).toEqual([0.65, 0.75]);
  expect(told["own-on:chat segment:work:desk"]).toBeUndefined();
  expect(Object.keys(told).some((key) => key.includes("unit:"))).toBe(false);
});

test("groups are released as they stand, by name only where they are open", async ({
  database,
  owner,
  worker,
}) => {
  await makeChat(owner);
  await live(owner);
  await night(database, worker);
  const of = async (table: string) =>
    (
      await sql<Record<string, unknown>>`
        select t.* from ${sql.table(`figures.${table}`)} t join figures.release r on r.id = t.release_id
        where r.week = '2026-03-23'`.execute(owner)
    ).rows;
  expect(await of("open_group")).toMatchObject([
    { network: "Chat", name: "La cour", purpose: "social", size: "50-99", state: "growing" },
  ]);
  expect(await of("closed_group")).toMatchObject([{ purpose: "teamwork", size: "50-99" }]);
  expect(await of("group_total")).toContainEqual(
    expect.objectContaining({ privacy: "secret", state: null, least: 0, most: 4 }),
  );
});

test("hours are counted on the clock of the site, every fourth week, and told in steps", async ({
  database,
  owner,
  worker,
}) => {
  await makeChat(owner);
  await live(owner);
  await night(database, worker);
  const { rows } = await sql<{ week: string; step: number; levels: number[] }>`
    select r.week, t.step, t.levels from figures.rhythm t join figures.release r on r.id = t.release_id
    order by r.week`.execute(owner);
  // Two windows of four weeks, one after the other.
  expect(rows.map(({ week }) => week)).toEqual(["2026-02-16", "2026-03-16"]);
  const last = rows.at(-1);
  expect(last?.step).toBe(0.1);
  // The tenth of March was a Tuesday; 9:10 in UTC is 10:10 in Paris: 30 of 70 people.
  expect(last?.levels[24 + 10]).toBe(4);
  expect(last?.levels.filter((level) => level > 0)).toHaveLength(3);
});
