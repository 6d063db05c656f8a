import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { checkMapping, readMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { reportLines } from "#jobs/imports/report.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { takePeople } from "#tests/support/import-people.ts";
import { takeActivity } from "#tests/support/take-activity.ts";

const NOW = "2026-11-21T10:00:00Z";
const messages = { member: "from", recipients: "to", at: "when", verb: "message" };
const staff = { number: "id", email: "mail", manager: "boss" };

describe("a wrong mapping", () => {
  test("is told which key is wrong and what it may be", () => {
    const wrong = { kind: "activity", member: "from", at: "when", verb: "shout", sender: "x" };
    expect(() => checkMapping(wrong, activityMapping, "mail.yaml")).toThrow(
      /The mapping mail\.yaml is wrong\. Nothing was read\.\n {2}verb: one of post, comment[^\n]*\n {2}sender: there is no such key/,
    );
    expect(() => checkMapping({ kind: "people" }, peopleMapping, "staff.yaml")).toThrow(
      /number: missing; the name of a column/,
    );
    expect(() =>
      checkMapping({ kind: "people", number: "id", dates: "DD/MM/YYYY" }, peopleMapping, "x"),
    ).toThrow(/dates: “DD” in “DD\/MM\/YYYY” is not known/);
    const taken = { kind: "people", number: "id", segments: { site: "place" } };
    expect(() => checkMapping(taken, peopleMapping, "staff.yaml")).toThrow(/segments\.site: /);
  });

  test("that is not YAML is told its line", () => {
    const path = fileOf("staff.yaml", ["kind: people", "number: [id"]);
    expect(() => readMapping(path, peopleMapping)).toThrow(/staff\.yaml, line \d/);
  });

  test("of another file keeps nothing", async ({ database, worker }) => {
    const context = contextOf(database, worker, NOW);
    await expect(takePeople(context, "2026-01-01", ["a,b", "1,2"], staff)).rejects.toThrow(
      /line 1: the mapping names columns the file does not have: “id”, “mail”, “boss”\. Nothing was kept\. The file has “a”, “b”/,
    );
    expect(await people(worker)).toBe(0);
    expect(await states(worker)).toEqual([{ kind: "people", state: "refused" }]);
  });
});

test("a day that is none is refused before anything is read", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  for (const day of ["tomorrow", "2026-13-01", "1 March"]) {
    await expect(takePeople(context, day, ["id,mail,boss", "1,,"], staff)).rejects.toThrow(
      `“${day}” is not a day: write it as 2026-03-01.`,
    );
  }
});

test("a truncated gzip keeps nothing, even of activity", async ({ database, worker }) => {
  const lines = Array.from(
    { length: 90_000 },
    (_, i) => `${i % 50},${i % 7},2026-03-02 09:${10 + (i % 50)}`,
  );
  const whole = gzipSync(`from,to,when\n${lines.join("\n")}\n`);
  const context = contextOf(database, worker, NOW);
  const reading = takeActivity(
    context,
    whole.subarray(0, whole.length - 100),
    messages,
    "mail.csv.gz",
  );
  await expect(reading).rejects.toThrow(
    /mail\.csv\.gz is cut short: .* in line \d+\. Nothing was kept/,
  );
  const { rows } = await sql<{ n: number }>`select count(*) as n from intake.activity`.execute(
    worker,
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("a Latin-1 file keeps its accents, and the report says how it was read", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const text = Buffer.from("id;equipe\n1;Contrôle qualité\n", "latin1");
  const report = await takePeople(context, "2026-01-01", text as never, {
    number: "id",
    unit: { path: ["equipe"] },
  });
  expect(report.notices).toMatchObject([
    { line: 2, reason: expect.stringContaining("Windows-1252") },
  ]);
  expect(await worker.selectFrom("intake.unitName").select("name").distinct().execute()).toEqual([
    { name: "Contrôle qualité" },
  ]);
});

test("three formats of dates in one file: the declared one is kept, the others are refused", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const lines = [
    "from,to,when",
    "1,2,03/04/2026",
    "1,2,2026-04-03",
    "1,2,4 avril 2026",
    "1,2,05/04/2026",
  ];
  const report = await takeActivity(context, lines, { ...messages, dates: "dd/MM/yyyy" });
  expect(report).toMatchObject({ read: 4, kept: 2, refused: 2 });
  expect(report.refusals).toMatchObject([
    { line: 3, field: "when", occurrences: 2, reason: expect.stringContaining("“2026-04-03”") },
  ]);
});

test("a date that could be two is not guessed: without a declared format nothing is kept", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await expect(takeActivity(context, ["from,to,when", "1,2,03/04/2026"], messages)).rejects.toThrow(
    /no line could be kept\.\n {2}line 2, column “when”: The time is not written as YYYY-MM-DD.*“03\/04\/2026”/,
  );
});

test("people who report to each other in a circle are refused, the circle told by its lines", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const lines = ["id,mail,boss", "1,,", "2,,4", "3,,2", "4,,3", "5,,1"];
  await expect(takePeople(context, "2026-01-01", lines, staff)).rejects.toThrow(
    "staff.csv: people report to each other in a circle: line 3 → line 5 → line 4 → line 3. Nothing was kept.",
  );
  expect(await people(worker)).toBe(0);
});

test("a circle closed by a file of some of the people is found too", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id,mail,boss", "1,,", "2,,1", "3,,2"], staff);
  const half = takePeople(context, "2026-02-01", ["id,mail,boss", "1,,3"], {
    ...staff,
    partial: true,
  });
  await expect(half).rejects.toThrow("line 2 → known before → known before → line 2");
});

test("units that are part of each other are refused, told by their lines", async ({
  database,
  worker,
}) => {
  const mapping = { number: "id", unit: { key: "unit", parent: "above" } };
  const lines = ["id,unit,above", "1,a,b", "2,b,c", "3,c,a"];
  await expect(
    takePeople(contextOf(database, worker, NOW), "2026-01-01", lines, mapping),
  ).rejects.toThrow(
    "units are part of each other in a circle: line 2 → line 3 → line 4 → line 2. Nothing was kept.",
  );
  expect(await worker.selectFrom("intake.unit").selectAll().execute()).toEqual([]);
});

test("two people with one number: both lines are refused, and what was known stays", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id,mail,boss", "1,,", "2,,1", "3,,1"], staff);
  const report = await takePeople(
    context,
    "2026-02-01",
    ["id,mail,boss", "1,,", "2,,1", "3,,1", "2,,3", "1,,"],
    staff,
  );
  expect(report).toMatchObject({ read: 5, refused: 2, kept: 2 });
  expect(report.refusals).toMatchObject([
    { line: 3, field: "id", occurrences: 2, reason: expect.stringContaining("also line 5") },
  ]);
  expect(report.notices).toMatchObject([
    { line: 6, reason: expect.stringContaining("word for word") },
  ]);
  const { rows } = await sql<{ valid: string }>`
    select valid::text from intake.employment where person_id = 2 and retired_by is null`.execute(
    worker,
  );
  expect(rows).toEqual([{ valid: "[2026-01-01,)" }]);
});

test("nobody has left because of a line that could not be read", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  await takePeople(context, "2026-01-01", ["id,mail,boss", "1,,", "2,,1"], staff);
  const report = await takePeople(context, "2026-02-01", ["id,mail,boss", "1,,", ",,1"], staff);
  expect(report).toMatchObject({ refused: 1, summary: "1 people, nothing new on 2026-02-01." });
  expect(reportLines(report).join("\n")).toContain("nobody is taken to have left");
});

test("a file that would empty the company is not believed", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  const many = Array.from({ length: 30 }, (_, i) => `${i},,`);
  await takePeople(context, "2026-01-01", ["id,mail,boss", ...many], staff);
  const few = takePeople(context, "2026-02-01", ["id,mail,boss", "1,,", "2,,"], staff);
  await expect(few).rejects.toThrow(
    "would end the employment of 28 of 30 people. Nothing was kept.",
  );
});

test("a million bad lines make a small report and leave nothing in memory", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const bad = Array.from({ length: 1_000_000 }, (_, i) => `1,2,${i % 1000}.13.2026`);
  const path = Buffer.from(`from,to,when\n${bad.join("\n")}\n1,2,2026-03-02\n`);
  bad.length = 0;
  const before = heapAfterCollection();
  const report = await takeActivity(context, path, messages);
  expect(report).toMatchObject({ read: 1_000_001, kept: 1, refused: 1_000_000 });
  expect(report.refusals).toHaveLength(1);
  expect(JSON.stringify(report).length).toBeLessThan(1000);
  expect(heapAfterCollection() - before).toBeLessThan(10_000_000);
  const stored = await worker
    .selectFrom("intake.importRefusal")
    .select(["line", "field", "occurrences"])
    .execute();
  expect(stored).toEqual([{ line: 2, field: "when", occurrences: 1_000_000 }]);
}, 120_000);

test("a hundred kinds of trouble are twenty and the rest", async ({ database, worker }) => {
  const context = contextOf(database, worker, NOW);
  const columns = Array.from({ length: 30 }, (_, i) => `s${i}`);
  const segments = Object.fromEntries(
    columns.map((column) => [column, { column, values: { a: "a" } }]),
  );
  const report = await takePeople(
    context,
    "2026-01-01",
    [`id,${columns}`, `1,${columns.map(() => "z")}`],
    { number: "id", segments },
  );
  expect(report).toMatchObject({ kept: 1, refused: 30 });
  expect(report.refusals).toHaveLength(21);
  expect(report.refusals.at(-1)).toMatchObject({ occurrences: 10 });
});

function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

async function people(db: Db): Promise<number> {
  return (await db.selectFrom("intake.person").select("id").execute()).length;
}

function states(db: Db) {
  return db.selectFrom("intake.import").select(["kind", "state"]).execute();
}
