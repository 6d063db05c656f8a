import { addDays } from "#app/model/period.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { readConnections } from "#db/records/connections.ts";
import { readDeclaredNetworks } from "#db/records/declared-networks.ts";
import { readReleasedWeeks } from "#db/records/releases.ts";
import { readSuccessions } from "#db/records/successions.ts";
import { marksOf } from "./adoption/marks.ts";
import { type Around, nameIn, wordsFor } from "./around.ts";
import { DESK, FRONTLINE } from "./barometer/dials.ts";
import { partsOf } from "./barometer/parts.ts";
import { trendOf } from "./barometer/trend.ts";
import { cutName, populationChoices, startingPopulation } from "./choices.ts";
import { announcedFor } from "./connection/announced.ts";
import { toldBy } from "./connection/coverage.ts";
import { leadersOf, questionMeasures } from "./connection/leaders.ts";
import { MOST_UNITS, matrixOf, towards } from "./connection/matrix.ts";
import { mixingOf } from "./connection/mixing.ts";
import { isTie, leadOfTies, rowsOfTies, sayTie, ties } from "./connection/readings.ts";
import { lookup, populationsOf } from "./disclosed.ts";
import { lookedBack } from "./looked-back.ts";
import { readMarks } from "./marks.server.ts";
import { paged } from "./paged.ts";

export interface AskedConnection {
  readonly population: string | null;
  /** How many weeks back; `all` for every released one. */
  readonly weeks: string | null;
  /** Which reading the populations are laid side by side on. */
  readonly reading: string | null;
}

export type ConnectionReading = NonNullable<Awaited<ReturnType<typeof readConnection>>>;

/**
 * Whom head office reaches, who exchanges across sites and units, and what leaders answer; null when
 * the address leads to nothing.
 */
export async function readConnection(
  viewer: Viewer,
  asked: AskedConnection,
  { db, language, find = null, part = null }: Around,
) {
  const words = wordsFor(language);
  const { t, format } = words;
  const released = await readReleasedWeeks(db);
  const [newest] = released;
  const { weeks, span, spans } = lookedBack(asked.weeks, released, words);
  const inNewest = newest === undefined ? null : { from: newest.week, to: newest.week };
  const said = [...ties, ...questionMeasures, "ties-units"];
  const now =
    inNewest === null
      ? []
      : (await weekFigures(db, { ...inNewest, measures: ["active", ...said] })).disclose(viewer);
  const populations = populationsOf(now);
  const population =
    asked.population === null
      ? startingPopulation(viewer, populations)
      : (populations.find(({ key }) => key === asked.population) ?? null);
  if (population === null && (asked.population !== null || populations.length > 0)) return null;

  const key = population?.key ?? "company";
  const tops = populations.filter(
    ({ kind, parentKey }) => kind === "unit" && parentKey === "company",
  );
  const byName = tops.toSorted((a, b) => format.byName(nameIn(words, a), nameIn(words, b)));
  const [along, between, connections, networks] = await Promise.all([
    weekFigures(db, {
      measures: said,
      populations: [key, "company", FRONTLINE, DESK],
      ...(weeks[0] ? { from: weeks[0].week } : {}),
    }),
    inNewest === null || tops.length < 2 || tops.length > MOST_UNITS
      ? null
      : weekFigures(db, {
          ...inNewest,
          measures: tops.map(towards),
          populations: ["company", ...tops.map((one) => one.key)],
        }),
    readConnections(db),
    readDeclaredNetworks(db),
  ]);
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  const during = first && last ? { from: first, to: addDays(last, 6) } : null;
  const [ended, happened] = during
    ? await Promise.all([
        readSuccessions(db, during),
        readMarks(db, { viewer, path: population?.path ?? ["company"], ...during }),
      ])
    : [[], []];
  const figures = along.disclose(viewer);
  const at = lookup(now);
  const supplied = ties.filter((tie) => figures.some(({ measure }) => measure === tie));
  const moments = weeks.map(({ week }) => ({
    key: week,
    names: { fr: format.day(week), en: format.day(week) },
    closedAt: new Date(`${week}T00:00:00Z`),
  }));
  const trend = (measure: string, subject: string) =>
    trendOf(key, measure, moments, figures, subject, words, { besides: true });
  const chosen = isTie(asked.reading) ? asked.reading : (supplied[0] ?? "across-sites");
  const parts = partsOf(population, populations, null);
  return {
    weeks: weeks.map(({ week, without }) => ({ week, name: format.day(week), without })),
    day: newest === undefined ? "" : format.day(newest.week),
    span,
    spans,
    population: key,
    populationName: population === null ? t("population.company") : nameIn(words, population),
    populations: populationChoices(populations, words, { at: population, find }),
    lead: leadOfTies(key, supplied, at, words),
    /** One over time for each reading there is; `trend` is null where no network supplies it. */
    ties: ties.map((tie) => ({
      tie,
      trend: supplied.includes(tie) ? trend(tie, sayTie(tie, words)) : null,
    })),
    marks: marksOf(ended, happened, words),
    units: {
      whole: at("company", chosen),
      ...paged(rowsOfTies(parts.rows, chosen, at, words), part),
      reading: chosen,
      readings: ties.map((tie) => ({ value: tie, label: t(`measure.${tie}`), depth: 0 })),
      cut: cutName(parts.cut, words),
    },
    matrix: matrixOf(byName, lookup(between?.disclose(viewer) ?? []), words),
    leaders: leadersOf(key, at, trend, words),
    mixing: mixingOf(byName, at, words),
    announced: await announcedFor(viewer, { db, words }),
    coverage: toldBy(connections, networks),
  };
}
