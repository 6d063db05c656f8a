import type { Db } from "#db/client.server.ts";
import type { Context } from "#jobs/context.ts";
import type { TestDatabase } from "./database.ts";

/** What a job gets, on a test's own database: fixed keys, Paris time, and silence. */
export function contextOf(database: TestDatabase, db: Db, now: string): Context {
  return {
    db,
    url: database.url("worker"),
    keys: {
      pseudonym: Buffer.alloc(32, 1),
      directory: Buffer.alloc(32, 2),
      secrets: Buffer.alloc(32, 3),
    },
    timeZone: "Europe/Paris",
    now: new Date(now),
    log() {},
    progress() {},
  };
}
