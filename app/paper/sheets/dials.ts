import { shares } from "#app/charts/axis.ts";
import { sayFigure, sayMargin } from "#app/charts/figure-words.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { toneOf, valueOn } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { baseOf, populationName, sourceOf } from "./said.ts";

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

function dialName(dial: BarometerReading["dials"][number], { t }: Words): string {
  return t(dial.frontline ? "measure.connection.frontline" : `measure.${dial.measure}`);
}

/** Whether what is drawn beside a figure is of another population, and both need a mark. */
function isApart(figure: Disclosed, own: Disclosed | null): boolean {
  return own !== null && own.population.key !== figure.population.key;
}

function isCompany({ population }: BarometerReading): boolean {
  return population === "company";
}
