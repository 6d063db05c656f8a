import { countsUp } from "#app/charts/scales.ts";
import { type AdoptionReading, readAdoption } from "#app/services/adoption.server.ts";
import { wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawBars } from "../bars.ts";
import type { Chart, Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { comparedSheet } from "./compared.ts";
import { overTimeSheet } from "./over-time.ts";
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

/** Adoption week by week. */
export const adoptionTrend: Drawn = (reading, visit) => {
  const { t } = wordsFor(visit.language);
  const { moments, lines, sentence } = reading.trend;
  const { populationName, marks } = reading;
  const isEmpty = lines.every(({ figures }) => figures.every((figure) => figure === null));
  if (!reading.supplied || isEmpty) return null;
  const title = t("paper.trend", { measure: t("measure.adoption"), population: populationName });
  const caption = t("adoption.trend.caption");
  const about = { title, sentence, caption, of: populationName, moment: t("adoption.week") };
  return overTimeSheet({ ...about, moments, lines, marks, dense: true }, visit);
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
  const { t } = words;
  const { units } = reading;
  if (units.rows.length === 0) return null;
  return comparedSheet(
    {
      title: t("paper.part", {
        title: t("adoption.units", { cut: units.cut }),
        population: reading.populationName,
      }),
      sentence: t("adoption.units.sentence", { measure: units.measure, day: units.day }),
      caption: t("teams.note"),
      of: reading.populationName,
      whole: units.whole,
      rows: units.rows.map((row) => ({ ...row, name: populationName(row.population, words) })),
    },
    visit,
  );
};
