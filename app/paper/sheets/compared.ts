import type { Axis } from "#app/charts/axis.ts";
import { shares } from "#app/charts/axis.ts";
import { sayFigure, sayInterval } from "#app/charts/figure-words.ts";
import { referenceOf } from "#app/charts/team-rows.tsx";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { TeamRow } from "#app/services/teams/rows.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { toneOf, valueOn } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { baseOf, sourceOf } from "./said.ts";

/** One population among others. */
export type ComparedRow = Pick<TeamRow, "figure" | "difference" | "said"> & {
  readonly name: string;
};

interface Compared {
  readonly title: string;
  readonly sentence: string;
  readonly caption: string;
  readonly of: string;
  readonly whole: Disclosed | null;
  readonly rows: readonly ComparedRow[];
  /** What the first column of the table holds, where that is no population. */
  readonly first?: string;
  readonly axis?: Axis;
  readonly tick?: (value: number) => string;
}

/** Populations under each other on one axis, each with its interval, tinted where it differs from the rest. */
export function comparedSheet(
  { title, sentence, caption, of, whole, rows, first, axis = shares, tick }: Compared,
  visit: ViewerVisit,
): Sheet {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  return {
    title,
    sentence,
    caption,
    source: sourceOf([whole, ...rows.map(({ figure }) => figure)], of, visit, words),
    picture: drawRows({
      axis,
      tick: tick ?? format.percentPoints,
      reference: referenceOf(whole),
      rows: rows.map((row) => drawnRow(row, words)),
    }),
    table: {
      columns: [
        first ?? t("paper.column.population"),
        ...figureColumns(words),
        t("paper.column.said"),
      ],
      rows: rows.map(({ name, figure, said }) => [
        name,
        ...figureCells(figure, words),
        said.join(" "),
      ]),
    },
  };
}

function drawnRow({ name, figure, difference, said }: ComparedRow, words: Words): DrawnRow {
  const label = { label: name, under: baseOf(figure, words), said: said.join(" ") };
  if (figure === null || figure.hidden) {
    return { ...label, draw: null, word: sayFigure(words, figure) };
  }
  const { tone, sign } = toneOf(difference?.verdict);
  return {
    ...label,
    reading: `${sign}${sayFigure(words, figure)}`,
    readingUnder: sayInterval(words, figure.value),
    tone,
    draw: (on, y) => valueOn(on, figure.value, { y, tone }),
  };
}
