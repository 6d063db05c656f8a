import { sql } from "kysely";
import { expect } from "vitest";
import { prove } from "#app/privacy/proof.ts";
import { openSolver } from "#app/privacy/solver.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { readWaveFamilies } from "#db/rollups/wave-counts.ts";
import { everything } from "#jobs/everything.ts";
import { runNight } from "#jobs/nightly.ts";
import { readTold } from "#jobs/told-of-wave.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeCompany, makeWave, type Team } from "#tests/support/make-company.ts";

interface Handles {
  readonly database: TestDatabase;
  readonly owner: Db;
  readonly worker: Db;
}

const plant: Readonly<Record<string, Team>> = {
  lyon: { people: 60 },
  plant: { people: 12 },
  packing: { people: 40, within: "plant" },
  pastry: { people: 32, within: "plant" },
};

test("two teams that became one are told as one, of the wave before", async ({
  database,
  owner,
  worker,
}) => {
  const handles = { database, owner, worker };
  await makeReleased(handles, plant);
  await merge(owner, ["packing", "pastry"], "lines", "plant");
  await night(handles, "2026-05-05T02:00:00Z");
  const [were, are] = [await shares(worker, "then"), await shares(worker, "now")];
  expect(Object.keys(were)).toEqual([
    "company",
    ...["unit:lyon", "unit:packing", "unit:pastry", "unit:plant", "unit:top"],
    ...["segment:work:frontline", "site:paris"],
  ]);
  expect(Object.keys(are)).toEqual([
    "company",
    ...["unit:lines", "unit:lyon", "unit:plant", "unit:top"],
    ...["segment:work:frontline", "site:paris"],
  ]);
  const [packing, pastry] = [were["unit:packing"], were["unit:pastry"]];
  expect([packing, pastry]).toMatchObject([{ n: 40 }, { n: 32 }]);
  expect(are["unit:lines"]).toEqual({
    n: 72,
    value: ((packing?.value ?? 0) * 40 + (pastry?.value ?? 0) * 32) / 72,
  });
  for (const key of ["company", "unit:plant", "unit:lyon", "unit:top"]) {
    expect([key, are[key]]).toEqual([key, were[key]]);
  }
});

test("it is told once, and what was released before stays to the byte", async ({
  database,
  owner,
  worker,
}) => {
  const handles = { database, owner, worker };
  await makeReleased(handles, plant);
  const before = await written(owner, "as_of is null");
  await merge(owner, ["packing", "pastry"], "lines", "plant");
  const first = await night(handles, "2026-05-05T02:00:00Z");
  expect(first).toContain("told 1 earlier waves by the units there are now");
  const told = await written(owner, "as_of is not null");
  expect(await night(handles, "2026-05-06T02:00:00Z")).not.toContain("earlier waves");
  expect(await written(owner, "as_of is null")).toBe(before);
  expect(await written(owner, "as_of is not null")).toBe(told);
});

test("an organisation that goes on moving is told once a quarter at most", async ({
  database,
  owner,
  worker,
}) => {
  const handles = { database, owner, worker };
  await makeReleased(handles, plant);
  await merge(owner, ["packing", "pastry"], "lines", "plant");
  await night(handles, "2026-05-05T02:00:00Z");
  await move(owner, "lyon", "plant", "2026-06-01");
  expect(await night(handles, "2026-06-02T02:00:00Z")).not.toContain("earlier waves");
  expect(await night(handles, "2026-08-03T02:00:00Z")).toContain("told 1 earlier waves");
  const are = await shares(worker, "now");
  expect(are["unit:plant"]).toMatchObject({ n: 144 });
  expect(are["unit:lines"]).toMatchObject({ n: 72 });
});

test("who a unit left behind is not told, nor does it follow from where the unit went", async ({
  database,
  owner,
  worker,
}) => {
  const handles = { database, owner, worker };
  await makeReleased(handles, {
    south: { people: 4 },
    quai: { people: 40, within: "south" },
    north: { people: 60 },
  });
  await move(owner, "quai", "north");
  await night(handles, "2026-05-05T02:00:00Z");
  const are = await shares(worker, "now");
  expect(are["unit:south"]).toBe("hidden");
  const context = contextOf(database, worker, "2026-05-05T08:00:00Z");
  const { lattice, written: told } = await readTold(context.db, { id: 1, key: "spring" });
  const { thresholds } = await currentPolicy(worker);
  const solver = await openSolver();
  const families = readWaveFamilies(worker, 1);
  expect(await prove(solver, lattice, families, thresholds, told)).toMatchObject({
    attacks: { succeeded: 0 },
    strange: 0,
  });
});

test("where somebody's answers have gone since, nothing is added", async ({
  database,
  owner,
  worker,
}) => {
  const handles = { database, owner, worker };
  await makeReleased(handles, plant);
  await sql`delete from counts.participation_cell`.execute(owner);
  await sql`delete from intake.response where ctid in
    (select ctid from intake.response where answers[1] = 4 order by cell limit 1)`.execute(owner);
  await merge(owner, ["packing", "pastry"], "lines", "plant");
  await night(handles, "2026-05-05T02:00:00Z");
  const are = await shares(worker, "now");
  expect(are["unit:lines"]).toBe("hidden");
  expect(are["unit:plant"]).toEqual((await shares(worker, "then"))["unit:plant"]);
});

/** The trust of everybody in a wave, by the units of its day or of today. */
async function shares(worker: Db, organisation: "then" | "now") {
  const sealed = await waveFigures(worker, {
    waves: ["spring"],
    measures: ["trust"],
    organisation,
  });
  const rows = sealed.disclose(everything).map((figure) => {
    if (figure.hidden) return [figure.population.key, "hidden"] as const;
    const { base, value } = figure.value;
    return [figure.population.key, { n: "exact" in base ? base.exact : 0, value }] as const;
  });
  const rank = (key: string) => ["c", "u", "s"].indexOf(key[0] ?? "");
  return Object.fromEntries(rows.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

/** A wave of these teams, answered by everybody, closed and released. */
async function makeReleased({ database, owner, worker }: Handles, teams: Record<string, Team>) {
  await makeCompany(owner, teams);
  await makeWave(owner, { key: "spring" });
  const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
  for (const { personId, code } of await openWave(context, { wave: "spring" })) {
    const answers = JSON.stringify({ 1: personId % 3 === 0 ? 2 : 4, 2: 1 + (personId % 5) });
    await sql`select intake.submit(${code}, ${answers}::jsonb)`.execute(owner);
  }
  await closeWave(contextOf(database, worker, "2026-03-20T08:00:00Z"), { wave: "spring" });
  await night({ database, owner, worker }, "2026-04-01T02:00:00Z");
}

async function night({ database, worker }: Handles, at: string): Promise<string> {
  const context = contextOf(database, worker, at);
  const report = await runNight(context, { clock: () => new Date(at) });
  expect(report?.steps.filter(({ ok }) => !ok)).toEqual([]);
  return JSON.stringify(report?.steps);
}

async function merge(owner: Db, from: readonly string[], to: string, parent: string) {
  await sql`insert into intake.unit (key) values (${to})`.execute(owner);
  await sql`
    insert into intake.unit_name (unit_id, language, name, valid, import_id)
    select id, 'fr', initcap(key), '[2026-05-04,)', 1 from intake.unit where key = ${to}`.execute(
    owner,
  );
  await sql`
    insert into intake.unit_parent (unit_id, parent_id, valid, import_id)
    select id, (select id from intake.unit where key = ${parent}), '[2026-05-04,)', 1
    from intake.unit where key = ${to}`.execute(owner);
  for (const key of from) {
    await sql`update intake.unit_parent set valid = daterange(lower(valid), '2026-05-04')
      where unit_id = (select id from intake.unit where key = ${key})`.execute(owner);
    await sql`insert into intake.unit_succession (from_unit_id, to_unit_id, kind, happened_on)
      select a.id, b.id, 'merged', '2026-05-04' from intake.unit a, intake.unit b
      where a.key = ${key} and b.key = ${to}`.execute(owner);
  }
  await sql`delete from intake.unit_order`.execute(owner);
}

async function move(owner: Db, key: string, to: string, on = "2026-05-04"): Promise<void> {
  await sql`update intake.unit_parent set valid = daterange(lower(valid), ${on}::date)
    where unit_id = (select id from intake.unit where key = ${key})`.execute(owner);
  await sql`
    insert into intake.unit_parent (unit_id, parent_id, valid, import_id)
    select a.id, b.id, daterange(${on}::date, null), 1 from intake.unit a, intake.unit b
    where a.key = ${key} and b.key = ${to}`.execute(owner);
  await sql`delete from intake.unit_order`.execute(owner);
}

async function written(owner: Db, which: string): Promise<string> {
  const { rows } = await sql<{ row: string }>`
    select row(r.*, f.*)::text as row from figures.release r
    join figures.figure f on f.release_id = r.id where ${sql.raw(which)} order by 1`.execute(owner);
  return rows.map(({ row }) => row).join("\n");
}
