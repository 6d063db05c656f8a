import { sql } from "kysely";
import type { Db } from "../../client.server.ts";

/** Which of these groups of a connection are known. */
export async function knownGroups(
  db: Db,
  connectionId: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select external_id as id from intake."group"
    where connection_id = ${connectionId} and external_id = any(${[...new Set(ids)]}::text[])`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}
