import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** The ids of people by the pseudonym of their HR number, written as hexadecimal digits. */
export async function findPeople(
  db: Db,
  keys: readonly Buffer[],
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: number; key: Buffer }>`
    select id, key from intake.person where key = any(${[...keys]}::bytea[])`.execute(db);
  return new Map(rows.map(({ id, key }) => [key.toString("hex"), id]));
}
