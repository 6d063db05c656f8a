import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDatabase } from "#db/client.server.ts";
import type { Login } from "#db/migrate.ts";
import type { Handles } from "./database.ts";

/** A database that a whole file of tests shares, and what each login sees of it. */
export interface OwnDatabase extends Handles {
  /** Ends every session and keeps the database, so that it can be copied. */
  leave(): Promise<void>;
  drop(): Promise<void>;
}

/** A fresh, migrated database, or a copy of one that nobody is using: call it in `beforeAll`. */
export async function openOwnDatabase(copied?: string): Promise<OwnDatabase> {
  const { server, template, strategy, passwords, broken } = inject("cluster");
  if (broken !== null) throw new Error(broken);
  const name = `barometer_own_${randomBytes(6).toString("hex")}`;
  const administrator = new pg.Client({ connectionString: addressOf(server, "postgres") });
  await administrator.connect();
  await administrator.query(
    `create database ${name} template ${copied ?? template} strategy ${strategy}`,
  );
  const url = (login: "owner" | Login) => {
    const address = new URL(addressOf(server, name));
    if (login !== "owner") {
      address.username = `barometer_${login}`;
      address.password = passwords[login];
    }
    return address.href;
  };
  const open = (login: "owner" | Login) => openDatabase(url(login), { max: 4 });
  const logins = {
    owner: open("owner"),
    worker: open("worker"),
    web: open("web"),
    steward: open("steward"),
    reader: open("reader"),
  };
  const leave = async () => {
    await Promise.all(Object.values(logins).map((db) => db.destroy()));
  };
  return {
    ...logins,
    database: { name, url },
    leave,
    async drop() {
      await leave();
      await administrator.query(`drop database ${name} with (force)`);
      await administrator.end();
    },
  };
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
