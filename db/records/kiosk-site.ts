import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Where a shared device stands. */
export interface KioskSite {
  readonly name: string;
  readonly country: string | null;
}

/** Null when there is no such site. */
export async function readKioskSite(db: Db, key: string): Promise<KioskSite | null> {
  // The database refuses to look for a null byte, and no site has one.
  if (key.includes("\0")) return null;
  const { rows } = await sql<KioskSite>`
    select name, country from records.kiosk_site where key = ${key}`.execute(db);
  return rows[0] ?? null;
}
