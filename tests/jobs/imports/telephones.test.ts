import { expect } from "vitest";
import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";

test("a number is the same person's however it is written, by the country of the person or the site", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, "2026-11-21T02:00:00Z");
  const report = await takePeople(
    context,
    "2026-11-01",
    [
      "id;tel;site;land;pays",
      "1;06 12 34 56 78;Lille;;",
      "2;0033612345678;Lille;;",
      "3;+33 (0)6.12.34.56.78;Liège;Belgique;",
      "4;0475 12 34 56;Liège;Belgique;",
      "5;512 345 678;Lille;;Poland",
      "6;06 12 34 56 78;Lille;;Atlantis",
      "7;poste 12;Lille;;",
    ],
    { number: "id", telephone: "tel", country: "pays", site: { key: "site", country: "land" } },
  );
  expect(report).toMatchObject({ kept: 7, refused: 2 });
  expect(report.refusals).toMatchObject([
    {
      ...{ line: 7, field: "tel", occurrences: 2 },
      reason: expect.stringMatching(/not a telephone number of that country/),
    },
  ]);
  expect(JSON.stringify(report)).not.toContain("12 34 56");
  const rows = await worker
    .selectFrom("intake.directory")
    .where("kind", "=", "telephone")
    .select(["personId", "matchKey"])
    .orderBy("personId")
    .execute();
  const key = (number: string) => pseudonym(context.keys.pseudonym, "telephone", number);
  const numbers = ["+33612345678", "+33612345678", "+33612345678", "+32475123456", "+48512345678"];
  expect(rows.map(({ matchKey }) => matchKey)).toEqual(numbers.map(key));
});
