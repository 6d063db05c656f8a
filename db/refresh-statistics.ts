import { sql } from "kysely";
import type { Db } from "./client.server.ts";

/**
 * Tells the planner what the tables hold, as their owner. The database does so by itself within
 * minutes; whoever fills an empty one in seconds has to say it, or every plan is made for no rows.
 */
export async function refreshStatistics(owner: Db): Promise<void> {
  await sql`analyze`.execute(owner);
}
