import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Who reads results on a day: directors, managers and analysts whose account is theirs to use. */
export async function viewersToTell(db: Db, day: string): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct v.id from records.viewer v join records.viewer_role r on r.viewer_id = v.id
    where r.role in ('director', 'manager', 'analyst') and r.valid @> ${day}::date
      and v.disabled_at is null order by 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** The account of an address; null when there is none that may sign in. */
export async function viewerOf(db: Db, email: string): Promise<number | null> {
  const row = await db
    .selectFrom("records.viewer")
    .where("email", "=", email)
    .where("disabledAt", "is", null)
    .select("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
