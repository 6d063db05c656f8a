import { sql } from "kysely";
import type { Db } from "./client.server.ts";
import { migrations } from "./migrations/index.ts";
import { type DemoState, readDemoState } from "./records/demo-state.ts";

/** What `/ready` answers. */
export interface Readiness {
  readonly database: boolean;
  readonly migrated: boolean;
  readonly demo: DemoState;
}

/** Whether pages can be served, asked under any login. Never throws: a database away is an answer. */
export async function readReadiness(db: Db): Promise<Readiness> {
  try {
    if (!(await isMigrated(db))) return { database: true, migrated: false, demo: "none" };
    return { database: true, migrated: true, demo: await readDemoState(db) };
  } catch {
    return { database: false, migrated: false, demo: "none" };
  }
}

async function isMigrated(db: Db): Promise<boolean> {
  const known = await sql<{ known: boolean }>`
    select to_regclass('public.migration') is not null as known`.execute(db);
  if (!known.rows[0]?.known) return false;
  const { rows } = await sql<{ name: string }>`select name from public.migration`.execute(db);
  const applied = new Set(rows.map(({ name }) => name));
  return migrations.every(({ name }) => applied.has(name));
}
