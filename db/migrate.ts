import pg from "pg";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

export const logins = ["worker", "web", "steward", "reader"] as const;
export type Login = (typeof logins)[number];

/** One number for all: two processes that start together migrate one after the other. */
const LOCK = 7_241_002;

export interface MigrateOptions {
  readonly passwords: Readonly<Record<Login, string>>;
  /** For tests: a list other than the real one. */
  readonly list?: readonly Migration[];
}

/**
 * Brings the database up to date as its owner and returns the names of what was applied.
 * Each migration is one transaction; the logins are created first, with the given passwords.
 * @throws MissingRight when the owner may not create logins: its message is the SQL to hand to
 *   whoever may.
 */
export async function migrate(
  ownerUrl: string,
  { passwords, list = migrations }: MigrateOptions,
): Promise<readonly string[]> {
  return asOwner(ownerUrl, async (client) => {
    await ensureLogins(client, passwords);
    const applied = await appliedNames(client);
    const stranger = [...applied].find((name) => !list.some((one) => one.name === name));
    if (stranger !== undefined) {
      throw new Error(
        `The database was migrated by a newer version (it knows ${stranger}): update the program.`,
      );
    }
    const pending = list.filter(({ name }) => !applied.has(name));
    for (const { name, up } of pending) {
      await inTransaction(client, async () => {
        await client.query(up);
        await client.query("insert into public.migration (name) values ($1)", [name]);
      });
    }
    return pending.map(({ name }) => name);
  });
}

/** Undoes the last migrations, newest first, down to but without `target`. */
export async function rollBack(ownerUrl: string, target: string | null): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const applied = await appliedNames(client);
    for (const { name, down } of migrations.toReversed()) {
      if (name === target) return;
      if (!applied.has(name)) continue;
      if (typeof down !== "string") {
        throw new Error(`${name} cannot be undone: ${down.irreversible}`);
      }
      await inTransaction(client, async () => {
        await client.query(down);
        await client.query("delete from public.migration where name = $1", [name]);
      });
    }
  });
}

/** Whether every migration this program knows has been applied. */
export async function isMigrated(client: Pick<pg.Client, "query">): Promise<boolean> {
  const { rows } = await client.query(
    "select to_regclass('public.migration') is not null as known",
  );
  if (!rows[0].known) return false;
  const { rows: names } = await client.query("select name from public.migration");
  const applied = new Set(names.map(({ name }) => name));
  return migrations.every(({ name }) => applied.has(name));
}

/** The owner may not create the logins. The message is the SQL somebody else has to run. */
export class MissingRight extends Error {}

async function ensureLogins(client: pg.Client, passwords: MigrateOptions["passwords"]) {
  for (const login of logins) {
    const role = `barometer_${login}`;
    const password = client.escapeLiteral(passwords[login]);
    try {
      const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
      // The password is set each time: the data folder, not the cluster, is where it is kept.
      await client.query(
        `${rowCount === 0 ? "create" : "alter"} role ${role} login noinherit password ${password}`,
      );
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== "42501") throw error;
      const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
      if (rowCount !== 0) continue;
      throw new MissingRight(
        [
          "This login may not create others. Have somebody who may run this, then start again",
          "(the passwords are those of credentials.json in the data folder):",
          ...logins.map((name) => `create role barometer_${name} login noinherit password '…';`),
        ].join("\n"),
      );
    }
  }
  const { rows } = await client.query("select current_database() as name");
  const database = client.escapeIdentifier(rows[0].name);
  await client.query(
    `grant connect on database ${database} to ${logins.map((one) => `barometer_${one}`).join(", ")}`,
  );
}

async function appliedNames(client: pg.Client): Promise<ReadonlySet<string>> {
  await client.query(
    `create table if not exists public.migration
       (name text primary key, applied_at timestamptz not null default now());
     grant usage on schema public to public;
     grant select on public.migration to public`,
  );
  const { rows } = await client.query("select name from public.migration");
  return new Set(rows.map(({ name }) => name));
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "barometer migrate" });
  await client.connect();
  try {
    await client.query("set client_min_messages = warning");
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
