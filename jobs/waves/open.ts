import type { PlannedWave } from "#db/records/plan-wave.ts";
import { plannedWaves, readPlannedWave } from "#db/records/plan-wave.ts";
import { writeReach } from "#db/records/wave-wishes.ts";
import type { Context } from "../context.ts";
import { openWithin } from "../waves.ts";
import { checkPlanned, WaveRefusal } from "./check.ts";
import { dryRun, type Way } from "./dry-run.ts";
import { queueInTime } from "./letters.ts";

/**
 * Opens a wave that keeps the rules, and queues its invitations, all or nothing. Returns how many
 * people are invited.
 * @throws {WaveRefusal} when it breaks a rule.
 */
export async function openPlanned(
  context: Context,
  key: string,
  ways: readonly Way[],
): Promise<number> {
  const { db, now } = context;
  const wave = await readPlannedWave(db, key);
  if (wave === null) throw new Error(`There is no wave "${key}".`);
  const reach = await dryRun(context, wave, ways);
  const { broken } = await checkPlanned(db, wave, reach, now);
  if (broken.length > 0) throw new WaveRefusal(key, broken);
  return db.transaction().execute(async (trx) => {
    const invitations = await openWithin(trx, context, key);
    await queueInTime(trx, context, wave, {
      purpose: "invite",
      number: 1,
      isUrgent: wave.kind === "pulse",
    });
    await writeReach(trx, wave.id, { kind: "planned", reach, at: now });
    return invitations.length;
  });
}

/**
 * Opens the scheduled waves whose time has come; one that breaks a rule stays where it is, and says so.
 * None keeps another waiting.
 * @throws the first failure that is no broken rule, once the others are open.
 */
export async function openDue(context: Context, ways: readonly Way[]): Promise<void> {
  const due = ({ opensAt }: PlannedWave) => opensAt !== null && opensAt <= context.now;
  const failures: unknown[] = [];
  for (const wave of (await plannedWaves(context.db, ["scheduled"])).filter(due)) {
    try {
      const people = await openPlanned(context, wave.key, ways);
      context.log(`opened ${wave.key}: ${people} people are invited`);
    } catch (error) {
      if (error instanceof WaveRefusal) context.log(error.message);
      else failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
