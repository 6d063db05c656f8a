import type { Db } from "../client.server.ts";

/** Leaves these connections out of the nights to come; what was read from them stays. */
export async function pauseConnections(db: Db, keys: readonly string[]): Promise<void> {
  await db
    .updateTable("records.connection")
    .set({ state: "paused" })
    .where("key", "in", keys)
    .where("state", "=", "active")
    .execute();
}
