import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { QuietClient } from "./quiet-client.server.ts";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;

const types = new pg.TypeOverrides();
types.setTypeParser(20, Number); // int8: counts and hashes we only compare inside SQL
types.setTypeParser(1700, Number); // numeric
types.setTypeParser(1082, (day) => day); // date: a day has no time zone

/** A pool of connections under one login. Whoever opens it ends it with `destroy()`. */
export function openDatabase(url: string, { max = 5 }: { max?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    application_name: "barometer",
    Client: QuietClient,
  });
  // A server that goes away must not take the process with it: the next query says so.
  pool.on("error", () => {});
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** One connection outside any pool, for COPY. Whoever opens it ends it with `end()`. */
export async function openConnection(url: string): Promise<pg.Client> {
  const client = new QuietClient({
    connectionString: url,
    types,
    application_name: "barometer copy",
  });
  await client.connect();
  return client;
}
