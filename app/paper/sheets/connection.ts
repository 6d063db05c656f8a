import { sayFigure } from "#app/charts/figure-words.ts";
import { wordsFor } from "#app/services/around.ts";
import { type ConnectionReading, readConnection } from "#app/services/connection.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawGrid, type GridCell } from "../grid.server.ts";
import { toneOf } from "../marks.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { comparedSheet } from "./compared.ts";
import { overTimeSheet } from "./over-time.ts";
import { sourceOf } from "./said.ts";

type Tie = ConnectionReading["ties"][number]["tie"];
type Cell = NonNullable<ConnectionReading["matrix"]>["rows"][number]["cells"][number];

/** One chart of the page of ties, read for who asks. */
export function ofConnection(
  draw: (reading: ConnectionReading, visit: ViewerVisit) => Sheet | null,
): (visit: ViewerVisit, address: URLSearchParams) => Promise<Sheet | null> {
  return async (visit, address) => {
    const asked = {
      population: address.get("population"),
      weeks: address.get("weeks"),
      reading: address.get("reading"),
    };
    const reading = await readConnection(visit.viewer, asked, visit);
    return reading && draw(reading, visit);
  };
}

/** One reading of ties, week by week. */
export function tieSheet(tie: Tie) {
  return (reading: ConnectionReading, visit: ViewerVisit): Sheet | null => {
    const { t } = wordsFor(visit.language);
    const trend = reading.ties.find((one) => one.tie === tie)?.trend ?? null;
    return overWeeks(trend, t(`ties.trend.${tie}`), t("ties.trend.caption"), reading, visit);
  };
}

/** Questions to leaders that were answered, week by week. */
export function leadersSheet(reading: ConnectionReading, visit: ViewerVisit): Sheet | null {
  const { t } = wordsFor(visit.language);
  const trend = reading.leaders?.trend ?? null;
  return overWeeks(trend, t("ties.leaders.trend"), t("ties.leaders.caption"), reading, visit);
}

function overWeeks(
  trend: ConnectionReading["ties"][number]["trend"],
  measure: string,
  caption: string,
  { populationName, marks }: ConnectionReading,
  visit: ViewerVisit,
): Sheet | null {
  if (trend === null || trend.lines.length === 0) return null;
  const { t } = wordsFor(visit.language);
  const { moments, lines, sentence } = trend;
  const title = t("paper.trend", { measure, population: populationName });
  const about = { title, sentence, caption, of: populationName, moment: t("ties.week") };
  return overTimeSheet({ ...about, moments, lines, marks, dense: true }, visit);
}

/** The parts of what is looked at on one reading. */
export function tieRowsSheet(reading: ConnectionReading, visit: ViewerVisit): Sheet | null {
  const { t } = wordsFor(visit.language);
  const { units } = reading;
  if (units.rows.length === 0) return null;
  const about = { reading: t(`measure.${units.reading}`), day: reading.day };
  return comparedSheet(
    {
      title: t("ties.units", { cut: units.cut }),
      sentence: t("ties.units.sentence", about),
      caption: t("ties.note"),
      of: reading.populationName,
      ...{ whole: units.whole, rows: units.rows },
    },
    visit,
  );
}

/** Units by units. */
export function matrixSheet(reading: ConnectionReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { matrix } = reading;
  if (matrix === null) return null;
  const cellOf = ({ figure, difference }: Cell): GridCell => {
    if (figure === null) return { text: "" };
    if (figure.hidden) return { text: t("figure.hidden"), hidden: true };
    const { tone, sign } = toneOf(difference?.verdict);
    const text = sayFigure(words, figure);
    if (difference === null || tone === undefined) return { text };
    const strong = Math.abs(Math.round(difference.displayed * 100)) >= 10;
    return { text, tone, strong, beside: `${sign}${format.size(difference.displayed)}` };
  };
  const figures = matrix.rows.flatMap(({ cells }) => cells.map(({ figure }) => figure));
  const names = new Map(matrix.units.map(({ key, name }) => [key, name]));
  return {
    title: t("ties.matrix"),
    sentence: matrix.sentence,
    caption: t("ties.matrix.caption"),
    source: sourceOf(figures, t("population.company"), visit, words),
    picture: drawGrid({
      firstColumn: t("ties.matrix.from"),
      columns: matrix.units.map(({ name }) => name),
      hiddenWord: t("figure.hidden"),
      rows: matrix.rows.map(({ name, cells }) => ({ name, cells: cells.map(cellOf) })),
    }),
    table: {
      columns: [t("ties.matrix.from"), t("ties.matrix.to"), ...figureColumns(words)],
      rows: matrix.rows.flatMap(({ key, name, cells }) =>
        cells
          .filter(({ to }) => to !== key)
          .map(({ to, figure }) => [name, names.get(to) ?? to, ...figureCells(figure, words)]),
      ),
    },
  };
}
