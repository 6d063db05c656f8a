import { sql } from "kysely";
import { expect, inject } from "vitest";
import { migrate } from "#db/migrate.ts";
import { writeDemoState } from "#db/records/demo-state.ts";
import { startOver } from "#db/start-over.server.ts";
import { test } from "#tests/support/database.ts";

test("an unfinished demo company goes, released figures and all, and the ground is laid again", async ({
  database,
  owner,
  worker,
}) => {
  await writeDemoState(worker, "loading");
  await sql`
    insert into figures.release (kind, week, policy_version, released_at)
    values ('week', '2026-03-02', 1, now())`.execute(owner);
  expect(await startOver(database.url("owner"))).toBe(true);
  const { passwords } = inject("cluster");
  expect((await migrate(database.url("owner"), { passwords })).length).toBeGreaterThan(5);
  const { rows } = await sql`select id from figures.release`.execute(owner);
  expect(rows).toEqual([]);
  await writeDemoState(worker, "loading");
});

test("a finished demo company is never touched", async ({ database, owner, worker }) => {
  await writeDemoState(worker, "ready");
  expect(await startOver(database.url("owner"))).toBe(false);
  const { rows } = await sql<{ value: string }>`select value from records.setting`.execute(owner);
  expect(rows).toEqual([{ value: "ready" }]);
});

test("nor is a company of one's own", async ({ database, owner }) => {
  await sql`insert into intake.person (key) values ('\\x01')`.execute(owner);
  expect(await startOver(database.url("owner"))).toBe(false);
  const { rows } = await sql`select id from intake.person`.execute(owner);
  expect(rows).toHaveLength(1);
});
