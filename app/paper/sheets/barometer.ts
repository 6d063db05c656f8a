import { shares } from "#app/charts/axis.ts";
import { extentOfDifferences, extentOfFigures } from "#app/charts/extent.ts";
import { sayFigure, sayMargin } from "#app/charts/figure-words.ts";
import { differencesAcross, sharesUp } from "#app/charts/scales.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import { type BarometerReading, readBarometer } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { barOn, intervalInk, markAt, placeOn, toneOf, valueOn } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { drawTrend } from "../trend.server.ts";
import { baseOf, basesOf, populationName, sourceOf } from "./said.ts";

/** The reading of `/`, as the page reads it for the same address. */
export function readAsPage(
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<BarometerReading | null> {
  const asked = {
    wave: address.get("wave"),
    compare: address.get("compare"),
    population: address.get("population"),
    measure: address.get("measure"),
    by: address.get("by"),
  };
  return readBarometer(visit.viewer, asked, visit);
}

/** One chart of `/`, read for who asks. */
export function ofBarometer(
  draw: (reading: BarometerReading, visit: ViewerVisit) => Sheet | null,
): (visit: ViewerVisit, address: URLSearchParams) => Promise<Sheet | null> {
  return async (visit, address) => {
    const reading = await readAsPage(visit, address);
    return reading && draw(reading, visit);
  };
}

/** The figures the page opens with, each on its line. */
export function dialsSheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { dials } = reading;
  if (dials.every(({ figure }) => figure === null)) return null;
  const { t, format } = words;
  const rows = dials.map((dial): DrawnRow => {
    const { figure, gap, said } = dial;
    const own = gap?.own ?? null;
    const sides = gap === null ? [] : [gap.other, gap.own];
    const { tone, sign } = toneOf(dial.change?.verdict);
    return {
      label: dialName(dial, words),
      under: baseOf(figure, words),
      reading: `${sign}${sayFigure(words, figure)}`,
      tone,
      ...(figure === null || figure.hidden
        ? { draw: null, word: sayFigure(words, figure) }
        : {
            readingUnder: sayMargin(words, figure.value),
            draw: (on, y) => [
              ...valueOn(on, figure.value, { y, shape: isApart(figure, own) ? "line" : "disc" }),
              ...sides.flatMap((side) => {
                if (side.hidden || side.population.key === figure.population.key) return [];
                const shape = side === own ? "disc" : isCompany(reading) ? "square" : "hollow";
                return valueOn(
                  on,
                  { ...side.value, low: null, high: null },
                  { y, shape, frame: 8 },
                );
              }),
            ],
          }),
      said: [said.change, said.gap, said.within].filter((one) => one !== null).join(" "),
    };
  });
  const figures = dials.flatMap(({ figure, gap }) => [
    figure,
    gap?.own ?? null,
    gap?.other ?? null,
  ]);
  return {
    title: t("paper.dials", { wave: reading.wave?.name ?? "", population: reading.populationName }),
    sentence: `${reading.lead.said} ${reading.lead.rest}`.trim(),
    caption: t("paper.dials.caption"),
    source: sourceOf(figures, reading.populationName, visit, words),
    picture: drawRows({ axis: shares, tick: format.percentPoints, rows }),
    table: {
      columns: [t("paper.column.measure"), t("paper.column.population"), ...figureColumns(words)],
      rows: dials.flatMap((dial) => {
        const { figure, gap, within } = dial;
        const all = [figure, gap?.own, gap?.other, within?.own, within?.other];
        const once = [...new Map(all.map((one) => [one?.population.key, one])).values()];
        return once.flatMap((one) =>
          one == null
            ? []
            : [
                [
                  dialName(dial, words),
                  populationName(one.population, words),
                  ...figureCells(one, words),
                ],
              ],
        );
      }),
    },
  };
}

/** What really moved, or what only seems to have. */
export function moversSheet(which: "real" | "seeming") {
  return (reading: BarometerReading, visit: ViewerVisit): Sheet | null => {
    const words = wordsFor(visit.language);
    const { t, format } = words;
    const { movers, names, since } = reading;
    if (movers === null || since === null || movers[which].length === 0) return null;
    const both = [...movers.real, ...movers.seeming];
    const now = figuresOf(reading);
    const rows = movers[which].map(({ measure, population, difference, sentence }): DrawnRow => {
      const figure = now.find(
        (one) => one.measure === measure && one.population.key === population.key,
      );
      const { displayed, low, high, verdict } = difference;
      const { tone, sign } = toneOf(verdict);
      return {
        label: names[measure] ?? measure,
        under: [populationName(population, words), baseOf(figure ?? null, words)]
          .filter(Boolean)
          .join(", "),
        reading: `${sign}${format.points(displayed)}`,
        readingUnder:
          low === null || high === null
            ? ""
            : t("figure.fromTo", { low: format.points(low), high: format.points(high) }),
        tone,
        said: sentence,
        draw: (on, y) => [
          ...(low === null || high === null
            ? []
            : [barOn(on, [low, high], { y: y - 5, height: 10, fill: intervalInk(tone) })]),
          markAt([placeOn(on, displayed), y], tone ? "disc" : "hollow", tone),
        ],
      };
    });
    return {
      title: t("paper.movers", {
        title: t(`barometer.movers.${which}`),
        wave: since,
        population: reading.populationName,
      }),
      sentence: movers.sentence,
      caption: `${t(`barometer.movers.${which}.caption`)} ${t("barometer.movers.complete")}`,
      source: sourceOf(
        now.filter(({ release }) => release.kind === "wave"),
        reading.wave?.name ?? "",
        visit,
        words,
      ),
      picture: drawRows({
        axis: differencesAcross(extentOfDifferences(both)),
        tick: format.points,
        rows,
      }),
      table: {
        columns: [
          t("paper.column.measure"),
          t("paper.column.population"),
          t("paper.column.points"),
          t("paper.column.low"),
          t("paper.column.high"),
          t("paper.column.said"),
        ],
        rows: movers[which].map(({ measure, population, difference, sentence }) => [
          names[measure] ?? measure,
          populationName(population, words),
          pointsOf(difference.displayed),
          difference.low === null ? null : pointsOf(difference.low),
          difference.high === null ? null : pointsOf(difference.high),
          sentence,
        ]),
      },
    };
  };
}

/** One indicator over the waves. */
export function trendSheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t } = words;
  const { trend, names } = reading;
  if (trend === null) return null;
  const { moments, lines, marks } = trend;
  const figures = lines.flatMap((line) => line.figures);
  const complete = trend.measure === "participation";
  return {
    title: t("paper.trend", {
      measure: names[trend.measure] ?? trend.measure,
      population: reading.populationName,
    }),
    sentence: trend.sentence,
    caption: [
      t(complete ? "barometer.trend.caption.complete" : "barometer.trend.caption"),
      ...marks.map(({ sentence }) => sentence),
      basesOf(lines, words),
    ].join(" "),
    source: sourceOf(figures, reading.populationName, visit, words),
    picture: drawTrend({ moments, lines, marks, axis: sharesUp(extentOfFigures(figures)) }, words),
    table: {
      columns: [t("barometer.trend.wave"), t("paper.column.population"), ...figureColumns(words)],
      rows: moments.flatMap(({ name }, index) =>
        lines.map((line) => [name, line.name, ...figureCells(line.figures[index] ?? null, words)]),
      ),
    },
  };
}

function dialName(dial: BarometerReading["dials"][number], { t }: Words): string {
  return t(dial.frontline ? "measure.connection.frontline" : `measure.${dial.measure}`);
}

/** Every figure of the page, to say how many people a movement is of. */
function figuresOf({ dials, map }: BarometerReading): readonly Disclosed[] {
  return [
    ...dials.flatMap(({ figure, gap }) => [figure, gap?.own, gap?.other]),
    ...(map?.rows ?? []).flatMap(({ cells }) => cells.map(({ figure }) => figure)),
    ...(map?.whole?.cells ?? []).map(({ figure }) => figure),
  ].flatMap((figure) => figure ?? []);
}

/** Whether what is drawn beside a figure is of another population, and both need a mark. */
function isApart(figure: Disclosed, own: Disclosed | null): boolean {
  return own !== null && own.population.key !== figure.population.key;
}

function isCompany({ population }: BarometerReading): boolean {
  return population === "company";
}

function pointsOf(value: number): number {
  return Math.round(value * 100) + 0;
}
