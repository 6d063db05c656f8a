import { shares } from "#app/charts/axis.ts";
import { extentOfFigures } from "#app/charts/extent.ts";
import { countsUp, sharesUp } from "#app/charts/scales.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import { type AdoptionReading, readAdoption } from "#app/services/adoption.server.ts";
import { wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawBars } from "../bars.ts";
import { drawRows } from "../rows.server.ts";
import type { Chart, Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { drawTrend } from "../trend.server.ts";
import { comparedRow } from "./compared-row.ts";
import { basesOf, populationName, sourceOf } from "./said.ts";

type Drawn = (reading: AdoptionReading, visit: ViewerVisit) => Sheet | null;

/** The reading of `/adoption`, as the page reads it for the same address. */
function readAsPage(visit: ViewerVisit, address: URLSearchParams) {
  const asked = { population: address.get("population"), weeks: address.get("weeks") };
  return readAdoption(visit.viewer, asked, visit);
}

/** One chart of `/adoption`, read for who asks. */
export function adoptionChart(draw: Drawn): Chart {
  return {
    page: "adoption",
    read: async (visit, address) => {
      const reading = await readAsPage(visit, address);
      return reading && draw(reading, visit);
    },
  };
}

/** The charts of `/adoption` that stand in a report; those of many weeks go without their table. */
export async function ofAdoption(
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<readonly Sheet[]> {
  const reading = await readAsPage(visit, address);
  if (reading === null) return [];
  return [adoptionTrend, activeSheet, unitsSheet].flatMap((draw) => draw(reading, visit) ?? []);
}

/** Adoption week by week. */
export const adoptionTrend: Drawn = (reading, visit) => {
  const words = wordsFor(visit.language);
  const { t } = words;
  const { moments, lines, sentence } = reading.trend;
  const figures = lines.flatMap((line) => line.figures);
  if (!reading.supplied || figures.every((figure) => figure === null)) return null;
  return {
    title: t("paper.trend", { measure: t("measure.adoption"), population: reading.populationName }),
    sentence,
    caption: [
      t("adoption.trend.caption"),
      ...reading.marks.map((mark) => mark.sentence),
      basesOf(lines, words),
    ].join(" "),
    source: sourceOf(figures, reading.populationName, visit, words),
    picture: drawTrend(
      {
        moments,
        lines,
        marks: reading.marks,
        axis: sharesUp(extentOfFigures(figures)),
        dense: true,
      },
      words,
    ),
    table: {
      columns: [t("adoption.week"), t("paper.column.population"), ...figureColumns(words)],
      rows: moments.flatMap(({ name }, index) =>
        lines.map((line) => [name, line.name, ...figureCells(line.figures[index] ?? null, words)]),
      ),
    },
  };
};

/** How many people did something each week. */
export const activeSheet: Drawn = (reading, visit) => weeksSheet(reading, visit, "active");

/** Messages of each week, within a team and from one to another. */
export const messagesSheet: Drawn = (reading, visit) => weeksSheet(reading, visit, "messages");

function weeksSheet(
  reading: AdoptionReading,
  visit: ViewerVisit,
  which: "active" | "messages",
): Sheet | null {
  const words = wordsFor(visit.language);
  const { t } = words;
  const { weeks } = reading;
  const { bars, figures, sentence } = reading[which];
  if (figures.every((figure) => figure === null)) return null;
  const series = which === "active" ? [figures] : [figures, reading.messages.across];
  return {
    title: t("paper.part", { title: t(`adoption.${which}`), population: reading.populationName }),
    sentence,
    caption: [
      t(`adoption.${which}.caption`),
      basesOf([{ name: reading.populationName, figures }], words),
    ].join(" "),
    source: sourceOf(figures, reading.populationName, visit, words),
    picture: drawBars({ weeks, bars, axis: countsUp(bars.map((bar) => bar?.total ?? 0)) }, words),
    table: {
      columns: [t("adoption.week"), t("paper.column.measure"), ...figureColumns(words)],
      rows: weeks.flatMap(({ name }, index) =>
        series.map((along, place) => [
          name,
          t(place === 0 ? `measure.${which}` : "measure.messages-across"),
          ...figureCells(along[index] ?? null, words),
        ]),
      ),
    },
  };
}

/** Adoption in the parts of a population, each beside the rest. */
export const unitsSheet: Drawn = (reading, visit) => {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { units } = reading;
  if (units.rows.length === 0) return null;
  const rows = units.rows.map((row) => comparedRow(row, words));
  return {
    title: t("paper.part", {
      title: t("adoption.units", { cut: units.cut }),
      population: reading.populationName,
    }),
    sentence: t("adoption.units.sentence", { measure: units.measure, day: units.day }),
    caption: t("teams.note"),
    source: sourceOf(
      units.rows.map(({ figure }) => figure),
      reading.populationName,
      visit,
      words,
    ),
    picture: drawRows({
      axis: shares,
      tick: format.percentPoints,
      reference: referenceOf(units.whole),
      rows,
    }),
    table: {
      columns: [t("paper.column.population"), ...figureColumns(words), t("paper.column.said")],
      rows: units.rows.map(({ population, figure, said }) => [
        populationName(population, words),
        ...figureCells(figure, words),
        said.join(" "),
      ]),
    },
  };
};
