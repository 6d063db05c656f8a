import { sql } from "kysely";
import { expect } from "vitest";
import { encrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { queueLetters } from "#db/intake/dispatch.ts";
import type { Context } from "#jobs/context.ts";
import { accessPerson, eraseOne, objectFor } from "#jobs/person-rights.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { act, makeNetwork, numbers } from "#tests/support/acting.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { everyRow } from "#tests/support/every-row.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

const NUMBER = "HR-4711";
const released = `select * from figures.release r join figures.population p on p.release_id = r.id
  join figures.figure f using (release_id, population) order by release_id, population, measure`;

/** A company whose eighth person is known by number and name, and has acted and answered. */
async function makeWorld(database: TestDatabase, owner: Db, worker: Db): Promise<Context> {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 30 } });
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  const { keys } = context;
  const name = encrypt(keys.directory, "Zénobie Canari");
  await sql`update intake.person set key = ${pseudonym(keys.pseudonym, "number", NUMBER)} where id = 8`.execute(
    owner,
  );
  await sql`insert into intake.directory (person_id, kind, value) values (8, 'name', ${name})`.execute(
    owner,
  );
  await makeNetwork(owner, 70, "2026-03-30T00:00:00+02");
  for (const day of ["03", "10", "17", "24"]) {
    await act(owner, "post", numbers(1, 20), `2026-03-${day}T09:00:00Z`, 30);
    await act(owner, "comment", [30, 31], `2026-03-${day}T10:00:00Z`, 8);
  }
  await makeWave(owner, { key: "spring" });
  const invitations = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "spring",
  });
  await queueLetters(worker, { waveId: 1, purpose: "invite", dueAt: context.now, personIds: [8] });
  await sql`insert into intake.stop values (8, 'email', ${context.now})`.execute(owner);
  for (const { personId, code } of invitations) {
    const answers = JSON.stringify({ 1: personId % 3 === 0 ? 2 : 4, 2: 3 });
    await sql`select intake.submit(${code}, ${answers}::jsonb)`.execute(owner);
  }
  await closeWave(contextOf(database, worker, "2026-03-20T08:00:00Z"), { wave: "spring" });
  return context;
}

async function rowsOf(owner: Db, query: string): Promise<string> {
  return JSON.stringify((await sql.raw(query).execute(owner)).rows);
}

test("access gives everything of one person, and nothing of anybody else", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeWorld(database, owner, worker);
  const kept = await accessPerson(context, " hr-4711 ");
  expect(kept?.directory).toEqual([{ kind: "name", value: "Zénobie Canari" }]);
  expect(kept?.activity).toHaveLength(4);
  expect(kept?.answers?.map(({ question, answer }) => [question, answer])).toEqual([
    ["transparent", 4],
    ["stay", 3],
  ]);
  expect(kept?.units).toMatchObject([{ unit: "lyon" }]);
  expect(kept?.accounts).toMatchObject([{ network: "Chat", account: "8" }]);
  expect(kept?.invitations).toMatchObject([{ wave: "spring", state: "answered" }]);
  expect(kept?.letters).toMatchObject([{ wave: "spring", purpose: "invite", state: "waiting" }]);
  expect(kept?.stops).toMatchObject([{ channel: "email" }]);
  expect(await accessPerson(context, "HR-9999")).toBeNull();
});

test("P8: an erasure leaves no row of the person, changes nothing released, and says how many rows went", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeWorld(database, owner, worker);
  await rollUp.run(context);
  await release.run(context);
  const before = await rowsOf(owner, released);
  expect(before).toContain("trust");

  expect(await eraseOne(context, NUMBER, { keepPlace: false })).toBe("employed");
  await sql`update intake.employment set valid = daterange('2025-01-01', '2026-03-25') where person_id = 8`.execute(
    owner,
  );
  const gone = await eraseOne(context, NUMBER, { keepPlace: false });
  expect(gone).toMatchObject({
    person: 1,
    activity: 4,
    "acts towards them": 8,
    answers: 1,
    invitations: 1,
    codes: 1,
    accounts: 1,
    directory: 1,
  });

  const { rows: columns } = await sql<{ place: string }>`
    select format('select count(*) as n from %I.%I where %I = 8', table_schema, table_name, column_name) as place
    from information_schema.columns
    where table_schema in ('intake', 'counts', 'records')
      and column_name in ('person_id', 'manager_id', 'account_id', 'target_account_id')
      and table_name not like 'activity\\_2%'`.execute(owner);
  expect(columns.length).toBeGreaterThan(15);
  for (const { place } of columns) {
    expect([place, await rowsOf(owner, place)]).toEqual([place, '[{"n":0}]']);
  }
  const bits = await rowsOf(
    owner,
    "select count(*) as n from counts.week_bits where length(bits) > 8 and get_bit(bits, 8) = 1",
  );
  expect(bits).toBe('[{"n":0}]');

  await rollUp.run(context);
  await release.run(context);
  expect(await rowsOf(owner, released)).toBe(before);
  expect(await eraseOne(context, NUMBER, { keepPlace: false })).toBe("nobody");
});

test("erased before the release, a person is on neither side of it", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeWorld(database, owner, worker);
  await rollUp.run(context);
  await eraseOne(context, NUMBER, { keepPlace: true });
  await rollUp.run(context);
  await release.run(context);
  const company = await rowsOf(
    owner,
    `select r.kind, f.measure, f.n from figures.figure f join figures.release r on r.id = f.release_id
     join figures.population p using (release_id, population)
     where p.key = 'company' and f.measure in ('participation', 'trust', 'active') and f.n is not null
     group by 1, 2, 3 order by 1, 2`,
  );
  expect(JSON.parse(company).map(({ n }: { n: number }) => n)).toEqual(
    JSON.parse(company).map(() => 69),
  );
  expect(JSON.parse(company).length).toBeGreaterThan(1);
});

test("an objector is collected no more and leaves the weeks that are not released, not those that are", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeWorld(database, owner, worker);
  const early = { ...context, now: new Date("2026-03-17T02:00:00Z") };
  await sql`update records.connection set covered_to = '2026-03-16T00:00:00+01'`.execute(owner);
  await rollUp.run(early);
  await release.run(early);
  const before = await rowsOf(owner, released);
  expect(await objectFor(context, NUMBER, { withdraw: false })).toEqual({ removed: 6 });
  expect(await objectFor(context, NUMBER, { withdraw: false })).toBe("already");
  await sql`update records.connection set covered_to = '2026-03-30T00:00:00+02'`.execute(owner);
  await rollUp.run(context);
  await release.run(context);
  const weeks = await rowsOf(
    owner,
    `select r.week, f.n from figures.figure f join figures.release r on r.id = f.release_id
     join figures.population p using (release_id, population)
     where p.key = 'company' and f.measure = 'active' order by 1`,
  );
  expect(JSON.parse(weeks)).toEqual([
    { week: "2026-03-02", n: 70 },
    { week: "2026-03-09", n: 70 },
    { week: "2026-03-16", n: 69 },
    { week: "2026-03-23", n: 69 },
  ]);
  expect((await rowsOf(owner, released)).startsWith(before.slice(0, -1))).toBe(true);
  expect(await objectFor(context, NUMBER, { withdraw: true })).toBe("withdrawn");
  expect(await objectFor(context, NUMBER, { withdraw: true })).toBe("none");
});

test("the audit trail says that it was done, and neither number, name nor person", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeWorld(database, owner, worker);
  await accessPerson(context, NUMBER);
  await objectFor(context, NUMBER, { withdraw: false });
  await eraseOne(context, NUMBER, { keepPlace: true });
  const trail = await rowsOf(owner, "select actor, action, subject from records.audit_entry");
  expect(JSON.parse(trail).map(({ action }: { action: string }) => action)).toEqual([
    "access given",
    "objection noted",
    "activity and answers of a person erased",
  ]);
  expect(trail).not.toMatch(/4711|Zénobie|person_?id/i);
  expect(await everyRow(owner)).not.toMatch(/HR-4711|Zénobie/i);
});
