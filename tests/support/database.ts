import { randomBytes } from "node:crypto";
import pg from "pg";
import { test as base, inject } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import type { Login } from "#db/migrate.ts";

/** A fresh, migrated, empty database that this test alone uses. */
export interface TestDatabase {
  readonly name: string;
  url(login: "owner" | Login): string;
}

export interface Handles {
  readonly database: TestDatabase;
  readonly owner: Db;
  readonly worker: Db;
  readonly web: Db;
  readonly steward: Db;
  readonly reader: Db;
}

/** `test` with a database: each login is what the product really signs in as. */
export const test = base.extend<Handles>({
  database: async ({ task }, use) => {
    const { server, template, strategy, broken } = inject("cluster");
    if (broken !== null) throw new Error(`${task.name}: ${broken}`);
    const name = `barometer_test_${randomBytes(6).toString("hex")}`;
    const administrator = new pg.Client({ connectionString: addressOf(server, "postgres") });
    await administrator.connect();
    await administrator.query(`create database ${name} template ${template} strategy ${strategy}`);
    try {
      await use({ name, url: (login) => urlFor(login, name) });
    } finally {
      await administrator.query(`drop database ${name} with (force)`);
      await administrator.end();
    }
  },
  owner: async ({ database }, use) => lend(database.url("owner"), use),
  worker: async ({ database }, use) => lend(database.url("worker"), use),
  web: async ({ database }, use) => lend(database.url("web"), use),
  steward: async ({ database }, use) => lend(database.url("steward"), use),
  reader: async ({ database }, use) => lend(database.url("reader"), use),
});

async function lend(url: string, use: (db: Db) => Promise<void>): Promise<void> {
  const db = openDatabase(url, { max: 3 });
  await use(db);
  await db.destroy();
}

function urlFor(login: "owner" | Login, name: string): string {
  const { server, passwords } = inject("cluster");
  const url = new URL(addressOf(server, name));
  if (login !== "owner") {
    url.username = `barometer_${login}`;
    url.password = passwords[login];
  }
  return url.href;
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
