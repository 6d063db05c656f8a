import { indicators, isIndicator } from "#app/model/indicator.ts";
import { dayIn } from "#app/model/period.ts";
import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import { waveDrivers } from "#db/figures/wave-drivers.ts";
import { type Question, readQuestions } from "#db/records/questions.ts";
import { readContinuity } from "#db/records/read-lineage.ts";
import { readReferences } from "#db/records/references.ts";
import { readReleasedWaves } from "#db/records/releases.ts";
import { toActOn } from "./actions/to-act.ts";
import { type Around, nameIn, type Words, wordsFor } from "./around.ts";
import { DESK, FRONTLINE, within } from "./barometer/dials.ts";
import { happenedOn } from "./barometer/happened.ts";
import { lineageMarks } from "./barometer/lineage-marks.ts";
import { type AskedMoments, momentsOf } from "./barometer/moments.ts";
import { partsOf } from "./barometer/parts.ts";
import { trendOf } from "./barometer/trend.ts";
import { cutName, populationChoices, startingPopulation } from "./choices.ts";
import { lookup, populationsOf } from "./disclosed.ts";
import { changesOf } from "./indicator/changes.ts";
import { choiceBlocks } from "./indicator/choices.ts";
import { computedLines } from "./indicator/computed.ts";
import { drawnReferences } from "./indicator/drawn-references.ts";
import { driverBlock } from "./indicator/drivers.ts";
import { leadOf } from "./indicator/lead.ts";
import { favourableOf, questionRows, sayQuestions, unfavourableOf } from "./indicator/questions.ts";
import { nearFigures } from "./indicator/references.ts";
import { saySegments, segmentsOf } from "./indicator/segments.ts";
import { saySlopes, slopesOf } from "./indicator/slope.ts";
import { readMarks } from "./marks.server.ts";
import { readMethods } from "./methods.server.ts";
import { paged } from "./paged.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedIndicator extends AskedMoments {
  readonly indicator: string;
  readonly population: string | null;
  readonly by: string | null;
}

export type IndicatorReading = NonNullable<Awaited<ReturnType<typeof readIndicator>>>;

/** One indicator as far as the viewer may see it; null when the address leads to nothing. */
export async function readIndicator(
  viewer: Viewer,
  asked: AskedIndicator,
  { db, language, timeZone, find = null, part = null }: Around & { readonly timeZone: string },
) {
  const { indicator } = asked;
  if (!isIndicator(indicator)) return null;
  const words = wordsFor(language);
  const subject = words.t(`indicator.subject.${indicator}`);
  const waves = await readReleasedWaves(db);
  const moments = momentsOf(waves, [], asked, timeZone, words);
  if (moments === null) return null;
  const { wave, comparedWave, since } = moments;
  const questions = wave === null ? [] : await readQuestions(db, wave.key);
  const own = questions.filter((one) => one.indicator === indicator && one.kind === "agreement");

  const shared = {
    waves: wave === null ? [] : [wave.key, ...(comparedWave === null ? [] : [comparedWave.key])],
  };
  const [everywhere, between, references, { numbers }] = await Promise.all([
    waveFigures(db, { ...shared, measures: [indicator], crossed: false }),
    readContinuity(db),
    readReferences(db),
    readMethods({ db, language }),
  ]);
  const disclosed = everywhere.disclose(viewer);
  const current = disclosed.filter(({ release }) => release.key === wave?.key);
  const populations = populationsOf(current);
  const population = chosen(viewer, populations, asked.population);
  if (population === null && asked.population !== null) return null;
  const key = population?.key ?? "company";

  const inside =
    population?.kind === "unit"
      ? (
          await waveFigures(db, {
            ...shared,
            measures: [indicator],
            parents: [key],
            crossed: true,
          })
        ).disclose(viewer)
      : [];
  const parts = partsOf(population, [...populations, ...populationsOf(inside)], asked.by);
  const about = [key, "company", FRONTLINE, DESK, within(key, FRONTLINE), within(key, DESK)];
  const measures = own.flatMap(({ item }) => [favourableOf(item), unfavourableOf(item)]);
  const choices = questions.filter(
    (one) => isChoice(one) && (one.indicator === indicator || one.indicator === null),
  );
  const [detailed, chosenOptions, trendFigures] = await Promise.all([
    waveFigures(db, { ...shared, measures, populations: [key] }),
    waveFigures(db, {
      ...shared,
      measures: choices.flatMap(optionMeasures),
      populations: [key],
    }),
    waveFigures(db, { measures: [indicator], populations: about }),
  ]);
  const figures = [...disclosed, ...inside, ...detailed.disclose(viewer)];
  const of = (wanted: string | undefined) =>
    lookup(figures.filter(({ release }) => release.key === wanted));
  const now = of(wave?.key);
  const before = lookup(
    figures.filter(
      ({ measure, release }) =>
        wave !== null &&
        release.key === comparedWave?.key &&
        between(measure, release.key, wave.key).goesOn,
    ),
  );
  const besides = key === "company" ? [FRONTLINE, DESK].flatMap(keyed) : [];
  const sloped = unique([...(population ? [population] : []), ...besides, ...parts.rows]);
  const opening = [key, ...besides.map((one) => one.key)];
  const watched = [
    ...sloped.flatMap((one) =>
      opening.includes(one.key) ? [] : [{ population: one.key, measure: indicator }],
    ),
    ...own.map(({ item }) => ({ population: key, measure: favourableOf(item) })),
  ];
  const first = opening.map((population) => ({ population, measure: indicator }));
  const changeOf = changesOf([first, watched], { now, before });
  const changes = { changeOf, since, words };
  const rows = questionRows(own, key, { now, before }, changes);
  const whole = parts.rows.some(({ parentKey }) => parentKey === key) ? key : "company";
  const segments = segmentsOf(parts.rows, indicator, whole, now, words);
  const slopes =
    since === null ? [] : slopesOf(sloped, indicator, { now, before }, { ...changes, since });
  const near = nearFigures(
    references,
    [indicator, ...own.map(({ item }) => item), ...own.map(({ item }) => favourableOf(item))],
    words,
  );
  const trend = await trendRead();
  const sealed = await waveDrivers(db, {
    wave: wave?.key ?? "",
    population: key,
    outcome: indicator,
  });
  const [drivers = null] = sealed.disclose(viewer);
  const names = [population, ...populations];
  return {
    indicator,
    name: words.t(`measure.${indicator}`),
    asked: indicators.filter((one) => questions.some((asked) => asked.indicator === one)),
    wave: wave && { key: wave.key, name: nameIn(words, wave) },
    waves: waves.map((one) => ({ value: one.key, label: nameIn(words, one), depth: 0 })),
    compared: comparedWave?.key ?? null,
    comparedName: comparedWave && nameIn(words, comparedWave),
    population: key,
    populationName: nameOf(key, names, words),
    populations: populationChoices(populations, words, { at: population, find }),
    lead: leadOf(
      { indicator, figure: now(key, indicator), before: before(key, indicator), changeOf, since },
      words,
    ),
    toAct: toActOn(
      viewer,
      keyed(key).map((population) => ({
        ...{ population, measure: indicator },
        change: changeOf(now(key, indicator), before(key, indicator)),
      })),
      { [indicator]: words.t(`measure.${indicator}`) },
      words,
    ),
    figure: now(key, indicator),
    trend,
    questions: { rows, sentence: sayQuestions(rows, words) },
    choices: choiceBlocks(choices, key, lookup(chosenOptions.disclose(viewer)), words),
    segments: {
      ...paged(segments, part),
      whole: now(whole, indicator),
      wholeName: nameOf(whole, names, words),
      sentence: saySegments(segments, words),
      by: parts.cut,
      cut: cutName(parts.cut, words),
      cuts: parts.cuts.map((cut) => ({ value: cut, label: cutName(cut, words), depth: 0 })),
    },
    slope:
      slopes.length === 0 || since === null || wave === null || comparedWave === null
        ? null
        : {
            rows: slopes,
            sentence: saySlopes(slopes, since, words),
            before: nameIn(words, comparedWave),
            now: nameIn(words, wave),
          },
    drivers: driverBlock(drivers, { questions, subject }, words),
    references: near,
    computed: computedLines(numbers, words),
  };

  function keyed(sought: string): readonly Population[] {
    return populations.filter((one) => one.key === sought);
  }

  /** The series of the whole barometer, whichever wave is looked at, with what happened meanwhile. */
  async function trendRead() {
    const told = trendFigures.disclose(viewer);
    const oldestFirst = waves
      .toReversed()
      .filter((one) => told.some(({ release }) => release.key === one.key));
    const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
    if (first === undefined || last === undefined) return null;
    const lineage = lineageMarks(indicator, oldestFirst, between, words);
    const happened = await readMarks(db, {
      viewer,
      path: population?.path ?? ["company"],
      from: dayIn(timeZone, first.closedAt),
      to: dayIn(timeZone, last.closedAt),
    });
    return {
      ...trendOf(key, indicator, oldestFirst, told, subject, words, {
        changeOf,
        beginsAt: lineage.flatMap((one) => (one.breaks ? [one.key] : [])),
      }),
      marks: [...lineage, ...happened.map((mark) => happenedOn(mark, words))],
      drawn: drawnReferences(near, key, words),
    };
  }
}

function chosen(
  viewer: Viewer,
  populations: readonly Population[],
  asked: string | null,
): Population | null {
  return asked === null
    ? startingPopulation(viewer, populations)
    : (populations.find(({ key }) => key === asked) ?? null);
}

function isChoice({ kind }: Question): boolean {
  return kind === "single" || kind === "multiple" || kind === "rank";
}

function optionMeasures({ item, options }: Question): readonly string[] {
  return (options ?? []).map(({ value }) => `option:${item}:${value}`);
}

function nameOf(key: string, among: readonly (Population | null)[], words: Words): string {
  const population = among.find((one) => one?.key === key);
  return key === "company" || !population
    ? words.t("population.company")
    : nameIn(words, population);
}

function unique(populations: readonly Population[]): readonly Population[] {
  return [...new Map(populations.map((one) => [one.key, one])).values()];
}
