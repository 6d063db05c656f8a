import type { Axis } from "#app/charts/axis.ts";
import { bothSides, sideEnds } from "#app/charts/distribution.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { sayValue } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { type Across, barOn, placeOn } from "../marks.ts";
import type { Shape } from "../picture.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { about } from "./indicator.ts";
import { baseOf, sourceOf } from "./said.ts";

const HEIGHT = 16;

/** The questions it is made of: favourable answers to the right of zero, unfavourable ones to its left. */
export function questionsSheet(reading: IndicatorReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { rows, sentence } = reading.questions;
  if (rows.every(({ favourable }) => favourable === null)) return null;
  const axis = bothSides(rows);
  const isWhole = rows.some(({ neutral }) => neutral !== null);
  const figures = rows.map(({ favourable }) => favourable);
  return {
    title: t("indicator.paper.questions", about(reading)),
    sentence,
    caption: [
      t(isWhole ? "indicator.questions.caption" : "indicator.questions.caption.alone"),
      t("indicator.questions.definition.text"),
    ].join(" "),
    source: sourceOf(figures, reading.populationName, visit, words),
    picture: drawRows({
      axis,
      tick: (value) => format.size(value),
      rows: rows.map((row) => drawnRow(row, axis, words)),
    }),
    table: {
      columns: [
        t("indicator.questions.question"),
        t("indicator.questions.side"),
        ...figureColumns(words),
      ],
      rows: rows.flatMap(({ wording, favourable, unfavourable }) => [
        [wording, t("indicator.questions.favourable"), ...figureCells(favourable, words)],
        [wording, t("indicator.questions.unfavourable"), ...figureCells(unfavourable, words)],
      ]),
    },
  };
}

function drawnRow(
  {
    wording,
    favourable,
    unfavourable,
    neutral,
    said,
  }: IndicatorReading["questions"]["rows"][number],
  axis: Axis,
  words: Words,
): DrawnRow {
  const row = { label: wording, under: baseOf(favourable, words), said: said ?? "" };
  if (favourable === null || favourable.hidden) {
    return { ...row, draw: null, word: sayFigure(words, favourable) };
  }
  return {
    ...row,
    reading: sayFigure(words, favourable),
    readingUnder:
      neutral === null
        ? ""
        : words.t("indicator.questions.rest", { share: sayValue(words, neutral) }),
    draw: (on, y) => [
      ...sideOf(favourable.value, 1, { on, y, axis }, words),
      ...(unfavourable === null || unfavourable.hidden
        ? []
        : sideOf(unfavourable.value, -1, { on, y, axis }, words)),
    ],
  };
}

interface Placed {
  readonly on: Across;
  readonly y: number;
  readonly axis: Axis;
}

function sideOf(
  value: Value,
  sign: 1 | -1,
  { on, y, axis }: Placed,
  { format }: Words,
): readonly Shape[] {
  const { least, most, isWide } = sideEnds(value);
  const ink = sign === 1 ? "fav" : "unf";
  const between = (a: number, b: number): readonly [number, number] =>
    sign === 1 ? [a, b] : [-b, -a];
  const look = { y: y - HEIGHT / 2, height: HEIGHT, stroke: ink } as const;
  const full = barOn(on, between(0, least), { ...look, fill: `${ink}-2` });
  if (isWide) return [full, barOn(on, between(least, most), { ...look, fill: "ground" })];
  // Beside a bar that is too short to hold its number.
  const isNarrow = most < 0.14 * axis.to;
  const x = placeOn(on, sign * (isNarrow ? most : most / 2)) + (isNarrow ? sign * 5 : 0);
  const anchor = isNarrow ? (sign === 1 ? "start" : "end") : "middle";
  const text = format.percentPoints(value.value);
  return [full, { kind: "text", at: [x, y + 5], text, size: 13, ink: "ink", bold: true, anchor }];
}
