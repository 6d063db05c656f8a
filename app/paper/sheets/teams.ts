import { extentOfFigures } from "#app/charts/extent.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { across } from "#app/charts/scales.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import { wordsFor } from "#app/services/around.ts";
import { readTeams } from "#app/services/teams.server.ts";
import type { Chart } from "../sheet.ts";
import { comparedSheet } from "./compared.ts";
import { populationName } from "./said.ts";

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
      return comparedSheet(
        {
          title: t("paper.part", { title: reading.names[measure] ?? measure, population: group }),
          sentence: t("teams.side.sentence"),
          caption: [
            whole === null || whole.hidden
              ? t("teams.reference.none")
              : t(referenceOf(whole) === null ? "teams.reference.ranged" : "teams.reference", {
                  figure: sayFigure(words, whole),
                  whole: reading.wholeName,
                }),
            t("teams.note"),
          ].join(" "),
          of: reading.wave?.name ?? reading.wholeName,
          ...(means ? { axis: across(extentOfFigures(figures)), tick: format.mean } : {}),
          whole,
          rows: rows.map((row) => ({ ...row, name: populationName(row.population, words) })),
        },
        visit,
      );
    },
  };
}
