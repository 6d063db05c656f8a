import { across } from "#app/charts/scales.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import { wordsFor } from "#app/services/around.ts";
import { type IndicatorReading, readIndicator } from "#app/services/indicator.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { barOn, markAt, placeOn } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { comparedSheet } from "./compared.ts";
import { overTimeSheet } from "./over-time.ts";
import { sourceOf } from "./said.ts";
import { slopeSheet } from "./slope.ts";

/** One chart of the page of an indicator, read for who asks. */
export function ofIndicator(
  draw: (reading: IndicatorReading, visit: ViewerVisit, address: URLSearchParams) => Sheet | null,
): (visit: ViewerVisit, address: URLSearchParams) => Promise<Sheet | null> {
  return async (visit, address) => {
    const asked = {
      indicator: address.get("indicator") ?? "",
      wave: address.get("wave"),
      compare: address.get("compare"),
      population: address.get("population"),
      by: address.get("by"),
    };
    const reading = await readIndicator(visit.viewer, asked, visit);
    return reading && draw(reading, visit, address);
  };
}

/** The indicator over the waves. */
export function indicatorTrendSheet(reading: IndicatorReading, visit: ViewerVisit): Sheet | null {
  const { t } = wordsFor(visit.language);
  if (reading.trend === null) return null;
  const { moments, lines, marks, drawn, sentence } = reading.trend;
  const { name, populationName } = reading;
  return overTimeSheet(
    {
      title: t("paper.trend", { measure: name, population: populationName }),
      sentence,
      caption: t("barometer.trend.caption"),
      of: populationName,
      moment: t("barometer.trend.wave"),
      ...{ moments, lines, marks, references: drawn },
    },
    visit,
  );
}

/** The parts of what is looked at, each with its interval. */
export function segmentsSheet(reading: IndicatorReading, visit: ViewerVisit): Sheet | null {
  const { t } = wordsFor(visit.language);
  const { segments } = reading;
  const { rows, whole, wholeName, sentence, cut } = segments;
  if (rows.length === 0) return null;
  return comparedSheet(
    {
      title: t("indicator.paper.segments", { ...about(reading), cut }),
      sentence,
      caption:
        referenceOf(whole) === null
          ? t("indicator.segments.caption.alone")
          : t("indicator.segments.caption", { whole: wholeName }),
      of: reading.populationName,
      axis: across([0, 1]),
      ...{ whole, rows },
    },
    visit,
  );
}

/** What moves together with it. */
export function driversSheet(reading: IndicatorReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { rows, sentence, explained, n } = reading.drivers;
  if (explained === null) return null;
  return {
    title: t("indicator.paper.drivers", about(reading)),
    sentence,
    caption: t("indicator.drivers.caption", { share: explained, n }),
    source: sourceOf([reading.figure], reading.populationName, visit, words),
    picture: drawRows({
      axis: across([0, 0.2, ...rows.map(({ high }) => high)]),
      tick: format.percentPoints,
      rows: rows.map(
        ({ wording, towards, part, low, high }): DrawnRow => ({
          label: wording,
          under: towards,
          reading: t("figure.about", { value: format.share(part) }),
          readingUnder: t("figure.fromTo", {
            low: format.percentPoints(low),
            high: format.percentPoints(high),
          }),
          draw: (on, y) => [
            barOn(on, [low, high], { y: y - 5, height: 10, fill: "band" }),
            markAt([placeOn(on, part), y], "disc", undefined),
          ],
        }),
      ),
    }),
    table: {
      columns: [
        t("indicator.questions.question"),
        t("paper.column.measure"),
        t("paper.column.value"),
        t("paper.column.low"),
        t("paper.column.high"),
      ],
      rows: rows.map(({ wording, towards, part, low, high }) => [
        wording,
        towards,
        ...[part, low, high].map((share) => Math.round(share * 100)),
      ]),
    },
  };
}

/** The same populations at two waves. */
export function indicatorSlopeSheet(reading: IndicatorReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { slope } = reading;
  if (slope === null) return null;
  return slopeSheet(
    {
      title: words.t("paper.part", {
        title: words.t("indicator.slope"),
        population: reading.name,
      }),
      sentence: slope.sentence,
      caption: words.t("indicator.slope.caption"),
      of: reading.populationName,
      moments: [slope.before, slope.now],
      lines: slope.rows,
    },
    visit,
    words,
  );
}

/** What people chose where a question was no scale. */
export function choiceSheet(
  reading: IndicatorReading,
  visit: ViewerVisit,
  address: URLSearchParams,
): Sheet | null {
  const { t } = wordsFor(visit.language);
  const choice = reading.choices.find(({ item }) => item === address.get("item"));
  if (choice === undefined) return null;
  const { wording, sentence, kind, options } = choice;
  return comparedSheet(
    {
      ...{ title: wording, sentence, of: reading.populationName },
      caption: t(`indicator.choices.${kind}`),
      whole: null,
      rows: options.map((option) => ({ ...option, difference: null, said: [] })),
      first: t("paper.column.option"),
    },
    visit,
  );
}

/** What a chart of an indicator is of, for its title. */
export function about({ name, wave, populationName }: IndicatorReading) {
  return { name, wave: wave?.name ?? "", population: populationName };
}
