import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { importPeopleRows, type PersonRow } from "#jobs/imports/people-rows.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";

const NOW = "2026-11-21T02:00:00Z";

async function* given(...rows: readonly PersonRow[]): AsyncGenerator<PersonRow> {
  yield* rows;
}

test("rows that are no file are taken by the same rules, and can be taken back", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const segments = { work: { names: { fr: "Travail", en: "Work" } } };
  const people = (): AsyncGenerator<PersonRow> =>
    given(
      {
        number: "1",
        email: "ada@example.org",
        unit: ["Retail", "Lille"],
        segments: { work: "desk" },
      },
      { number: "2", manager: "1", unit: ["Retail", "Lille"], segments: { work: "frontline" } },
      { number: "" },
    );
  const taking = { source: "SCIM", effectiveOn: "2026-11-01", isWhole: true, segments };
  const report = await importPeopleRows(context, { ...taking, rows: people() });
  expect(report).toMatchObject({ source: "SCIM", read: 3, kept: 2, refused: 1 });
  expect(await units(worker)).toEqual(["retail.lille: 2"]);
  const again = await importPeopleRows(context, { ...taking, rows: people() });
  expect(again.summary).toBe("2 people, nothing new on 2026-11-01.");
});

test("whoever is not mentioned stays, and so does what is not mentioned", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(
    context,
    "2026-01-01",
    ["id,boss,mail,team", "1,,a@x.example,North", "2,1,b@x.example,North", "3,1,c@x.example,South"],
    { number: "id", manager: "boss", email: "mail", unit: { path: ["team"] } },
  );
  await importPeopleRows(context, {
    source: "SCIM",
    rows: given({ number: "2", unit: ["South"] }, { number: "4", unit: ["South"] }),
    effectiveOn: "2026-11-01",
    isWhole: false,
  });
  expect(await units(worker)).toEqual(["north: 1", "south: 3"]);
  expect(await count(worker, "person_manager")).toBe(2);
  expect(await count(worker, "person_email")).toBe(3);
});

test("somebody who is deactivated leaves on the day that is said, alone", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id", "1", "2", "3"], { number: "id" });
  const report = await importPeopleRows(context, {
    source: "SCIM",
    rows: given({ number: "2", left: "2026-10-31" }),
    effectiveOn: "2026-11-01",
    isWhole: false,
  });
  expect(report.summary).toContain("1 dated facts changed");
  const { rows } = await sql<{ valid: string }>`
    select valid::text from intake.employment where retired_by is null order by person_id`.execute(
    worker,
  );
  expect(rows.map(({ valid }) => valid)).toEqual([
    "[2026-01-01,)",
    "[2026-01-01,2026-11-01)",
    "[2026-01-01,)",
  ]);
});

async function units(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ line: string }>`
    select u.key || ': ' || count(*) as line from intake.person_unit p join intake.unit u on u.id = p.unit_id
    where p.retired_by is null and p.valid @> date '2026-11-10' group by u.key order by 1`.execute(
    db,
  );
  return rows.map(({ line }) => line);
}

async function count(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ${sql.table(`intake.${table}`)}
    where retired_by is null and valid @> date '2026-11-10'`.execute(db);
  return rows[0]?.n ?? -1;
}
