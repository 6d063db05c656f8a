import { sql } from "kysely";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";
import { raiseThreshold } from "#db/records/policies.ts";
import type { Context } from "#jobs/context.ts";
import { runNight } from "#jobs/nightly.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { act, makeNetwork, numbers } from "#tests/support/acting.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";
import { type OwnDatabase, openOwnDatabase } from "#tests/support/own-database.ts";

/** Everything released, to the byte. */
async function released(owner: Db): Promise<string> {
  const texts: string[] = [];
  for (const table of ["release", "population", "figure"]) {
    const { rows } = await sql<{ row: string }>`
      select whole::text as row from ${sql.table(`figures.${table}`)} as whole order by 1`.execute(
      owner,
    );
    texts.push(table, ...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

async function night(context: Context, now: string): Promise<void> {
  const report = await runNight({ ...context, now: new Date(now) }, { clock: () => new Date(now) });
  expect(report?.steps.filter(({ ok }) => !ok)).toEqual([]);
}

/** Releases a wave and four weeks of two teams and their sub-team; returns a code that nobody used. */
async function makeReleased({ database, owner, worker }: OwnDatabase): Promise<string> {
  await makeCompany(owner, {
    lyon: { people: 40 },
    nice: { people: 30 },
    quai: { people: 12, within: "nice" },
  });
  await makeNetwork(owner, 82, "2026-03-30T00:00:00+02");
  await sql`update records.connection set fed_by = 'files'`.execute(owner);
  for (const day of ["03", "10", "17", "24"]) {
    await act(owner, "post", numbers(1, 20), `2026-03-${day}T09:00:00Z`, 30);
    await act(owner, "comment", numbers(45, 60), `2026-03-${day}T10:00:00Z`, 8);
  }
  await makeWave(owner, { key: "spring" });
  const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
  const invitations = await openWave(context, { wave: "spring" });
  const [last, ...others] = invitations.toReversed();
  for (const { personId, code } of others) {
    const answers = JSON.stringify({ 1: personId % 3 === 0 ? 2 : 4, 2: 1 + (personId % 5) });
    await sql`select intake.submit(${code}, ${answers}::jsonb)`.execute(owner);
  }
  await closeWave(contextOf(database, worker, "2026-03-20T08:00:00Z"), { wave: "spring" });
  await night(context, "2026-04-01T02:00:00Z");
  expect(await released(owner)).toContain("trust");
  expect(await released(owner)).toContain("adoption");
  return last?.code ?? "";
}

let made: OwnDatabase;
let unused = "";
beforeAll(async () => {
  made = await openOwnDatabase();
  unused = await makeReleased(made);
  await made.leave();
});
afterAll(() => made.drop());

/** What was released, in a copy of its own. */
async function copyOfReleased() {
  const copy = await openOwnDatabase(made.database.name);
  onTestFinished(() => copy.drop());
  const context = contextOf(copy.database, copy.worker, "2026-03-02T08:00:00Z");
  return { ...copy, context, code: unused };
}

const later: readonly (readonly [string, (owner: Db, code: string) => Promise<unknown>])[] = [
  [
    "P7: a person moves to another team, as of before",
    (owner) =>
      sql`update intake.person_unit set unit_id = (select id from intake.unit where key = 'nice') where person_id = 3`.execute(
        owner,
      ),
  ],
  [
    "a person leaves, as of before",
    (owner) =>
      sql`update intake.employment set valid = daterange('2025-01-01', '2026-03-04') where person_id = 3`.execute(
        owner,
      ),
  ],
  [
    "a unit is renamed",
    (owner) => sql`update intake.unit_name set name = 'Autrement'`.execute(owner),
  ],
  [
    "a unit is merged into another",
    async (owner) => {
      await sql`update intake.unit_parent set valid = daterange('2025-01-01', '2026-03-01')
        where unit_id = (select id from intake.unit where key = 'quai')`.execute(owner);
      await sql`insert into intake.unit_succession (from_unit_id, to_unit_id, kind, happened_on)
        select a.id, b.id, 'merged', '2026-03-01' from intake.unit a, intake.unit b
        where a.key = 'quai' and b.key = 'nice'`.execute(owner);
    },
  ],
  [
    "an answer comes late",
    async (owner, code) => {
      const { rows } = await sql<{ state: string }>`
        select intake.submit(${code}, '{"1": 1}') as state`.execute(owner);
      expect(rows).toEqual([{ state: "closed" }]);
    },
  ],
  [
    "an answer is corrected by hand",
    (owner) => sql`update intake.response set answers = '{1,1}'`.execute(owner),
  ],
  [
    "an account turns out to be somebody else's",
    (owner) =>
      sql`update intake.account_link set person_id = 70 where account_id = 1`.execute(owner),
  ],
  [
    "one person's activity is read late",
    (owner) => act(owner, "post", [33], "2026-03-12T10:00:00Z"),
  ],
  [
    "a post is withdrawn",
    (owner) =>
      sql`update intake.activity set withdrawn_at = now() where account_id = 2`.execute(owner),
  ],
  [
    "the thresholds are raised",
    (owner) =>
      raiseThreshold(owner, "test", { threshold: "answers", to: 35, at: new Date("2026-04-01") }),
  ],
  ["the night runs again", async () => {}],
];

test.for(later)("what is released does not change when %s", async ([, change]) => {
  const { owner, context, code } = await copyOfReleased();
  const before = await released(owner);
  await change(owner, code);
  await sql`delete from intake.unit_order`.execute(owner);
  await sql`insert into counts.touched_week
    values ('2026-03-02'), ('2026-03-09'), ('2026-03-16'), ('2026-03-23') on conflict do nothing`.execute(
    owner,
  );
  await night(context, "2026-04-02T02:00:00Z");
  expect(await released(owner)).toBe(before);
});

test("half a year later, when everything it was counted from is forgotten, it is still to be read", async () => {
  const { owner, context } = await copyOfReleased();
  const before = await released(owner);
  await night(context, "2026-11-01T02:00:00Z");
  expect(await released(owner)).toBe(before);
  const { rows } = await sql<{ n: number }>`select count(*) as n from intake.activity`.execute(
    owner,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("who leaves before the close is on neither side; who leaves after it is on both", async ({
  database,
  owner,
  worker,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  await makeWave(owner, { key: "spring" });
  const invitations = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "spring",
  });
  for (const { personId, code } of invitations.filter(({ personId }) => personId <= 30)) {
    const answers = JSON.stringify({ 1: personId % 2 === 0 ? 2 : 4, 2: 3 });
    await sql`select intake.submit(${code}, ${answers}::jsonb)`.execute(owner);
  }
  const leave = (person: number, day: string) =>
    sql`update intake.employment set valid = daterange('2025-01-01', ${day}::date) where person_id = ${person}`.execute(
      owner,
    );
  await leave(1, "2026-03-10");
  await leave(2, "2026-03-25");
  const context = contextOf(database, worker, "2026-03-20T08:00:00Z");
  await closeWave(context, { wave: "spring" });
  await night(context, "2026-04-01T02:00:00Z");
  const { rows } = await sql<{ invited: number; answered: number }>`
    select sum(invited) as invited, sum(answered) as answered from counts.participation_cell`.execute(
    owner,
  );
  expect(rows).toEqual([{ invited: 39, answered: 29 }]);
});

test("P10: nothing in a release is dated finer than a day", async () => {
  const { owner } = await copyOfReleased();
  const { rows: columns } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'figures' and data_type ~ 'time' order by 1`.execute(owner);
  expect(columns).toEqual([{ name: "release.released_at" }]);
  const { rows } = await sql<{ at: Date }>`
    select distinct released_at as at from figures.release`.execute(owner);
  for (const { at } of rows) expect(at.toISOString()).toMatch(/T12:00:00\.000Z$/);
});

test("P12: activity is released by the whole week, each once, and by no other window", async () => {
  const { owner, worker, context } = await copyOfReleased();
  for (const day of ["02", "03", "04", "05"]) await night(context, `2026-04-${day}T02:00:00Z`);
  const { rows } = await sql<{ week: string; releases: number; weekday: number }>`
    select week, count(*) as releases, extract(isodow from week) as weekday from figures.release
    where kind = 'week' group by week order by week`.execute(owner);
  expect(rows).toEqual(
    ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"].map((week) => ({
      week,
      releases: 1,
      weekday: 1,
    })),
  );
  await expect(
    sql`insert into figures.release (kind, week, policy_version, released_at)
      values ('week', '2026-03-24', 1, '2026-04-01')`.execute(worker),
  ).rejects.toThrow("weeks_begin_on_monday");
});
