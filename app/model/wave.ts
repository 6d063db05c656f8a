import type { Questionnaire } from "./questionnaire.ts";

/** Some of the people instead of all: so large a share of each part, drawn by a seed. */
export interface Sample {
  /** Over 0, under 1. */
  readonly share: number;
  /** What the parts are: units, sites, the options of a segment; null for the company as a whole. */
  readonly by: string | null;
  /** The same seed draws the same people. */
  readonly seed: string;
}

/** When people may be written to, by their own clock: `HH:MM`. */
export interface SendingHours {
  readonly from: string;
  readonly to: string;
}

/** A wave as it is asked for. */
export interface WavePlan {
  readonly key: string;
  readonly barometer: string;
  /** The newest when it is null. */
  readonly version: number | null;
  readonly names: { readonly fr: string; readonly en: string };
  readonly mode: "confidential" | "anonymous";
  readonly kind: "wave" | "pulse";
  readonly answerRule: "first" | "latest";
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  /** The day on which the works council was consulted, `YYYY-MM-DD`. */
  readonly consultationOn: string | null;
  readonly sample: Sample | null;
  /** On which days after the opening people are reminded. */
  readonly reminders: readonly number[];
  readonly hours: SendingHours;
}

/** People by the way they are reached; null for a row of several too small to stand alone. */
export interface ReachRow {
  readonly channel: string | null;
  readonly language: string | null;
  readonly people: number;
  /** In thousandths of a currency; null where nothing is charged. */
  readonly cost: { readonly thousandths: number; readonly currency: string } | null;
}

/** How many people are asked, and how they are reached. */
export interface Reach {
  readonly people: number;
  readonly rows: readonly ReachRow[];
  /** Nothing reaches them: neither an address nor a site to print codes for. */
  readonly byNone: "nobody" | "few" | number;
}

/** What has to hold before a wave opens. */
export const waveRules = ["questions", "languages", "closing", "thresholds", "people"] as const;
export type WaveRule = (typeof waveRules)[number];

/** What should hold, and is said aloud where it does not. */
export const waveCautions = ["consultation", "reach"] as const;
export type WaveCaution = (typeof waveCautions)[number];

/** What is known of a wave that is about to open. */
export interface WaveFacts {
  readonly questionnaire: Questionnaire;
  readonly now: Date;
  readonly closesAt: Date | null;
  readonly consultationOn: string | null;
  /** How many people would be asked, and by none reached; null while nobody has counted them. */
  readonly people: number | null;
  readonly byNone: Reach["byNone"] | null;
  /** The fewest people whose participation is shown. */
  readonly fewest: number;
}

/** Which rules a wave breaks, and of what it has to warn. */
export function checkWave({
  questionnaire,
  now,
  closesAt,
  consultationOn,
  people,
  byNone,
  fewest,
}: WaveFacts): { readonly broken: readonly WaveRule[]; readonly cautions: readonly WaveCaution[] } {
  const { languages, questions, sections } = questionnaire;
  const texts = [
    ...sections.map(({ names }) => names),
    ...questions.flatMap(({ wordings, scale = [], options = [] }) => [
      wordings,
      ...[...scale, ...options].map(({ words }) => words),
    ]),
  ];
  const isWhole = languages.every((language) => texts.every((words) => words[language]?.trim()));
  const isBroken: Readonly<Record<WaveRule, boolean>> = {
    questions: questions.length === 0,
    languages: languages.length === 0 || !isWhole,
    closing: closesAt === null || closesAt <= now,
    thresholds: fewest < 1,
    people: people !== null && people < fewest,
  };
  const isDoubtful: Readonly<Record<WaveCaution, boolean>> = {
    consultation: consultationOn === null || consultationOn > now.toISOString().slice(0, 10),
    reach: byNone !== null && byNone !== "nobody",
  };
  return {
    broken: waveRules.filter((rule) => isBroken[rule]),
    cautions: waveCautions.filter((caution) => isDoubtful[caution]),
  };
}
