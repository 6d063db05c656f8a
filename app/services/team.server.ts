import { indicators } from "#app/model/indicator.ts";
import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { readQuestions } from "#db/records/questions.ts";
import { readContinuity } from "#db/records/read-lineage.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { type AroundActions, readActions } from "./actions/lines.ts";
import { writablePlaces } from "./actions/places.ts";
import { toActOn } from "./actions/to-act.ts";
import { nameIn, type Words, wordsFor } from "./around.ts";
import { momentsOf } from "./barometer/moments.ts";
import { sayChange, sayFromRest } from "./compared.ts";
import { type Lookup, lookup, populationsOf, shown } from "./disclosed.ts";
import { measureNames } from "./measures.ts";
import { judgedOf } from "./team/judged.ts";
import { type Points, pointsOf } from "./team/points.ts";
import { beforeOf } from "./teams/before.ts";
import { earlierFigures } from "./teams/earlier.ts";
import { laddersOf } from "./teams/ladder.ts";
import { hasPage } from "./teams.server.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedTeam {
  readonly team: string;
  readonly wave: string | null;
  readonly compare: string | null;
}

export type TeamReading = NonNullable<Awaited<ReturnType<typeof readTeam>>>;

/** What a page of one team opens with, in this order. */
const headlines = ["connection", "trust", "engagement", "participation", "adoption"];

/** One team: where it stands, what holds in it and what to work on; null when there is none to see. */
export async function readTeam(
  viewer: Viewer,
  { team, ...asked }: AskedTeam,
  { db, language, timeZone, today }: AroundActions,
) {
  const words = wordsFor(language);
  const [waves, weeks] = await Promise.all([readReleasedWaves(db), readReleasedWeeks(db)]);
  const moments = momentsOf(waves, weeks, asked, timeZone, words);
  if (moments === null) return null;
  const { wave, week, since } = moments;
  const disclosed = async (populations: readonly string[]) => {
    const [answers, activity] = await Promise.all([
      wave && waveFigures(db, { waves: [wave.key], populations }),
      week && weekFigures(db, { from: week.week, to: week.week, populations }),
    ]);
    return [...(answers?.disclose(viewer) ?? []), ...(activity?.disclose(viewer) ?? [])];
  };
  const ownFigures = await disclosed([team]);
  const population = populationsOf(ownFigures).find(({ key }) => key === team);
  if (population === undefined || !hasPage(viewer, population)) return null;

  const [aboveFigures, questions, between, actions, places] = await Promise.all([
    disclosed(population.path.filter((key) => key !== team)),
    wave ? readQuestions(db, wave.key) : [],
    readContinuity(db),
    readActions(viewer, { population: team }, { db, language, timeZone, today }),
    writablePlaces(viewer, db),
  ]);
  const now = lookup([...ownFigures, ...aboveFigures]);
  const before = await beforeOf(db, viewer, moments, { populations: [team], between });
  const wholes = populationsOf(aboveFigures);
  const whole = wholeOf(population, now);
  const measures = headlines.filter((one) => now(team, one) !== null);
  const first = measures[0];
  const judged = judgedOf(
    [...new Set([...questions.map(({ item }) => `question:${item}`), ...indicators, ...measures])],
    { team, whole, now, before },
  );
  const rows = measures.map((measure) => {
    const { rest = null, change = null } = judged.find((one) => one.measure === measure) ?? {};
    const said = [
      ...(rest === null ? [] : [sayFromRest(rest, words)]),
      ...(change === null || since === null ? [] : [sayChange(change, since, words)]),
    ];
    return { population, measure, figure: now(team, measure), difference: rest, said };
  });
  const points = pointsOf(judged, questions, since, words);
  const names = measureNames(
    [...measures, ...[...points.strengths, ...points.toWorkOn].map(({ measure }) => measure)],
    questions,
    words,
  );
  const hidden = rows.filter(({ figure }) => figure?.hidden);
  const ladderMeasure = hidden[0]?.measure;
  const findEarlier =
    wave === null || ladderMeasure === undefined
      ? () => null
      : await earlierFigures(
          db,
          viewer,
          { populations: [team], measure: ladderMeasure, wave, waves, between },
          words,
        );
  return {
    key: team,
    name: nameIn(words, population),
    wave: wave && { key: wave.key, name: nameIn(words, wave) },
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    compared: moments.comparedWave?.key ?? null,
    comparedName: moments.comparedWave && nameIn(words, moments.comparedWave),
    since,
    among: population.parentKey,
    wholeName: wholeName(wholes, whole, words),
    names,
    rows,
    points,
    toAct: toActOn(
      viewer,
      judged.map(({ measure, change }) => ({ population, measure, change })),
      measureNames(
        judged.map(({ measure }) => measure),
        questions,
        words,
      ),
      words,
    ),
    indicators: indicatorsOf(points, questions),
    actions,
    allActions: places.some((place) => place.key === team)
      ? `/actions?${new URLSearchParams({ population: team })}`
      : "/actions",
    actionSentence:
      actions.length === 0
        ? words.t("team.actions.none")
        : words.t("team.actions.sentence", { n: actions.length }),
    ladder:
      ladderMeasure === undefined
        ? null
        : {
            measure: ladderMeasure,
            ladders: laddersOf(
              hidden.filter(({ measure }) => measure === ladderMeasure),
              ladderMeasure,
              now,
              findEarlier,
            ),
          },
    lead: leadOf(points, first !== undefined && shown(now(team, first)) !== null, names, words),
  };
}

/** The nearest whole that is shown: what the team is compared with the rest of. */
function wholeOf({ path }: Population, at: Lookup): string | null {
  const above = path.slice(0, -1).toReversed();
  return above.find((key) => headlines.some((measure) => shown(at(key, measure)) !== null)) ?? null;
}

function wholeName(wholes: readonly Population[], whole: string | null, words: Words) {
  const found = wholes.find(({ key }) => key === whole);
  if (found === undefined) return null;
  return found.key === "company" ? words.t("population.company") : nameIn(words, found);
}

/** What each point is about, for the questions a conversation opens with. */
function indicatorsOf(
  { strengths, toWorkOn }: Points,
  questions: Awaited<ReturnType<typeof readQuestions>>,
): Readonly<Record<string, string>> {
  const known = questions.map(({ item, indicator }) => [`question:${item}`, indicator] as const);
  return Object.fromEntries(
    [...strengths, ...toWorkOn].flatMap(({ measure }) => {
      const indicator = known.find(([one]) => one === measure)?.[1] ?? null;
      const own = measure.startsWith("question:") ? indicator : measure;
      return own === null ? [] : [[measure, own]];
    }),
  );
}

function leadOf(
  { strengths, toWorkOn }: Points,
  isShown: boolean,
  names: Readonly<Record<string, string>>,
  { t, format }: Words,
) {
  const list = (points: Points["strengths"]) =>
    format.list(
      points.map(({ measure }) => {
        // A question may end with a full stop of its own: within a sentence it has none.
        const name = (names[measure] ?? measure).replace(/\.$/, "");
        return t("team.quoted", { name });
      }),
    );
  if (!isShown && strengths.length + toWorkOn.length === 0) {
    return { said: t("team.lead.hidden"), rest: t("team.lead.hidden.rest") };
  }
  if (strengths.length + toWorkOn.length === 0) {
    return { said: t("team.lead.none"), rest: t("team.lead.none.rest") };
  }
  return {
    said:
      strengths.length === 0
        ? t("team.lead.noStrength")
        : t("team.lead.strengths", { names: list(strengths) }),
    rest:
      toWorkOn.length === 0
        ? t("team.lead.noPoint")
        : t("team.lead.toWorkOn", { names: list(toWorkOn) }),
  };
}
