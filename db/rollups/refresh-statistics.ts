import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Lets the planner see what the night has just written: before it is counted, and before it is judged. */
export async function refreshStatistics(db: Db): Promise<void> {
  await sql`select counts.refresh_statistics()`.execute(db);
}
