import { extentOfDifferences } from "#app/charts/extent.ts";
import { sayBase, sayFigure } from "#app/charts/figure-words.ts";
import { differencesAcross, sharesUp, sizesAcross } from "#app/charts/scales.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Words } from "#app/services/around.ts";
import type { TeamsReading } from "#app/services/teams.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawFunnel } from "../funnel.server.ts";
import { barOn, intervalInk, markAt, placeOn, toneOf } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { populationName, sourceOf } from "./said.ts";
import { slopeSheet } from "./slope.ts";
import { measureOf, momentOf, titleOf } from "./teams.ts";

type Drawn = (reading: TeamsReading, visit: ViewerVisit, words: Words) => Sheet | null;

/** All teams of the group, and how far chance alone carries them. */
export const funnelSheet: Drawn = (reading, visit, words) => {
  const { t } = words;
  const { funnel, blocks, chosen, wholeName } = reading;
  const [first] = blocks;
  if (funnel === null || first === undefined) return null;
  const { teams, mu, limits } = funnel;
  const acts = ["adoption", "active", "participation"].includes(first.measure);
  const figures = teams.map(({ figure }) => figure);
  return {
    title: titleOf(t("teams.funnel"), reading, words),
    sentence: funnel.sentence,
    caption: [
      t("teams.funnel.caption", {
        measure: measureOf(reading),
        figure: sayFigure(words, first.whole),
        whole: wholeName,
      }),
      ...(funnel.widened ? [t("teams.funnel.widened")] : []),
    ].join(" "),
    source: sourceOf(figures, reading.wave?.name ?? wholeName, visit, words),
    picture: drawFunnel(
      {
        ...{ mu, limits },
        counted: t(acts ? "teams.funnel.counted.people" : "teams.funnel.counted.answers"),
        people: sizesAcross(teams.flatMap(({ n }) => n)),
        axis: sharesUp([...mu, ...teams.flatMap(({ share }) => share)]),
        marks: teams.map(({ population, ...team }) => ({
          ...team,
          key: population.key,
          name: populationName(population, words),
          named: chosen.includes(population.key),
        })),
      },
      words,
    ),
    table: {
      columns: [
        t("paper.column.population"),
        t("teams.funnel.people"),
        t("teams.funnel.share"),
        t("teams.funnel.place"),
      ],
      rows: teams.map(({ population, figure, place }) => [
        populationName(population, words),
        figure.hidden ? "" : sayBase(words, figure.measure, figure.value.base),
        sayFigure(words, figure),
        place === null
          ? t(
              !figure.hidden && rangeOf(figure.value) === null
                ? "teams.funnel.band"
                : "teams.funnel.range",
            )
          : t(`teams.funnel.${place}`),
      ]),
    },
  };
};

/** The chosen teams at two moments. */
export const teamSlopeSheet: Drawn = (reading, visit, words) => {
  const { t } = words;
  const { changes } = reading;
  if (changes === null) return null;
  const moments = momentsOf(reading, words);
  const [before, now] = moments;
  return slopeSheet(
    {
      title: titleOf(t("teams.changes"), reading, words),
      sentence: changes.sentence,
      caption: t("teams.changes.slope", { measure: measureOf(reading), before, now }),
      of: reading.wave?.name ?? reading.wholeName,
      moments,
      lines: changes.slopes.map(({ population, ...slope }) => ({
        ...slope,
        key: population.key,
        name: populationName(population, words),
      })),
    },
    visit,
    words,
  );
};

/** By how much the chosen teams moved. */
export const teamChangesSheet: Drawn = (reading, visit, words) => {
  const { t, format } = words;
  const { changes } = reading;
  if (changes === null) return null;
  const told = changes.slopes.map((slope) => {
    const { difference } = slope;
    return { ...slope, difference: difference?.verdict === "untested" ? null : difference };
  });
  const rows = told.map(({ population, before, now, difference, sentence }): DrawnRow => {
    const label = { label: populationName(population, words), said: sentence ?? "" };
    if (before?.hidden || now?.hidden) {
      return { ...label, draw: null, word: t("figure.hidden") };
    }
    if (difference === null) return { ...label, reading: t("slope.untold"), draw: () => [] };
    const { displayed, low, high, verdict } = difference;
    const { tone, sign } = toneOf(verdict);
    return {
      ...label,
      tone,
      reading: `${sign}${format.points(displayed)}`,
      draw: (on, y) => [
        ...(low === null || high === null
          ? []
          : [barOn(on, [low, high], { y: y - 5, height: 10, fill: intervalInk(tone) })]),
        markAt([placeOn(on, displayed), y], tone ? "disc" : "hollow", tone),
      ],
    };
  });
  const extent = extentOfDifferences(
    told.flatMap(({ difference }) => (difference === null ? [] : [{ difference }])),
  );
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? null : Math.round(value * 100) + 0;
  return {
    title: titleOf(t("paper.teams.moved"), reading, words),
    sentence: changes.sentence,
    caption: t("teams.changes.rows"),
    source: sourceOf(
      changes.slopes.flatMap(({ now }) => now),
      reading.wave?.name ?? reading.wholeName,
      visit,
      words,
    ),
    picture: drawRows({ axis: differencesAcross(extent), tick: format.points, rows }),
    table: {
      columns: [
        t("paper.column.population"),
        t("paper.column.points"),
        t("paper.column.low"),
        t("paper.column.high"),
        t("paper.column.said"),
      ],
      rows: told.map(({ population, before, now, difference, sentence }) => [
        populationName(population, words),
        before?.hidden || now?.hidden ? t("figure.hidden") : points(difference?.displayed),
        points(difference?.low),
        points(difference?.high),
        sentence,
      ]),
    },
  };
};

function momentsOf(reading: TeamsReading, words: Words): readonly [string, string] {
  return [reading.compared?.name ?? reading.since ?? "", momentOf(reading, words)];
}
