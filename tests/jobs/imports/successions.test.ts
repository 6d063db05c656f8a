import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { organisationMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { importOrganisation } from "#jobs/imports/organisation.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { fileOf } from "#tests/support/files.ts";

const mapping = organisationMapping.parse({
  kind: "organisation",
  key: "Code",
  parent: "Parent",
  name: "Nom",
  replaces: "Remplace",
});

test("a unit says which ones it took over, once", async ({ database, worker }) => {
  await take({ database, worker }, "2026-01-01", [
    "plant,,Usine,",
    "packing,plant,Conditionnement,",
    "pastry,plant,Pâtisserie,",
  ]);
  const after = ["plant,,Usine,", 'lines,plant,Lignes,"packing; pastry"'];
  const report = await take({ database, worker }, "2026-03-02", after);
  expect(report).toMatchObject({ refused: 0, notices: [] });
  const once = ["packing → lines merged 2026-03-02", "pastry → lines merged 2026-03-02"];
  expect(await successions(worker)).toEqual(once);
  const again = await take({ database, worker }, "2026-04-01", after);
  expect(again.summary).toBe("2 units, nothing new on 2026-04-01.");
  expect(await successions(worker)).toEqual(once);
});

test("a unit that two others took over was split, one that one took over renamed", async ({
  database,
  worker,
}) => {
  await take({ database, worker }, "2026-01-01", ["dock,,Quai,", "fleet,,Flotte,"]);
  await take({ database, worker }, "2026-03-02", [
    "north,,Quai nord,dock",
    "south,,Quai sud,dock",
    "trucks,,Camions,fleet",
  ]);
  expect(await successions(worker)).toEqual([
    "dock → north split 2026-03-02",
    "dock → south split 2026-03-02",
    "fleet → trucks renamed 2026-03-02",
  ]);
});

test("what cannot have been taken over is said, and left out", async ({ database, worker }) => {
  await take({ database, worker }, "2026-01-01", ["dock,,Quai,"]);
  const report = await take({ database, worker }, "2026-03-02", [
    "dock,,Quai,",
    "fleet,,Flotte,dock",
    "lab,,Laboratoire,labo",
  ]);
  expect(report.notices).toMatchObject([
    { line: 4, field: "Remplace", reason: expect.stringContaining("never heard of") },
    { line: 3, field: "Remplace", reason: expect.stringContaining("still in the file") },
  ]);
  expect(await successions(worker)).toEqual([]);
});

function take(
  { database, worker }: { database: TestDatabase; worker: Db },
  effectiveOn: string,
  lines: readonly string[],
) {
  return importOrganisation(contextOf(database, worker, "2026-05-01T08:00:00Z"), {
    mapping,
    path: fileOf("units.csv", ["Code,Parent,Nom,Remplace", ...lines]),
    effectiveOn,
  });
}

async function successions(worker: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ said: string }>`
    select a.key || ' → ' || b.key || ' ' || s.kind || ' ' || s.happened_on as said
    from intake.unit_succession s
    join intake.unit a on a.id = s.from_unit_id join intake.unit b on b.id = s.to_unit_id
    order by 1`.execute(worker);
  return rows.map(({ said }) => said);
}
