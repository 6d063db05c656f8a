import { completeThresholds, type Thresholds } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";

/**
 * The waves that are closed and not yet released, oldest first. An imported wave whose answers were
 * all taken back waits for others.
 */
export async function closedWaves(
  db: Db,
): Promise<readonly { id: number; thresholds: Thresholds | null }[]> {
  const waves = await db
    .selectFrom("records.wave")
    .where("state", "=", "closed")
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb("origin", "=", "asked"),
        exists(
          selectFrom("intake.response")
            .whereRef("intake.response.waveId", "=", "records.wave.id")
            .select("intake.response.id"),
        ),
      ]),
    )
    .orderBy("closedAt")
    .orderBy("id")
    .select(["id", "thresholds"])
    .execute();
  return waves.map(({ id, thresholds }) => ({
    id,
    thresholds: thresholds && completeThresholds(thresholds),
  }));
}

export async function markReleased(db: Db, id: number): Promise<void> {
  await db.updateTable("records.wave").set({ state: "released" }).where("id", "=", id).execute();
}

/** The id of a released wave; null when there is none of this name. */
export async function releasedWave(db: Db, key: string): Promise<number | null> {
  const wave = await db
    .selectFrom("records.wave")
    .where("key", "=", key)
    .where("state", "=", "released")
    .select("id")
    .executeTakeFirst();
  return wave?.id ?? null;
}
