import { addDays, dayIn } from "#app/model/period.ts";
import { noteReminded, type PlannedWave, plannedWaves } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";
import { queueInTime } from "./letters.ts";

/** Queues the reminders whose day has come, once each, to those who have not answered. */
export async function remindDue(context: Context): Promise<void> {
  const { db, now, timeZone } = context;
  const today = dayIn(timeZone, now);
  for (const wave of await plannedWaves(db, ["open"])) {
    if (wave.openedAt === null) continue;
    const opened = dayIn(timeZone, wave.openedAt);
    const due = wave.reminders.filter((after) => addDays(opened, after) <= today).length;
    // After a night that was missed only the last of them is sent.
    if (due > wave.reminded) await remind(context, wave, due);
  }
}

/** Queues one reminder now; `null` when it has been queued by somebody else, else how many letters. */
export async function remind(
  context: Context,
  wave: PlannedWave,
  number: number,
): Promise<number | null> {
  return context.db.transaction().execute(async (trx) => {
    if (!(await noteReminded(trx, wave.id, number))) return null;
    return queueInTime(trx, context, wave, { purpose: "remind", number, isUrgent: false });
  });
}
