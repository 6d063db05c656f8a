import type { Language } from "#app/i18n/language.ts";
import { dayIn } from "#app/model/period.ts";
import type { Question } from "#app/model/questionnaire.ts";
import { may } from "#app/model/viewer.ts";
import { checkWave } from "#app/model/wave.ts";
import { sendingTime } from "#app/statistics/sending-time.ts";
import type { Db } from "#db/client.server.ts";
import { listBarometers } from "#db/records/barometer-list.ts";
import { indicatorNames } from "#db/records/indicator-names.ts";
import { type PlannedWave, plannedWaves, readPlannedWave } from "#db/records/plan-wave.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import { lastWishes, readWaveReach, wishWave } from "#db/records/wave-wishes.ts";
import { wordsFor } from "./around.ts";
import { missing, type ViewerVisit } from "./visit.server.ts";
import { readGap } from "./waves/gap.ts";
import { previewLetters } from "./waves/letters.ts";
import { readProgress } from "./waves/progress.ts";
import { type AskedWish, draftOf, wishOf } from "./waves/wish-of.ts";

/** Late answers fewer than these are not told: somebody knows whose they are. */
const FEW_LATE = 5;

const shownStates = ["draft", "scheduled", "open", "closed", "released"] as const;

/** The waves there are, for whoever plans them and for whoever reads their results later. */
export async function readWaves(visit: ViewerVisit) {
  const { db, viewer, language, timeZone } = visit;
  const plans = may(viewer, { do: "administer" });
  const [waves, barometers, wishes] = await Promise.all([
    plannedWaves(db, plans ? shownStates : ["scheduled", "open", "closed", "released"]),
    listBarometers(db),
    plans ? lastWishes(db, null) : [],
  ]);
  const { t, format } = wordsFor(language);
  const open = waves.filter(({ state }) => state === "open");
  const [first] = open;
  const until = first?.closesAt == null ? t("waves.noEnd") : format.date(first.closesAt, timeZone);
  return {
    plans,
    sentence:
      first === undefined
        ? t("waves.lead.none")
        : open.length === 1
          ? t("waves.lead.one", { wave: first.names[language], until })
          : t("waves.lead.many", { n: open.length }),
    waves: waves.toReversed().map((wave) => lineOf(wave, barometers, timeZone)),
    barometers: choicesOf(barometers, language),
    // Waves that are there have their wishes on their own page.
    wishes: wishes
      .filter((one) => one.outcome !== "done" || !waves.some(({ key }) => key === one.waveKey))
      .slice(0, 8)
      .map(wishLine),
  };
}

/** One wave, as far as this viewer may see it: never results, and of participation what the gate lets through. */
export async function readWave(visit: ViewerVisit, key: string, preview: string | null = null) {
  const { db, viewer, language, now } = visit;
  const plans = may(viewer, { do: "administer" });
  const wave = await readPlannedWave(db, key);
  if (wave === null || (wave.state === "draft" && !plans)) throw missing();
  const [questionnaire, reach, { thresholds }, wishes, progress, gap, barometers] =
    await Promise.all([
      readQuestionnaire(db, wave.versionId),
      readWaveReach(db, wave.id),
      currentPolicy(db),
      plans ? lastWishes(db, key) : [],
      readProgress(visit, wave),
      readGap(visit, wave),
      listBarometers(db),
    ]);
  const planned = reach.planned?.reach ?? null;
  const checked = checkWave({
    questionnaire,
    now,
    closesAt: wave.closesAt,
    consultationOn: wave.consultationOn,
    people: planned?.people ?? null,
    byNone: planned?.byNone ?? null,
    fewest: thresholds.invited,
  });
  const { languages } = questionnaire;
  const known = (wanted: string | null) => languages.find((one) => one === wanted);
  const shownLanguage = known(preview) ?? known(language) ?? languages[0] ?? language;
  const mayGuess =
    wave.kind === "wave" &&
    (wave.state === "scheduled" || wave.state === "open") &&
    may(viewer, { do: "give-guesses" });
  const isAhead = wave.state === "draft" || wave.state === "scheduled";
  return {
    plans,
    wave: { ...lineOf(wave, barometers, visit.timeZone), ...rulesOf(wave) },
    broken: isAhead ? checked.broken : [],
    cautions: checked.cautions.filter((caution) => isAhead || caution === "consultation"),
    draft: plans && wave.state === "draft" ? draftOf(wave, visit.timeZone) : null,
    barometers: plans && wave.state === "draft" ? choicesOf(barometers, language) : [],
    reach: plans ? { planned: reach.planned ?? null, reached: reach.reached ?? null } : null,
    progress,
    gap,
    guessable: mayGuess
      ? (await indicatorNames(db, indicatorsOf(questionnaire.questions))).map((one) => ({
          key: one.key,
          name: one.names[language],
        }))
      : [],
    hasLate: wave.late >= FEW_LATE,
    wishes: wishes.map(wishLine),
    letters: previewLetters(wave, questionnaire, {
      wanted: shownLanguage,
      timeZone: visit.timeZone,
    }),
    questionnaire: {
      shown: shownLanguage,
      languages: questionnaire.languages,
      questions: questionnaire.questions.map(previewOf),
    },
  };
}

/** Only whoever administers asks for anything; to everybody else there is nothing to ask here. */
export function mayPlan({ viewer }: ViewerVisit): void {
  if (!may(viewer, { do: "administer" })) throw missing();
}

/** What a form asked for and did not get, as a word; null when the worker will see to it. */
export async function askOfWave(
  { viewer, now, timeZone }: ViewerVisit,
  steward: Db,
  asked: AskedWish,
): Promise<string | null> {
  const wish = wishOf(asked, timeZone);
  if ("trouble" in wish) return wish.trouble;
  const outcome = await wishWave(steward, viewer.email, { ...wish, at: now });
  return outcome === "asked" ? null : "waiting";
}

/**
 * The day the first letters leave, where it is not the day of the opening: nobody is written to on a
 * Sunday, nor in the evening. Holidays of countries come on top.
 */
function lettersOn(wave: PlannedWave, timeZone: string): string | null {
  const opensAt = wave.openedAt ?? wave.opensAt;
  const isAhead = ["draft", "scheduled", "open"].includes(wave.state);
  if (opensAt === null || wave.kind === "pulse" || !isAhead) return null;
  const leaves = sendingTime(opensAt, { timeZone, country: null, shift: null }, wave.hours);
  const day = dayIn(timeZone, leaves);
  return day === dayIn(timeZone, opensAt) ? null : day;
}

function lineOf(
  wave: PlannedWave,
  barometers: Awaited<ReturnType<typeof listBarometers>>,
  timeZone: string,
) {
  const { key, names, state, kind, mode, consultationOn } = wave;
  return {
    key,
    names,
    state,
    kind,
    mode,
    opensAt: wave.openedAt ?? wave.opensAt,
    closesAt: wave.closedAt ?? wave.closesAt,
    consultationOn,
    lettersOn: lettersOn(wave, timeZone),
    barometer: barometers.find((one) => one.key === wave.barometer)?.names ?? null,
  };
}

function rulesOf({ answerRule, sample, reminders, reminded, hours, toldAt }: PlannedWave) {
  return {
    answerRule,
    sample: sample?.share ?? null,
    by: sample?.by ?? null,
    reminders,
    reminded,
    hours,
    toldAt,
  };
}

function wishLine({
  waveKey,
  wish,
  askedAt,
  outcome,
  said,
}: Awaited<ReturnType<typeof lastWishes>>[number]) {
  return { wave: waveKey, wish, askedAt, outcome, said };
}

function previewOf({ item, kind, low, high, wordings, options, scale, shownIf }: Question) {
  const choices = (options ?? scale ?? []).map(({ words }) => words);
  return { item, kind, low, high, wordings, choices, isConditional: (shownIf ?? []).length > 0 };
}

function indicatorsOf(
  questions: readonly { readonly indicator: string | null }[],
): readonly string[] {
  return [
    ...new Set(questions.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]))),
  ];
}

function choicesOf(barometers: Awaited<ReturnType<typeof listBarometers>>, language: Language) {
  return barometers.map(({ key, names, version }) => ({ key, name: names[language], version }));
}

export { giveGuess } from "./waves/guess.ts";
export { typedIn } from "./waves/wish-of.ts";
