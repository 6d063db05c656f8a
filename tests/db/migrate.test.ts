import pg from "pg";
import { expect, inject } from "vitest";
import { migrate, rollBack } from "#db/migrate.ts";
import { migrations } from "#db/migrations/index.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";

const names = migrations.map(({ name }) => name);

async function query(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}

/** The same database before anything was migrated. */
async function emptied(database: TestDatabase): Promise<string> {
  const url = database.url("owner");
  await query(
    url,
    "drop schema records, figures, counts, intake cascade; truncate public.migration",
  );
  return url;
}

test("two processes that start together migrate an empty database once", async ({ database }) => {
  const { passwords } = inject("cluster");
  const url = await emptied(database);
  const applied = await Promise.all([migrate(url, { passwords }), migrate(url, { passwords })]);
  expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], names]);
});

test("a migration that fails leaves nothing of itself, and the next try goes on from there", async ({
  database,
}) => {
  const { passwords } = inject("cluster");
  const url = database.url("owner");
  const half = {
    name: "9999-half",
    up: "create table records.half (id integer); select 1 / 0",
    down: "drop table records.half",
  };
  await expect(migrate(url, { passwords, list: [...migrations, half] })).rejects.toThrow(
    "division by zero",
  );
  const { rows } = await query(url, "select to_regclass('records.half') as half");
  expect(rows).toEqual([{ half: null }]);
  const whole = { ...half, up: "create table records.half (id integer)" };
  expect(await migrate(url, { passwords, list: [...migrations, whole] })).toEqual(["9999-half"]);
});

test("a database that a newer version migrated is not touched", async ({ database }) => {
  const { passwords } = inject("cluster");
  const url = database.url("owner");
  await query(url, "insert into public.migration (name) values ('9999-from-the-future')");
  await expect(migrate(url, { passwords })).rejects.toThrow(
    "The database was migrated by a newer version (it knows 9999-from-the-future)",
  );
});

/** The names up to a migration, itself included. */
function upTo(name: string): readonly string[] {
  return names.slice(0, names.indexOf(name) + 1);
}

async function applied(url: string): Promise<readonly string[]> {
  const { rows } = await query(url, "select name from public.migration order by name");
  return rows.map(({ name }) => name);
}

test("migrations go back one by one, until one that says why it cannot", async ({ database }) => {
  const { passwords } = inject("cluster");
  const url = database.url("owner");
  await expect(rollBack(url, null)).rejects.toThrow(
    "0030-reorganised cannot be undone: released figures are promised never to change; going back would delete them",
  );
  const kept = upTo("0030-reorganised");
  expect(await applied(url)).toEqual(kept);
  expect(await migrate(url, { passwords })).toEqual(names.slice(kept.length));
});

test("a database from before ranges goes back as far as its released figures", async ({
  database,
}) => {
  const { passwords } = inject("cluster");
  const url = await emptied(database);
  const before = migrations.slice(0, names.indexOf("0015-precision"));
  expect(await migrate(url, { passwords, list: before })).toEqual(upTo("0014-troubles"));
  await expect(rollBack(url, null)).rejects.toThrow(
    "0006-figures cannot be undone: released figures are promised never to change",
  );
  const kept = upTo("0006-figures");
  expect(await applied(url)).toEqual(kept);
  expect(await migrate(url, { passwords })).toEqual(names.slice(kept.length));
});
