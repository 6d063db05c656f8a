import { z } from "zod";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { defineBarometer } from "#db/records/define-barometer.ts";
import { planWave } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";
import { checkAsked, WaveRefusal } from "./check.ts";
import { countReach, type Way } from "./dry-run.ts";
import { openPlanned } from "./open.ts";

const question = z.string().trim().min(1).max(300);

/** One question, asked of everybody now, as a page or a command asks for it. */
export const pulseAsked = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, "small letters, digits and dashes"),
  /** In each language it is asked in. */
  wordings: z.object({ fr: question, en: question }),
  hours: z.number().int().min(1).max(168),
  mode: z.enum(["confidential", "anonymous"]),
  consultationOn: z.iso.date().nullable(),
});
export type Pulse = z.infer<typeof pulseAsked>;

const HOUR = 3_600_000;
const ends = [
  { value: 1, words: { fr: "Pas du tout d’accord", en: "Strongly disagree" } },
  { value: 5, words: { fr: "Tout à fait d’accord", en: "Strongly agree" } },
];

/**
 * Asks one question of everybody at once, whatever the hour. Returns how many people are invited. The
 * wave is called by its question: several pulses stand side by side in lists.
 * @throws {WaveRefusal} when it breaks a rule; nothing is left of it then.
 */
export async function askPulse(
  context: Context,
  { key, wordings, hours, mode, consultationOn }: Pulse,
  ways: readonly Way[],
): Promise<number> {
  const { db, now } = context;
  const closesAt = new Date(now.getTime() + hours * HOUR);
  const barometer = `pulse-${key}`;
  const questionnaire: Questionnaire = {
    key: barometer,
    version: 1,
    names: { fr: "Pouls", en: "Pulse" },
    languages: ["fr", "en"],
    sections: [],
    questions: [
      {
        item: barometer,
        kind: "agreement",
        low: 1,
        high: 5,
        scale: ends,
        indicator: null,
        wordings,
      },
    ],
  };
  const reach = await countReach(context, null, ways);
  const checked = await checkAsked(db, { questionnaire, closesAt, consultationOn }, reach, now);
  if (checked.broken.length > 0) throw new WaveRefusal(key, checked.broken);
  await db.transaction().execute(async (trx) => {
    await defineBarometer(trx, questionnaire);
    await planWave(trx, {
      key,
      barometer,
      version: 1,
      names: { fr: called(wordings.fr), en: called(wordings.en) },
      mode,
      kind: "pulse",
      answerRule: "first",
      opensAt: now,
      closesAt,
      consultationOn,
      sample: null,
      reminders: [],
      hours: { from: "00:00", to: "23:59" },
    });
  });
  return openPlanned(context, key, ways);
}

/** A name is short; a question need not be. */
function called(question: string): string {
  return question.length <= 80 ? question : `${question.slice(0, 79).trimEnd()}…`;
}
