import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import type { Db } from "../client.server.ts";
import type { Schema } from "../schema.ts";
import type { Session } from "./session.ts";

/**
 * The queries of the rest of this room, in the transaction of a session. It opens nothing, so there
 * is nothing to end; one query at a time, and none while a COPY is under way.
 */
export function dbOf(session: Session): Db {
  const client = {
    query: session.query.bind(session),
    // The session is ended by whoever opened it.
    release() {},
  };
  const pool = { connect: async () => client, end: async () => {} };
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
