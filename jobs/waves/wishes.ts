import { z } from "zod";
import { dayIn } from "#app/model/period.ts";
import { queueLettersToViewers } from "#db/intake/dispatch.ts";
import {
  discardWave,
  type PlannedWave,
  planWave,
  readPlannedWave,
  recordConsultation,
  schedule,
} from "#db/records/plan-wave.ts";
import { viewerOf } from "#db/records/viewers-to-tell.ts";
import { settleWish, type WaveWish, waitingWishes } from "#db/records/wave-wishes.ts";
import type { Context } from "../context.ts";
import { closeWave } from "../waves.ts";
import { checkPlanned, WaveRefusal } from "./check.ts";
import { dryRun, type Way } from "./dry-run.ts";
import { openPlanned } from "./open.ts";
import { askPulse, pulseAsked } from "./pulse.ts";
import { remind } from "./remind.ts";
import { tellResults } from "./tell.ts";

const day = z.iso.date();
/** A coerced date would make 1970 of nothing. */
const moment = z.union([
  z.date(),
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
]);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const names = z.object({ fr: z.string().min(1).max(120), en: z.string().min(1).max(120) });
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** What a form asks for; a page may have been tampered with, so it is read again here. */
export const wavePlan = z.object({
  key,
  barometer: z.string(),
  version: z.number().int().nullable(),
  names,
  mode: z.enum(["confidential", "anonymous"]),
  kind: z.literal("wave"),
  /** Writes a draft of that key anew, instead of refusing. */
  corrects: z.boolean().default(false),
  answerRule: z.enum(["first", "latest"]),
  opensAt: moment.nullable(),
  closesAt: moment.nullable(),
  consultationOn: day.nullable(),
  sample: z
    .object({ share: z.number().gt(0).lt(1), by: z.string().nullable(), seed: z.string().min(1) })
    .nullable(),
  reminders: z.array(z.number().int().min(1).max(90)).max(6),
  hours: z
    .object({ from: clock, to: clock })
    .refine(
      ({ from, to }) => from < to,
      "The hours people may be written to end before they begin.",
    ),
});
const test = z.object({ language: z.string().regex(/^[a-z]{2,3}$/) });

/**
 * Does what pages have asked for, oldest first. What cannot be done is refused with its reason, and
 * keeps nothing else waiting. Returns how many were looked at.
 */
export async function carryOutWishes(context: Context, ways: readonly Way[]): Promise<number> {
  const wishes = await waitingWishes(context.db);
  for (const wish of wishes) {
    const refused = await attempt(context, wish, ways);
    await settleWish(context.db, wish.id, {
      outcome: refused === null ? "done" : "refused",
      said: refused ?? [],
      at: context.now,
    });
    context.log(`${wish.wish} ${wish.waveKey}: ${refused === null ? "done" : "refused"}`);
  }
  return wishes.length;
}

/** Null when it is done; else why not. */
async function attempt(
  context: Context,
  wish: WaveWish,
  ways: readonly Way[],
): Promise<readonly string[] | null> {
  try {
    if (wish.wish === "plan") await planWave(context.db, wavePlan.parse(wish.details));
    else if (wish.wish === "pulse") await askPulse(context, pulseAsked.parse(wish.details), ways);
    else {
      const wave = await readPlannedWave(context.db, wish.waveKey);
      if (wave === null) return [`There is no wave "${wish.waveKey}".`];
      await doFor(context, wave, wish, ways);
    }
    return null;
  } catch (error) {
    if (error instanceof WaveRefusal) return error.rules;
    if (error instanceof z.ZodError) {
      return error.issues.map(({ path, message }) => [path.join("."), message].join(": "));
    }
    // What the database says is for the operator; what we say is for whoever asked.
    if (error instanceof Error && error.constructor === Error) return [error.message];
    context.log(`${wish.wish} ${wish.waveKey}: ${error instanceof Error ? error.message : error}`);
    return ["failed"];
  }
}

async function doFor(
  context: Context,
  wave: PlannedWave,
  { wish, details, askedBy, id }: WaveWish,
  ways: readonly Way[],
): Promise<void> {
  const { db, now, timeZone } = context;
  switch (wish) {
    case "dry-run":
      await dryRun(context, wave, ways);
      return;
    case "schedule": {
      if (wave.opensAt === null || wave.opensAt <= now)
        throw new WaveRefusal(wave.key, ["opening"]);
      const reach = await dryRun(context, wave, ways);
      const { broken } = await checkPlanned(db, wave, reach, now);
      if (broken.length > 0) throw new WaveRefusal(wave.key, broken);
      if (!(await schedule(db, wave.id, "scheduled"))) throw new WaveRefusal(wave.key, ["state"]);
      return;
    }
    case "withdraw":
      if (!(await schedule(db, wave.id, "draft"))) throw new WaveRefusal(wave.key, ["state"]);
      return;
    case "discard": {
      const by = { actor: askedBy, at: now };
      if (!(await discardWave(db, wave, by))) throw new WaveRefusal(wave.key, ["state"]);
      return;
    }
    case "open":
      if (!["draft", "scheduled"].includes(wave.state)) throw new WaveRefusal(wave.key, ["state"]);
      await openPlanned(context, wave.key, ways);
      return;
    case "remind":
      if (wave.state !== "open") throw new WaveRefusal(wave.key, ["state"]);
      await remind(context, wave, wave.reminded + 1);
      return;
    case "close":
      if (wave.state !== "open") throw new WaveRefusal(wave.key, ["state"]);
      await closeWave(context, { wave: wave.key });
      return;
    case "consultation":
      await recordConsultation(db, wave.id, z.object({ day }).parse(details).day);
      return;
    case "tell":
      await tellResults(context, wave, dayIn(timeZone, now));
      return;
    case "test": {
      const viewerId = await viewerOf(db, askedBy);
      if (viewerId === null) throw new Error(`Nobody signs in as ${askedBy}.`);
      const { language } = test.parse(details);
      const letter = { waveId: wave.id, purpose: "test", language, dueAt: now } as const;
      await queueLettersToViewers(db, { ...letter, number: id % 30_000, viewerIds: [viewerId] });
      return;
    }
    case "plan":
    case "pulse":
      return;
  }
}
