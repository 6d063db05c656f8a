import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from "kysely";
import { type Db, openConnection } from "#db/client.server.ts";
import type { Schema } from "#db/schema.ts";

/** A database in which whatever is tried can be taken back, which is faster than another copy. */
export interface Undoable {
  readonly db: Db;
  /** Tries something and takes all of it back. */
  trying<Result>(attempt: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * One session, never committed: what asks for a transaction is given a savepoint in it. Only
 * numbers that are drawn from a sequence are not given back.
 */
export async function openUndoable(url: string): Promise<Undoable> {
  const client = await openConnection(url);
  await client.query("begin");
  let free: Promise<void> = Promise.resolve();
  const pool = {
    async connect() {
      const before = free;
      let release = () => {};
      free = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return {
        query: (text: string, values: unknown[]) => client.query(asSavepoint(text), values),
        release: () => release(),
      };
    },
    end: () => client.end(),
  };
  const db: Db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: pool as unknown as PostgresPool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    db,
    async trying(attempt) {
      await client.query("savepoint tried");
      try {
        return await attempt();
      } finally {
        await client.query("rollback to savepoint tried");
      }
    },
    close: () => db.destroy(),
  };
}

function asSavepoint(text: string): string {
  if (/^(begin|start transaction)/i.test(text)) return "savepoint within";
  if (/^commit/i.test(text)) return "release savepoint within";
  return /^rollback$/i.test(text) ? "rollback to savepoint within" : text;
}
