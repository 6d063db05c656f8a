import { extentOfFigures } from "#app/charts/extent.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { across } from "#app/charts/scales.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import { addDays } from "#app/model/period.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import { readTeams, type TeamsReading } from "#app/services/teams.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawLists } from "../lists.server.ts";
import { toneOf } from "../marks.ts";
import type { Chart, Sheet } from "../sheet.ts";
import { comparedSheet } from "./compared.ts";
import { populationName, sourceOf } from "./said.ts";

type Drawn = (reading: TeamsReading, visit: ViewerVisit, words: Words) => Sheet | null;

/** One chart of `/teams`, read as the page reads it for the same address. */
export function teamsChart(draw: Drawn): Chart {
  return {
    page: "teams",
    read: async (visit, address) => {
      const asked = {
        wave: address.get("wave"),
        compare: address.get("compare"),
        among: address.get("among"),
        teams: address.getAll("team"),
        measures: [address.get("first"), address.get("second")],
      };
      const reading = await readTeams(visit.viewer, asked, visit);
      return reading && draw(reading, visit, wordsFor(visit.language));
    },
  };
}

/** The teams side by side, on the first or the second measure of the page. */
export function sideSheet(place: 0 | 1): Drawn {
  return (reading, visit, words) => {
    const { t, format } = words;
    const block = reading.blocks[place];
    if (block === undefined) return null;
    const { measure, whole, rows } = block;
    const figures = [whole, ...rows.map(({ figure }) => figure)];
    const means = figures.some((one) => one && !one.hidden && one.value.form === "mean");
    return comparedSheet(
      {
        title: t("paper.part", {
          title: reading.names[measure] ?? measure,
          population: reading.amongName,
        }),
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
  };
}

/** Above, not distinguishable, below: three groups and no ranking. */
export const tiersSheet: Drawn = (reading, visit, words) => {
  const { t } = words;
  const { tiers, blocks } = reading;
  const [first] = blocks;
  if (first === undefined) return null;
  const groups = (["above", "same", "below"] as const).map((tier) => {
    const { tone, sign } = toneOf(tier);
    const others = tiers.others[tier];
    const items = [
      ...tiers[tier].map((one) => populationName(one, words)),
      ...(others > 0 ? [t("teams.tiers.others", { n: others })] : []),
    ];
    return {
      title: `${sign}${t(`teams.tiers.${tier}`)}`,
      tone,
      items,
      nobody: t("teams.tiers.nobody"),
    };
  });
  const figures = first.rows.map(({ figure }) => figure);
  return {
    title: titleOf(t("teams.tiers"), reading, words),
    sentence: tiers.sentence,
    caption: [tiers.method ?? "", t("teams.method.text")].filter(Boolean).join(" "),
    source: sourceOf(figures, reading.wave?.name ?? reading.wholeName, visit, words),
    picture: drawLists(groups),
    table: {
      columns: [t("paper.column.population"), t("paper.column.group")],
      rows: groups.flatMap(({ title, items }) => items.map((item) => [item, title])),
    },
  };
};

/** What is drawn, of which measure and among whom. */
export function titleOf(what: string, reading: TeamsReading, { t }: Words): string {
  const title = [measureOf(reading), reading.amongName].filter(Boolean).join(", ");
  return t("paper.part", { title, population: what });
}

/** What the first measure of the page is called. */
export function measureOf({ blocks, names }: TeamsReading): string {
  const measure = blocks[0]?.measure ?? "";
  return names[measure] ?? measure;
}

/** When it was: the wave, or the last day of the week. */
export function momentOf({ wave, week }: TeamsReading, { format }: Words): string {
  return wave?.name ?? (week === null ? "" : format.day(addDays(week, 6)));
}
