import { queueLettersToViewers } from "#db/intake/dispatch.ts";
import { noteTold, type PlannedWave } from "#db/records/plan-wave.ts";
import { viewersToTell } from "#db/records/viewers-to-tell.ts";
import type { Context } from "../context.ts";

/** Writes to everybody who reads results that those of a wave are out, once. Returns how many letters that is. */
export async function tellResults(
  { db, now }: Pick<Context, "db" | "now">,
  wave: PlannedWave,
  day: string,
): Promise<number> {
  if (wave.state !== "released") throw new Error(`The results of "${wave.key}" are not out yet.`);
  const viewerIds = await viewersToTell(db, day);
  const queued = await queueLettersToViewers(db, {
    waveId: wave.id,
    purpose: "results",
    dueAt: now,
    viewerIds,
  });
  await noteTold(db, wave.id, now);
  return queued;
}
