import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { findMapping, listMappings, saveMapping } from "#jobs/imports/mapping/find-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { emptyFolder } from "#tests/support/archives.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";
import { workbookOf } from "#tests/support/workbook.ts";

const NOW = "2026-11-21T02:00:00Z";

test("every mapping that comes with the product is a valid one, and says what it is for", () => {
  const home = emptyFolder();
  const named = listMappings(home);
  expect(named.map(({ name }) => name)).toEqual([
    "generic",
    "hibox",
    "kelio",
    "kelio-messages",
    "sap-successfactors",
    "workday",
  ]);
  for (const { name, kind, about } of named) {
    const mapping = findMapping(name, kind === "people" ? peopleMapping : activityMapping, home);
    expect(mapping.kind).toBe(kind);
    expect(about.length, name).toBeGreaterThan(20);
    // An alias of a column that nothing names would never be looked for.
    const text = JSON.stringify({ ...mapping, also: {} });
    for (const column of Object.keys(mapping.also)) expect(text).toContain(JSON.stringify(column));
  }
});

test("a name is one of the company's own first, and an unknown one lists those there are", () => {
  const home = emptyFolder();
  const own = fileOf("staff.yaml", ["# Ours", "kind: people", "number: id"]);
  saveMapping(own, "ours", home);
  saveMapping(own, "kelio", home);
  expect(findMapping("ours", peopleMapping, home).number).toBe("id");
  expect(findMapping("kelio", peopleMapping, home).number).toBe("id");
  expect(listMappings(home).filter(({ isShipped }) => !isShipped)).toMatchObject([
    { name: "kelio", kind: "people", about: "Ours" },
    { name: "ours" },
  ]);
  expect(() => findMapping("sage", peopleMapping, home)).toThrow(
    /There is no mapping “sage”: neither a file of this path, nor one of generic, hibox, kelio/,
  );
  expect(() => saveMapping(own, "../x", home)).toThrow(/is no name for a mapping/);
});

test("a workbook of Kelio is taken with the columns it has; of the others nothing is said", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const rows = [
    ["Extraction Kelio"],
    ["N° MATRICULE", "Nom", "Prénom", "Date d’entrée", "Service", "Portable", "Terrain"],
    ["00042", "Martin", "Zoé", "01/03/2020", "Logistique", "06 12 34 56 78", "Oui"],
    ["00043", "Petit", "Ada", "02/03/2020", "Logistique", "12", "Non"],
  ];
  const path = fileOf("kelio.xlsx", workbookOf([{ name: "Feuil1", rows }]));
  const report = await importPeople(context, {
    path,
    mapping: findMapping("kelio", peopleMapping, emptyFolder()),
    effectiveOn: "2026-11-01",
  });
  expect(report).toMatchObject({ read: 2, kept: 2, refused: 1 });
  expect(report.refusals).toMatchObject([
    { line: 4, field: "Portable professionnel", reason: expect.stringMatching(/not a telephone/) },
  ]);
  const absent = report.notices.find(({ reason }) => reason.startsWith("The file has no column"));
  expect(absent?.reason).toContain("“E-mail professionnel”");
  expect(absent?.reason).not.toContain("“Matricule”");
  expect(await count(worker, "intake.personManager")).toBe(0);
  const units = await worker.selectFrom("intake.unit").select("key").execute();
  expect(units).toEqual([{ key: "logistique" }]);
  const kinds = await worker
    .selectFrom("intake.directory")
    .select("kind")
    .orderBy("kind")
    .execute();
  expect(kinds.map(({ kind }) => kind)).toEqual(["name", "name", "telephone"]);
});

test("a column that is missing this time leaves what was known as it was", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const mapping = findMapping("generic", peopleMapping, emptyFolder());
  const take = (effectiveOn: string, lines: readonly string[]) =>
    importPeople(context, { path: fileOf("hr.csv", lines), mapping, effectiveOn });
  await take("2026-10-01", ["Employee ID;Manager;Site", "1;;Lille", "2;1;Lille"]);
  await take("2026-11-01", ["Employee ID;Site", "1;Lyon", "2;Lille"]);
  expect(await count(worker, "intake.personManager")).toBe(1);
  expect(await count(worker, "intake.personSite")).toBe(3);
});

test("the user data file of SuccessFactors: keys, labels, somebody without manager, somebody inactive", async ({
  database,
  worker,
}) => {
  const report = await importPeople(contextOf(database, worker, NOW), {
    path: fileOf("users.csv", [
      "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,EMAIL,MANAGER,DEPARTMENT,HIREDATE",
      "STATUS,USERID,Username,First Name,Last Name,Email,Manager,Department,Hire Date",
      "active,u1,ada,Ada,L,ada@x.example,NO_MANAGER,Board,03/31/2019",
      "active,u2,bo,Bo,M,bo@x.example,u1,Plant,03/31/2020",
      "inactive,u3,cy,Cy,N,cy@x.example,u1,Plant,03/31/2020",
    ]),
    mapping: findMapping("sap-successfactors", peopleMapping, emptyFolder()),
    effectiveOn: "2026-11-01",
  });
  expect(report).toMatchObject({ read: 2, kept: 2, refused: 0 });
  expect(await count(worker, "intake.personManager")).toBe(1);
});

test("messages at terminals are counted by day, of a person or of a terminal", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const report = await ingestActivityFile(context, {
    path: fileOf("messages.csv", [
      "Jour;Matricule;Terminal;Libellé du terminal;Messages lus",
      "02/11/2026;42;;;3",
      "02/11/2026;;T1;Atelier Lille;17",
      "03/11/2026;;T1;Atelier Lille;",
      "03/11/2026;;;;4",
    ]),
    mapping: findMapping("kelio-messages", activityMapping, emptyFolder()),
    connection: "kelio",
  });
  expect(report.refusals).toMatchObject([
    { line: 5, reason: expect.stringMatching(/Neither a person nor a group/) },
  ]);
  const totals = await worker
    .selectFrom("intake.activityCount")
    .select(["day", "grain", "n", "groupId", "accountId"])
    .orderBy("n")
    .execute();
  expect(totals).toMatchObject([
    { day: "2026-11-02", grain: "day", n: 3, groupId: 0 },
    { day: "2026-11-02", grain: "day", n: 17, accountId: 0 },
  ]);
  const groups = await worker.selectFrom("intake.groupState").select(["privacy", "name"]).execute();
  expect(groups).toEqual([{ privacy: "open", name: "Atelier Lille" }]);
});

test("what Hibox holds is read once it has the form of its mapping", async ({
  database,
  worker,
}) => {
  const report = await ingestActivityFile(contextOf(database, worker, NOW), {
    path: fileOf("hibox.csv", [
      "ID,Type,Email,Stream,Date,Reply to,Text",
      "m1,message,ada@x.example,s1,2026-11-02T10:00:00Z,,hello",
      "m2,reply,bo@x.example,s1,2026-11-02T10:01:00Z,m1,hello",
    ]),
    mapping: findMapping("hibox", activityMapping, emptyFolder()),
    connection: "hibox",
  });
  expect(report).toMatchObject({ read: 2, kept: 2, refused: 0 });
  const verbs = await worker.selectFrom("intake.activity").select("verb").orderBy("verb").execute();
  expect(verbs).toEqual([{ verb: 1 }, { verb: 2 }]);
});

async function count(db: Db, table: "intake.personManager" | "intake.personSite"): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .where("retiredBy", "is", null)
    .select((eb) => eb.fn.countAll<string>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}
