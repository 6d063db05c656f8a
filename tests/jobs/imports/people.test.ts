import { sql } from "kysely";
import { describe, expect } from "vitest";
import { decrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { undoImport } from "#db/intake/imports.ts";
import { numberUnits } from "#db/intake/number-units.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";

const NOW = "2026-11-21T10:00:00Z";
const mapping = {
  number: "id",
  email: "mail",
  name: "name",
  manager: "boss",
  unit: { path: ["division", "team"] },
  site: "site",
  segments: { work: { column: "work", values: { F: "frontline", D: "desk" } } },
};
const header = "id,name,mail,boss,division,team,site,work";
const ada = "1,Ada,ada@demo.example,,Operations,Line 1,Lyon,F";
const bo = "2,Bo,bo@demo.example,1,Operations,Line 1,Lyon,F";
const cy = "3,Cy,cy@demo.example,1,Sales,,Paris,D";

test("a first file brings people, units, sites and segments, all from its day on", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const report = await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  expect(report).toMatchObject({ read: 3, kept: 3, refused: 0, refusals: [], notices: [] });
  expect(await facts(worker)).toEqual(
    [
      "1 boss of 2 [2026-01-01,)",
      "1 boss of 3 [2026-01-01,)",
      "1 employed [2026-01-01,)",
      "1 in operations.line-1 [2026-01-01,)",
      "1 at lyon [2026-01-01,)",
      "1 is frontline [2026-01-01,)",
      "2 employed [2026-01-01,)",
      "2 in operations.line-1 [2026-01-01,)",
      "2 at lyon [2026-01-01,)",
      "2 is frontline [2026-01-01,)",
      "3 employed [2026-01-01,)",
      "3 in sales [2026-01-01,)",
      "3 at paris [2026-01-01,)",
      "3 is desk [2026-01-01,)",
    ].toSorted(),
  );
});

test("the same file twice changes nothing", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  const before = await everything(worker);
  const report = await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  expect(report.summary).toBe("3 people, nothing new on 2026-01-01.");
  expect(await everything(worker)).toEqual(before);
  await takePeople(context, "2026-02-01", [header, ada, bo, cy], mapping);
  expect(await everything(worker)).toEqual(before);
});

test("somebody who moves was where they were until that day", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  const moved = bo.replace("Line 1", "Line 2");
  await takePeople(context, "2026-03-01", [header, ada, moved, cy], mapping);
  expect((await facts(worker)).filter((fact) => fact.startsWith("2 in"))).toEqual([
    "2 in operations.line-1 [2026-01-01,2026-03-01)",
    "2 in operations.line-2 [2026-03-01,)",
  ]);
});

test("a file that is late speaks of the time until the next one, not of what came after", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  await takePeople(
    context,
    "2026-05-01",
    [header, ada, bo.replace("Line 1", "Line 3"), cy],
    mapping,
  );
  await takePeople(
    context,
    "2026-03-01",
    [header, ada, bo.replace("Line 1", "Line 2"), cy],
    mapping,
  );
  expect((await facts(worker)).filter((fact) => fact.startsWith("2 in"))).toEqual([
    "2 in operations.line-1 [2026-01-01,2026-03-01)",
    "2 in operations.line-2 [2026-03-01,2026-05-01)",
    "2 in operations.line-3 [2026-05-01,)",
  ]);
});

test("whoever is missing from a whole file has left, and the directory forgets them", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  const report = await takePeople(context, "2026-06-01", [header, ada, cy], mapping);
  expect(report.summary).toMatch(/0 new, 1 left/);
  expect((await facts(worker)).filter((fact) => fact.startsWith("2 "))).toEqual([
    "2 at lyon [2026-01-01,2026-06-01)",
    "2 employed [2026-01-01,2026-06-01)",
    "2 in operations.line-1 [2026-01-01,2026-06-01)",
    "2 is frontline [2026-01-01,2026-06-01)",
  ]);
  expect(
    await worker
      .selectFrom("intake.directory")
      .select("personId")
      .distinct()
      .orderBy("personId")
      .execute(),
  ).toEqual([{ personId: 1 }, { personId: 3 }]);
  await takePeople(context, "2026-09-01", [header, ada, bo, cy], mapping);
  expect((await facts(worker)).filter((fact) => fact.startsWith("2 employed"))).toEqual([
    "2 employed [2026-01-01,2026-06-01)",
    "2 employed [2026-09-01,)",
  ]);
});

test("a file of some of the people sends nobody away", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
  const report = await takePeople(context, "2026-06-01", [header, cy], {
    ...mapping,
    partial: true,
  });
  expect(report.summary).toBe("1 people, nothing new on 2026-06-01.");
});

test("when the HR tool knows dates of hiring and leaving, those are believed", async ({
  database,
  worker,
}) => {
  const dated = { number: "id", hired: "from", left: "to", dates: "dd/MM/yyyy" };
  await takePeople(
    contextOf(database, worker, NOW),
    "2026-03-01",
    ["id,from,to", "1,15/09/2019,31/12/9999", "2,01/02/2020,31/01/2026", "3,01/06/2026,"],
    dated,
  );
  expect(await facts(worker)).toEqual([
    "1 employed [2019-09-15,)",
    "2 employed [2020-02-01,2026-02-01)",
    "3 employed [2026-06-01,)",
  ]);
});

test("an address that passes to somebody else leaves two humans two", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const short = { number: "id", email: "mail" };
  await takePeople(
    context,
    "2026-01-01",
    ["id,mail", "1,j.martin@demo.example", "2,bo@demo.example"],
    short,
  );
  await takePeople(context, "2026-04-01", ["id,mail", "2,bo@demo.example"], short);
  await takePeople(
    context,
    "2026-05-01",
    ["id,mail", "2,bo@demo.example", "3,J.Martin@demo.example"],
    short,
  );
  const key = pseudonym(context.keys.pseudonym, "email", "j.martin@demo.example");
  const holders = await sql<{ person: number; valid: string }>`
    select p.key = ${pseudonym(context.keys.pseudonym, "number", "1")} as first, e.person_id as person, e.valid::text
    from intake.person_email e join intake.person p on p.id = e.person_id
    where e.email_key = ${key} and e.retired_by is null order by e.valid`.execute(worker);
  expect(holders.rows).toMatchObject([
    { person: 1, first: true, valid: "[2026-01-01,2026-04-01)" },
    { person: 3, first: false, valid: "[2026-05-01,)" },
  ]);
  expect(await worker.selectFrom("intake.person").select("id").orderBy("id").execute()).toEqual(
    [1, 2, 3].map((id) => ({ id })),
  );
});

test("an address passed on from one day to the next belongs to one human at a time", async ({
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
  const { rows } = await sql<{ holder: string }>`
    select person_id || ' ' || valid as holder from intake.person_email
    where retired_by is null order by 1`.execute(worker);
  expect(rows.map(({ holder }) => holder)).toEqual([
    "1 [2026-01-01,2026-04-01)",
    "1 [2026-04-01,)",
    "2 [2026-01-01,2026-04-01)",
    "2 [2026-04-01,)",
  ]);
});

test("an address two people share is used to match neither, and both stay reachable", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const report = await takePeople(
    context,
    "2026-01-01",
    ["id,mail", "1,atelier@demo.example", "2,atelier@demo.example"],
    { number: "id", email: "mail" },
  );
  expect(report.notices).toMatchObject([{ line: 2, field: "mail", occurrences: 2 }]);
  expect(await worker.selectFrom("intake.personEmail").selectAll().execute()).toEqual([]);
  const entries = await worker.selectFrom("intake.directory").select("value").execute();
  expect(entries.map(({ value }) => decrypt(context.keys.directory, value))).toEqual([
    "atelier@demo.example",
    "atelier@demo.example",
  ]);
});

test("names and addresses are nowhere in clear", async ({ database, worker, owner }) => {
  await takePeople(contextOf(database, worker, NOW), "2026-01-01", [header, ada, bo, cy], mapping);
  const { rows } = await sql<{ row: string }>`
    select (select string_agg(d::text, '') from intake.directory d) ||
      (select string_agg(p::text, '') from intake.person p) ||
      (select string_agg(e::text, '') from intake.person_email e) as row`.execute(owner);
  const text = Buffer.from(rows[0]?.row ?? "").toString();
  for (const secret of [
    "Ada",
    "ada@demo",
    Buffer.from("Ada").toString("hex"),
    Buffer.from("ada@").toString("hex"),
  ]) {
    expect(text).not.toContain(secret);
  }
});

describe("an import that is undone", () => {
  test("takes back what it brought and returns what it retired", async ({ database, worker }) => {
    const context = contextOf(database, worker, NOW);
    await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
    const before = await facts(worker);
    const second = await takePeople(
      context,
      "2026-03-01",
      [
        header,
        ada,
        bo.replace("Line 1", "Line 2").replace("bo@", "bob@"),
        "4,Di,di@demo.example,1,Sales,,Paris,D",
      ],
      mapping,
    );
    expect(await facts(worker)).not.toEqual(before);
    await undoImport(worker, "test", second.importId);
    expect(await facts(worker)).toEqual(before);
  });

  test("is not undone before the one that builds on it", async ({ database, worker }) => {
    const context = contextOf(database, worker, NOW);
    const first = await takePeople(context, "2026-01-01", [header, ada, bo, cy], mapping);
    const moved = bo.replace("Line 1", "Line 2");
    const second = await takePeople(context, "2026-03-01", [header, ada, moved, cy], mapping);
    await expect(undoImport(worker, "test", first.importId)).rejects.toThrow(
      `import ${first.importId} was followed by import ${second.importId}`,
    );
  });
});

describe("teams made from managers", () => {
  const teams = { number: "id", manager: "boss", unit: { from: "manager" } };

  test("are people with the same manager; managers are in their own manager's team", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, NOW);
    const lines = ["id,boss", "1,1", "2,1", "3,1", "4,2", "5,2", "6,3"];
    const report = await takePeople(context, "2026-01-01", lines, teams);
    expect(report.notices).toMatchObject([
      { line: 2, field: "boss", occurrences: 1, reason: expect.stringContaining("themselves") },
    ]);
    expect((await facts(worker)).filter((fact) => fact.includes(" in "))).toEqual([
      "1 in team-1 [2026-01-01,)",
      "2 in team-1 [2026-01-01,)",
      "3 in team-1 [2026-01-01,)",
      "4 in team-2 [2026-01-01,)",
      "5 in team-2 [2026-01-01,)",
      "6 in team-3 [2026-01-01,)",
    ]);
    await numberUnits(worker, "2026-01-01");
    const order = await worker
      .selectFrom("intake.unitOrder as o")
      .innerJoin("intake.unit as u", "u.id", "o.unitId")
      .select(["u.key", "o.first", "o.last", "o.depth"])
      .orderBy("o.first")
      .execute();
    expect(order).toEqual([
      { key: "team-1", first: 1, last: 3, depth: 0 },
      { key: "team-2", first: 2, last: 2, depth: 1 },
      { key: "team-3", first: 3, last: 3, depth: 1 },
    ]);
  });
});

/** What is true of people, a line a fact, as far as nothing was retired. */
async function facts(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ fact: string }>`
    select person_id || ' employed ' || valid as fact from intake.employment where retired_by is null
    union all select person_id || ' in ' || u.key || ' ' || valid
      from intake.person_unit join intake.unit u on u.id = unit_id where retired_by is null
    union all select manager_id || ' boss of ' || person_id || ' ' || valid from intake.person_manager where retired_by is null
    union all select person_id || ' at ' || s.key || ' ' || valid
      from intake.person_site join intake.site s on s.id = site_id where retired_by is null
    union all select person_id || ' is ' || o.key || ' ' || valid
      from intake.person_segment join intake.segment_option o on o.id = option_id where retired_by is null
    order by 1`.execute(db);
  return rows.map(({ fact }) => fact);
}

/** Every dated row there is, retired or not. */
async function everything(db: Db): Promise<unknown> {
  const tables = [
    "employment",
    "person_unit",
    "person_manager",
    "person_site",
    "person_segment",
    "person_email",
    "unit_name",
    "unit_parent",
    "directory",
  ];
  const counts = [];
  for (const table of tables) {
    const { rows } = await sql`select * from ${sql.table(`intake.${table}`)} order by 1, 2`.execute(
      db,
    );
    counts.push(rows);
  }
  return counts;
}
