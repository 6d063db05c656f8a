import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";
import { takeActivity } from "#tests/support/take-activity.ts";

const NOW = "2026-11-21T10:00:00Z";
const messages = { member: "from", recipients: "to", at: "when", verb: "message" };
const header = "from,to,when";

test("a line that comes twice is two messages, and the file read twice is still two", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const lines = [header, "1,2,2026-03-02 09:00", "1,2,2026-03-02 09:00", "2,1,2026-03-02 09:05"];
  const first = await takeActivity(context, lines, messages);
  expect(first).toMatchObject({ read: 3, kept: 3, refused: 0, already: 0 });
  const second = await takeActivity(context, lines, messages);
  expect(second).toMatchObject({ read: 3, kept: 3, refused: 0, already: 3 });
  expect(await acts(worker)).toEqual([
    "1 message to 2 at 2026-03-02 08:00:00+00",
    "1 message to 2 at 2026-03-02 08:00:00+00",
    "2 message to 1 at 2026-03-02 08:05:00+00",
  ]);
});

test("a longer file of the same adds only what is new", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  const lines = [header, "1,2,2026-03-02 09:00", "1,2,2026-03-02 09:00"];
  await takeActivity(context, lines, messages);
  const longer = [...lines, "1,2,2026-03-02 09:00", "2,1,2026-03-03 09:00"];
  expect(await takeActivity(context, longer, messages)).toMatchObject({ kept: 4, already: 2 });
});

test("times are local to the company, and settle daylight saving by the stated rule", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const times = ["2026-03-29 02:30", "2026-10-25 02:30", "2026-07-01T12:00:00Z"];
  await takeActivity(context, [header, ...times.map((time) => `1,2,${time}`)], messages);
  expect(await acts(worker)).toEqual([
    "1 message to 2 at 2026-03-29 01:30:00+00",
    "1 message to 2 at 2026-07-01 12:00:00+00",
    "1 message to 2 at 2026-10-25 00:30:00+00",
  ]);
});

test("weeks are marked to be counted in the company's time zone, only for what is new", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  // Half past midnight on a Monday in Paris is still Sunday in UTC.
  await takeActivity(context, [header, "1,2,2026-03-02 00:30"], messages);
  expect(await weeks(worker)).toEqual(["2026-03-02"]);
  await worker.deleteFrom("counts.touchedWeek").execute();
  await takeActivity(context, [header, "1,2,2026-03-02 00:30", "1,2,2026-03-10 09:00"], messages);
  expect(await weeks(worker)).toEqual(["2026-03-09"]);
});

test("accounts belong to people by number; those nobody knows are kept and counted", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id", "1", "2"], { number: "id" });
  const report = await takeActivity(
    context,
    [header, "1,2,2026-03-02 09:00", "99,1,2026-03-02 09:00"],
    messages,
  );
  expect(report.summary).toMatch(/2 accounts belong to somebody, 1 to nobody known/);
  expect(await links(worker)).toEqual(["1 is person 1 (,)", "2 is person 2 (,)"]);
});

test("whoever is found late has their weeks counted again", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await takeActivity(context, [header, "1,2,2026-03-02 09:00", "3,3,2026-05-04 09:00"], messages);
  await worker.deleteFrom("counts.touchedWeek").execute();
  await takePeople(context, "2026-11-16", ["id", "1"], { number: "id" });
  expect(await links(worker)).toEqual(["1 is person 1 (,)"]);
  // Their week, and the one from which on there is somebody to count; not the week of account 3.
  expect(await weeks(worker)).toEqual(["2026-03-02", "2026-11-16"]);
});

test("an account follows its address from one holder to the next, by dates", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const short = { number: "id", email: "mail" };
  await takePeople(
    context,
    "2026-01-01",
    ["id,mail", "1,info@demo.example", "2,bo@demo.example"],
    short,
  );
  await takePeople(
    context,
    "2026-04-01",
    ["id,mail", "1,ada@demo.example", "2,info@demo.example"],
    short,
  );
  await takeActivity(context, [header, "info@demo.example,Bo@demo.example,2026-03-02 09:00"], {
    ...messages,
    members: "email",
  });
  expect(await links(worker)).toEqual([
    "bo@demo.example is person 2 [2026-01-01,2026-04-01)",
    "info@demo.example is person 1 [2026-01-01,2026-04-01)",
    "info@demo.example is person 2 [2026-04-01,)",
  ]);
});

test("groups, posts and comments find each other, and only open groups are named", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const mapping = {
    member: "who",
    at: "when",
    id: { column: "id" },
    root: "thread",
    verb: { column: "what", values: { P: "post", C: "comment" } },
    group: {
      id: "room",
      name: "title",
      privacy: { column: "access", values: { all: "open", some: "secret" } },
      purpose: "social",
    },
  };
  const report = await takeActivity(
    context,
    [
      "id,who,when,what,thread,room,title,access",
      "p1,1,2026-03-02T08:00:00Z,P,,r1,Canteen,all",
      "c1,2,2026-03-02T09:00:00Z,C,p1,r1,Canteen,all",
      "p2,1,2026-03-02T08:00:00Z,P,,r2,Reorganisation,some",
      "x,1,2026-03-02T08:00:00Z,Q,,r2,Reorganisation,some",
    ],
    mapping,
  );
  expect(report.refusals).toMatchObject([
    { line: 5, field: "what", reason: expect.stringContaining("“Q”") },
  ]);
  expect(await acts(worker)).toEqual([
    "1 post to nobody at 2026-03-02 08:00:00+00",
    "1 post to nobody at 2026-03-02 08:00:00+00",
    "2 comment to 1 at 2026-03-02 09:00:00+00",
  ]);
  expect(
    await worker
      .selectFrom("intake.groupState")
      .select(["privacy", "name", "purpose"])
      .orderBy("privacy")
      .execute(),
  ).toEqual([
    { privacy: "open", name: "Canteen", purpose: "social" },
    { privacy: "secret", name: null, purpose: "social" },
  ]);
});

test("an act that is withdrawn later is marked, not doubled", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  const mapping = {
    member: "who",
    at: "when",
    id: { column: "id" },
    verb: "post",
    withdrawnAt: "gone",
  };
  await takeActivity(context, ["id,who,when,gone", "p1,1,2026-03-02T08:00:00Z,"], mapping);
  await worker.deleteFrom("counts.touchedWeek").execute();
  await takeActivity(
    context,
    ["id,who,when,gone", "p1,1,2026-03-02T08:00:00Z,2026-03-05T08:00:00Z"],
    mapping,
  );
  expect(await worker.selectFrom("intake.activity").select("withdrawnAt").execute()).toEqual([
    { withdrawnAt: new Date("2026-03-05T08:00:00Z") },
  ]);
  expect(await weeks(worker)).toEqual(["2026-03-02"]);
});

test("totals of a week are kept as totals; told again, the last word counts", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const mapping = { member: "who", at: "week", counts: [{ column: "sent", verb: "message" }] };
  await takeActivity(context, ["who,week,sent", "1,2026-03-01,12", "2,2026-03-01,"], mapping);
  await takeActivity(context, ["who,week,sent", "1,2026-03-01,14"], mapping);
  expect(
    await worker
      .selectFrom("intake.activityCount")
      .select(["day", "grain", "n", "counts"])
      .execute(),
  ).toEqual([{ day: "2026-03-02", grain: "week", n: 14, counts: "acts" }]);
});

test("whoever objected is not collected, and is nobody when written to", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id", "1", "2"], { number: "id" });
  await takeActivity(context, [header, "1,2,2026-03-02 09:00"], messages);
  await worker
    .insertInto("intake.objection")
    .values({ personId: 2, since: "2026-03-03", withdrawnOn: null })
    .execute();
  await takeActivity(context, [header, "2,1,2026-03-04 09:00", "1,2,2026-03-04 09:01"], messages);
  expect(await acts(worker)).toEqual([
    "1 message to 2 at 2026-03-02 08:00:00+00",
    "1 message to nobody at 2026-03-04 08:01:00+00",
  ]);
});

test("activity cannot be undone, and says so", async ({ database, worker, steward }) => {
  const { importId } = await takeActivity(
    contextOf(database, worker, NOW),
    [header, "1,2,2026-03-02 09:00"],
    messages,
  );
  await expect(
    sql`select intake.undo_import('test', ${importId}::integer)`.execute(steward),
  ).rejects.toThrow("is activity, which is only ever added to");
});

async function acts(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ act: string }>`
    select a.external_id || ' ' || (array['post','comment','react','view','message'])[verb] || ' to ' ||
      coalesce(t.external_id, 'nobody') || ' at ' || (occurred_at at time zone 'UTC') || '+00' as act
    from intake.activity join intake.account a on a.id = account_id
    left join intake.account t on t.id = target_account_id order by occurred_at, 1`.execute(db);
  return rows.map(({ act }) => act);
}

async function weeks(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("counts.touchedWeek").select("week").orderBy("week").execute();
  return rows.map(({ week }) => week);
}

async function links(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ link: string }>`
    select a.external_id || ' is person ' || person_id || ' ' || valid as link
    from intake.account_link join intake.account a on a.id = account_id
    where retired_by is null order by 1`.execute(db);
  return rows.map(({ link }) => link);
}
