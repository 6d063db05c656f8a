import { dayIn } from "#app/model/period.ts";
import { shownGuess } from "#app/privacy/guesses.ts";
import { progressToTell } from "#app/privacy/progress-parts.ts";
import { shownReach } from "#app/privacy/reach.ts";
import { guessesToRelease, releaseGuesses } from "#db/intake/guesses.ts";
import { countProgress, invitationsSent } from "#db/intake/wave-people.ts";
import { plannedWaves } from "#db/records/plan-wave.ts";
import { policyOfWave } from "#db/records/policies.ts";
import { writeReach } from "#db/records/wave-wishes.ts";
import { isProgressKnown, writeProgress } from "#db/records/write-progress.ts";
import type { Context } from "../context.ts";
import type { Way } from "./dry-run.ts";

/**
 * Once a day, from the day after the opening: writes which range the participation of each open wave
 * lies in. Answers of today are never told today.
 */
export async function tellProgress({ db, now, timeZone }: Context): Promise<void> {
  const today = dayIn(timeZone, now);
  for (const wave of await plannedWaves(db, ["open"])) {
    if (wave.openedAt === null || dayIn(timeZone, wave.openedAt) >= today) continue;
    await db.transaction().execute(async (trx) => {
      if (await isProgressKnown(trx, wave.id, today)) return;
      const { thresholds } = await policyOfWave(trx, wave.id);
      const openedOn = dayIn(timeZone, wave.openedAt ?? now);
      const { cells, names } = await countProgress(trx, wave.id, openedOn);
      const shown = progressToTell(cells, thresholds.invited).flatMap(({ key, within }) => {
        const called = names.get(key);
        return called === undefined ? [] : [{ key, names: called, within }];
      });
      await writeProgress(trx, wave.id, today, shown);
    });
  }
}

/** Tells, of each open wave, how many its invitations have reached, by channel and language. */
export async function tellReached(
  { db, now, timeZone }: Context,
  open: readonly Way[],
): Promise<void> {
  const day = dayIn(timeZone, now);
  const channels = open.map(({ name }) => name).filter((name) => name !== "code");
  for (const { id } of await plannedWaves(db, ["open"])) {
    const [sent, { thresholds }] = await Promise.all([
      invitationsSent(db, id, { day, channels }),
      policyOfWave(db, id),
    ]);
    const ways = sent.map((way) => ({ ...way, price: null }));
    const reach = shownReach(ways, thresholds.invited);
    await writeReach(db, id, { kind: "reached", reach, at: now });
  }
}

/** Judges what leaders guessed of waves whose results are out, and forgets who guessed what. */
export async function tellGuesses({ db }: Context): Promise<void> {
  const waiting = await guessesToRelease(db);
  for (const waveId of new Set(waiting.map((one) => one.waveId))) {
    const { thresholds } = await policyOfWave(db, waveId);
    const shown = waiting
      .filter((one) => one.waveId === waveId)
      .flatMap(({ indicatorKey, shares }) => {
        const within = shownGuess(shares, thresholds);
        return within === null ? [] : [{ indicatorKey, within }];
      });
    await releaseGuesses(db, waveId, shown);
  }
}
