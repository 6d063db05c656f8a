import { dayIn } from "#app/model/period.ts";
import { sendingTime } from "#app/statistics/sending-time.ts";
import type { Db } from "#db/client.server.ts";
import { queueLetters } from "#db/intake/dispatch.ts";
import { invitedByWhereabouts } from "#db/intake/wave-people.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";

/** Letters of a wave, each at a time its reader may be written to. */
export interface LettersInTime {
  readonly purpose: "invite" | "remind";
  readonly number: number;
  /** A crisis does not wait for the morning. */
  readonly isUrgent: boolean;
}

/** Queues a letter to everybody invited who has not had it; the queue knows who has answered. Returns how many. */
export async function queueInTime(
  db: Db,
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  wave: Pick<PlannedWave, "id" | "hours">,
  { purpose, number, isUrgent }: LettersInTime,
): Promise<number> {
  const day = dayIn(timeZone, now);
  let queued = 0;
  for (const { personIds, ...where } of await invitedByWhereabouts(db, wave.id, {
    day,
    timeZone,
  })) {
    const dueAt = isUrgent ? now : sendingTime(now, where, wave.hours);
    queued += await queueLetters(db, { waveId: wave.id, purpose, number, dueAt, personIds });
  }
  return queued;
}
