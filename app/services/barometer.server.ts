import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import { readQuestions } from "#db/records/questions.ts";
import { readContinuity } from "#db/records/read-lineage.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { toActOn } from "./actions/to-act.ts";
import { type Around, nameIn, wordsFor } from "./around.ts";
import { DESK, dialsOf, FRONTLINE } from "./barometer/dials.ts";
import { freshnessOf } from "./barometer/fresh.ts";
import { leadOf } from "./barometer/lead.ts";
import { figuresFor, headline, readLookedAt } from "./barometer/looked-at.ts";
import { heatMapOf, mapMeasures } from "./barometer/map.ts";
import { type AskedMoments, momentsOf } from "./barometer/moments.ts";
import { changesAmong, movementsOf, moversOf } from "./barometer/movers.ts";
import { organisationChoice, organisationOf } from "./barometer/organisation.ts";
import { readOverTime, trended } from "./barometer/over-time.ts";
import { paritiesOf } from "./barometer/parity.ts";
import { readPerception } from "./barometer/perception.ts";
import { representativeOf } from "./barometer/representative.ts";
import { sayDial, sayMap, sayMovement, sayMovers, sayParity } from "./barometer/sentences.ts";
import { familyOn, watchedOf } from "./barometer/watched.ts";
import { cutName, populationChoices } from "./choices.ts";
import { type Disclosed, lookup } from "./disclosed.ts";
import { measureNames } from "./measures.ts";
import { paged } from "./paged.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedBarometer extends AskedMoments {
  readonly population: string | null;
  readonly measure: string | null;
  readonly by: string | null;
  readonly organisation?: string | null;
}

export type BarometerReading = NonNullable<Awaited<ReturnType<typeof readBarometer>>>;

/** The barometer as far as the viewer may see it; null when the address leads to nothing. */
export async function readBarometer(
  viewer: Viewer,
  asked: AskedBarometer,
  {
    db,
    language,
    timeZone,
    today = null,
    find = null,
    part = null,
  }: Around & { readonly timeZone: string; readonly today?: string | null },
) {
  const words = wordsFor(language);
  const [waves, weeks] = await Promise.all([readReleasedWaves(db), readReleasedWeeks(db)]);
  const moments = momentsOf(waves, weeks, asked, timeZone, words);
  if (moments === null) return null;

  const organisation = organisationOf(asked.organisation);
  const figuresAt = figuresFor(db, viewer, organisation);
  const lookedAt = await readLookedAt(viewer, asked, { db, moments, organisation, figuresAt });
  if (lookedAt === null) return null;
  const { headlines, populations, population, parts, key, sites, fixed, around } = lookedAt;
  const compared = { wave: moments.comparedWave, week: moments.comparedWeek };

  const [nowFigures, beforeFigures, questions, trendFigures, fresh, between] = await Promise.all([
    figuresAt(moments, { populations: around }),
    figuresAt(compared, { populations: around }),
    moments.wave ? readQuestions(db, moments.wave.key) : [],
    waveFigures(db, { populations: fixed, measures: headline, organisation }).then((sealed) =>
      sealed.disclose(viewer),
    ),
    freshnessOf(db, moments.wave, moments.week, { timeZone, today }, words),
    readContinuity(db),
  ]);
  const now = lookup(nowFigures);
  const before = lookup(beforeFigures.filter(isComparable));

  const measures = mapMeasures(nowFigures, questions);
  const named = [...measures, ...trended, "participation", "adoption"];
  const names = measureNames(named, questions, words);
  const sorted = parts.rows.toSorted((a, b) =>
    words.format.byName(nameIn(words, a), nameIn(words, b)),
  );
  const whole = populations.find((one) => one.key === "company") ?? null;
  const map = heatMapOf(sorted, measures, whole, now);
  const movements = movementsOf(
    watchedOf(
      [
        ...(population ? [population] : []),
        ...(key === "company" ? [FRONTLINE, DESK].flatMap(keyed) : []),
        ...sorted,
      ],
      sites,
      measures,
    ),
    now,
    before,
    familyOn(key),
  );
  const movers = moversOf(movements);
  const changeOf = changesAmong(movements, {
    now: moments.wave?.key,
    before: moments.comparedWave?.key,
  });
  const dials = dialsOf(key, () => ({ now, before }), changeOf);
  const counted = sorted.flatMap((one) => now(one.key, "participation") ?? []);
  const parities = paritiesOf(headlines, lookup(headlines), words);
  const path = population?.path ?? ["company"];
  const [trend, perception, organisations] = await Promise.all([
    readOverTime(
      db,
      viewer,
      {
        key,
        path,
        waves,
        figures: trendFigures,
        asked: asked.measure,
        between,
        changeOf,
        timeZone,
      },
      words,
    ),
    moments.wave && key === "company" ? readPerception(db, viewer, moments.wave.key, words) : null,
    organisationChoice(db, organisation, words),
  ]);
  return {
    wave: moments.wave && { key: moments.wave.key, name: nameIn(words, moments.wave) },
    compared: moments.comparedWave?.key ?? null,
    comparedName: moments.comparedWave && nameIn(words, moments.comparedWave),
    since: moments.since,
    week: moments.week?.week ?? null,
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    population: key,
    populationName:
      key === "company" || population === null
        ? words.t("population.company")
        : nameIn(words, population),
    populations: populationChoices(populations, words, { at: population, find }),
    names,
    lead: leadOf({ dials, since: moments.since, now, loudest: movers.loudest }, words),
    dials: dials.map((dial) => ({ ...dial, said: sayDial(dial, moments.since, words) })),
    movers:
      moments.comparedWave === null || (movers.real.length === 0 && movers.seemingCount === 0)
        ? null
        : {
            real: movers.real.map((one) => sayMovement(one, moments.since, words)),
            seeming: movers.seeming.map((one) => sayMovement(one, moments.since, words)),
            sentence: sayMovers(movers, words),
            toAct: toActOn(
              viewer,
              movers.real.map((one) => ({ ...one, change: one.difference })),
              names,
              words,
            ),
          },
    trend,
    map:
      sorted.length === 0 || measures.length === 0
        ? null
        : {
            ...map,
            ...paged(map.rows, part),
            sentence: sayMap(map, words),
            by: parts.cut,
            cuts: parts.cuts.map(cutOption),
          },
    parity:
      parities.length === 0 && counted.length === 0
        ? null
        : {
            sentence: sayParity(parities, words),
            segments: parities,
            units: paged(counted, part).rows,
            unitsTitle: cutName(parts.cut, words),
            representative: key === "company" ? representativeOf(now, words) : null,
          },
    perception,
    organisation: organisations,
    fresh,
  };

  /** Not where another thing was asked, or the same in other words that nobody declared equal. */
  function isComparable({ measure, release }: Disclosed): boolean {
    const wave = moments?.wave?.key;
    if (wave === undefined || release.key !== moments?.comparedWave?.key) return true;
    return between(measure, release.key, wave).goesOn;
  }

  function keyed(sought: string): readonly Population[] {
    return populations.filter((one) => one.key === sought);
  }

  function cutOption(cut: string) {
    return { value: cut, label: cutName(cut, words), depth: 0 };
  }
}
