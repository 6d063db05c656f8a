import { shares } from "#app/charts/axis.ts";
import { extentOfFigures } from "#app/charts/extent.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { across } from "#app/charts/scales.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import { wordsFor } from "#app/services/around.ts";
import { readTeams } from "#app/services/teams.server.ts";
import { drawRows } from "../rows.server.ts";
import type { Chart } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { comparedRow } from "./compared-row.ts";
import { populationName, sourceOf } from "./said.ts";

/** The teams of `/teams` side by side, on the first or the second measure of the page. */
export function teamsChart(place: 0 | 1): Chart {
  return {
    page: "teams",
    read: async (visit, address) => {
      const words = wordsFor(visit.language);
      const { t, format } = words;
      const asked = {
        wave: address.get("wave"),
        compare: address.get("compare"),
        among: address.get("among"),
        teams: address.getAll("team"),
        measures: [address.get("first"), address.get("second")],
      };
      const reading = await readTeams(visit.viewer, asked, visit);
      const block = reading?.blocks[place];
      if (!reading || !block) return null;
      const { measure, whole, rows } = block;
      const figures = [whole, ...rows.map(({ figure }) => figure)];
      const means = figures.some((one) => one && !one.hidden && one.value.form === "mean");
      const group = reading.groups.find(({ value }) => value === reading.among)?.label ?? "";
      const reference = referenceOf(whole);
      return {
        title: t("paper.part", { title: reading.names[measure] ?? measure, population: group }),
        sentence: t("teams.side.sentence"),
        caption: [
          whole === null || whole.hidden
            ? t("teams.reference.none")
            : t(reference === null ? "teams.reference.ranged" : "teams.reference", {
                figure: sayFigure(words, whole),
                whole: reading.wholeName,
              }),
          t("teams.note"),
        ].join(" "),
        source: sourceOf(figures, reading.wave?.name ?? reading.wholeName, visit, words),
        picture: drawRows({
          axis: means ? across(extentOfFigures(figures)) : shares,
          tick: means ? format.mean : format.percentPoints,
          reference,
          rows: rows.map((row) => comparedRow(row, words)),
        }),
        table: {
          columns: [t("paper.column.population"), ...figureColumns(words), t("paper.column.said")],
          rows: rows.map(({ population, figure, said }) => [
            populationName(population, words),
            ...figureCells(figure, words),
            said.join(" "),
          ]),
        },
      };
    },
  };
}
