import { sayFigure } from "#app/charts/figure-words.ts";
import { wordsFor } from "#app/services/around.ts";
import type { ConnectionReading } from "#app/services/connection.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawGrid } from "../grid.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { sourceOf } from "./said.ts";

/** How many ties leave each unit, beside what chance would give. */
export function mixingSheet({ mixing }: ConnectionReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  if (mixing === null) return null;
  const index = (value: number | null) =>
    value === null ? "" : format.mean(Math.round(value * 100) / 100);
  const others = [t("ties.mixing.expected"), t("ties.mixing.index"), t("ties.mixing.chance")];
  const figures = mixing.rows.map(({ figure }) => figure);
  return {
    title: t("ties.mixing"),
    sentence: mixing.sentence,
    caption: t("ties.mixing.caption"),
    source: sourceOf(figures, t("population.company"), visit, words),
    picture: drawGrid({
      firstColumn: t("ties.mixing.unit"),
      columns: [t("ties.mixing.share"), ...others],
      hiddenWord: t("figure.hidden"),
      rows: mixing.rows.map((row) => ({
        name: row.name,
        cells: [
          { text: sayFigure(words, row.figure), hidden: row.figure?.hidden ?? false },
          { text: format.share(row.expected) },
          { text: index(row.index) },
          { text: index(row.chance) },
        ],
      })),
    }),
    table: {
      columns: [t("ties.mixing.unit"), ...figureColumns(words), ...others],
      rows: mixing.rows.map((row) => [
        row.name,
        ...figureCells(row.figure, words),
        Math.round(row.expected * 100),
        row.index === null ? null : Math.round(row.index * 100) / 100,
        row.chance === null ? null : Math.round(row.chance * 100) / 100,
      ]),
    },
  };
}

/** Announcements by when and where they were made, and whom each reached. */
export function announcedSheet({ announced }: ConnectionReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t } = words;
  if (announced.length === 0) return null;
  const readings = ["frontline", "desk", "answered"] as const;
  const heads = [t("population.frontline"), t("population.desk"), t("ties.announced.answered")];
  const figures = announced.flatMap((one) => readings.map((which) => one[which]));
  const told = (one: (typeof announced)[number], which: (typeof readings)[number]) =>
    one[which] === null ? t("ties.coverage.none") : sayFigure(words, one[which]);
  return {
    title: t("ties.announced"),
    sentence: t("ties.announced.sentence"),
    caption: t("reach.caption"),
    source: sourceOf(figures, t("population.company"), visit, words),
    picture: drawGrid({
      firstColumn: t("ties.announced.name"),
      columns: heads,
      hiddenWord: t("figure.hidden"),
      rows: announced.map((one) => ({
        name: `${one.name}, ${one.where}`,
        cells: readings.map((which) => ({
          text: told(one, which),
          hidden: one[which]?.hidden ?? false,
        })),
      })),
    }),
    table: {
      columns: [t("ties.announced.name"), t("ties.announced.where"), ...heads],
      rows: announced.map((one) => [
        one.name,
        one.where,
        ...readings.map((which) => told(one, which)),
      ]),
    },
  };
}
