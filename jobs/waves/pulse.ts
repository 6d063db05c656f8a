import { defineBarometer } from "#db/records/define-barometer.ts";
import { planWave } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";
import type { Way } from "./dry-run.ts";
import { openPlanned } from "./open.ts";

/** One question, asked of everybody now. */
export interface Pulse {
  readonly key: string;
  /** In each language it is asked in, French and English at least. */
  readonly wordings: { readonly fr: string; readonly en: string };
  readonly hours: number;
  readonly mode: "confidential" | "anonymous";
  readonly consultationOn: string | null;
}

const HOUR = 3_600_000;
const ends = [
  { value: 1, words: { fr: "Pas du tout d’accord", en: "Strongly disagree" } },
  { value: 5, words: { fr: "Tout à fait d’accord", en: "Strongly agree" } },
];

/** Asks one question of everybody at once, whatever the hour. Returns how many people are invited. */
export async function askPulse(
  context: Context,
  { key, wordings, hours, mode, consultationOn }: Pulse,
  ways: readonly Way[],
): Promise<number> {
  const { db, now } = context;
  const barometer = `pulse-${key}`;
  const names = { fr: "Pouls", en: "Pulse" };
  await db.transaction().execute(async (trx) => {
    await defineBarometer(trx, {
      key: barometer,
      version: 1,
      names,
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
    });
    await planWave(trx, {
      key,
      barometer,
      version: 1,
      names,
      mode,
      kind: "pulse",
      answerRule: "first",
      opensAt: now,
      closesAt: new Date(now.getTime() + hours * HOUR),
      consultationOn,
      sample: null,
      reminders: [],
      hours: { from: "00:00", to: "23:59" },
    });
  });
  return openPlanned(context, key, ways);
}
