import type { Thresholds } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";

/** The waves that are closed and not yet released, oldest first. */
export async function closedWaves(
  db: Db,
): Promise<readonly { id: number; thresholds: Thresholds | null }[]> {
  return db
    .selectFrom("records.wave")
    .where("state", "=", "closed")
    .orderBy("closedAt")
    .orderBy("id")
    .select(["id", "thresholds"])
    .execute();
}

export async function markReleased(db: Db, id: number): Promise<void> {
  await db.updateTable("records.wave").set({ state: "released" }).where("id", "=", id).execute();
}
