import { type Axis, upAlong } from "#app/charts/axis.ts";
import { placeReferences, TALL } from "#app/charts/reference-places.ts";
import type { TrendLine, TrendMark, TrendMoment } from "#app/charts/trend.tsx";
import {
  lastShown,
  placeOf,
  runsOfLines,
  type TrendPoint,
  type TrendRun,
} from "#app/charts/trend-places.ts";
import { sayBare } from "#app/i18n/say-value.ts";
import type { DrawnReference } from "#app/model/drawn-reference.ts";
import type { Words } from "#app/services/around.ts";
import { widthOf } from "./letters.server.ts";
import { markAt } from "./marks.ts";
import { type Ink, type Picture, type Place, type Shape, WIDE } from "./picture.ts";
import { wordOn } from "./rows.server.ts";

interface DrawnTrend {
  readonly moments: readonly TrendMoment[];
  readonly lines: readonly TrendLine[];
  readonly marks?: readonly TrendMark[];
  readonly references?: readonly DrawnReference[];
  readonly axis: Axis;
  readonly dense?: boolean;
}

const SMALL = 13;
const TOP = 46;
const LEFT = 44;
const across = WIDE - LEFT - 76;

/** From percents of the drawing to places in the picture. */
const right = (x: number) => LEFT + (x / 100) * across;
const down = (y: number) => TOP + (y / 100) * TALL;

/** Lines over time with their intervals, broken over what is hidden, as the page draws them. */
export function drawTrend(
  { moments, lines, marks = [], references = [], axis, dense = false }: DrawnTrend,
  words: Words,
): Picture {
  const runs = runsOfLines(lines, moments, axis, marks);
  const [hiddenAlong] = lines;
  const around = { moments, axis, runs: runs.flat(), taken: [] };
  const shapes: Shape[] = [
    ...axis.ticks.flatMap((tick) =>
      tickOf(tick, down(upAlong(axis, tick)), tick === axis.ticks.at(-1), words),
    ),
    ...datesOf(moments, dense, words),
    ...(dense ? [] : (hiddenAlong?.figures ?? [])).flatMap((figure, index): readonly Shape[] => {
      const at = moments[index]?.at;
      if (!figure?.hidden || at === undefined) return [];
      const x = right(placeOf(at, moments));
      const box = { x: x - 18, y: TOP, width: 36, height: TALL };
      return [{ kind: "hatch", ...box }, ...wordOn(words.t("figure.hidden"), x, TOP - 12, SMALL)];
    }),
    ...markedDays(marks, moments),
    ...lines.flatMap((line, index) => (runs[index] ?? []).flatMap((run) => runOf(line, run))),
    ...lines.flatMap((line, index) =>
      dense ? [] : (runs[index] ?? []).flat().map((point) => pointOf(line, point)),
    ),
    ...placeReferences(references, around).flatMap(referenceOf),
    ...namesOf(lines, runs, words),
  ];
  return { width: WIDE, height: TOP + TALL + 46, shapes };
}

function tickOf(tick: number, y: number, isTop: boolean, { format }: Words): readonly Shape[] {
  const text = isTop ? format.share(tick) : format.percentPoints(tick);
  return [
    { kind: "line", from: [LEFT, y], to: [LEFT + across, y], stroke: { ink: "line", wide: 1 } },
    { kind: "text", at: [LEFT - 8, y + 4], text, size: SMALL, ink: "ink-2", anchor: "end" },
  ];
}

function datesOf(
  moments: readonly TrendMoment[],
  dense: boolean,
  { format }: Words,
): readonly Shape[] {
  const shapes: Shape[] = [];
  let written = Number.NEGATIVE_INFINITY;
  let year = "";
  for (const { at } of moments) {
    const x = right(placeOf(at, moments));
    if (x - written < (dense ? 84 : 52)) continue;
    written = x;
    const look = { kind: "text", size: SMALL, ink: "ink-2", anchor: "middle" } as const;
    const day = at.toISOString().slice(0, 10);
    const text = dense ? format.shortDay(day) : format.month(at);
    shapes.push({ ...look, at: [x, TOP + TALL + 20], text });
    if (format.year(at) !== year) {
      year = format.year(at);
      shapes.push({ ...look, at: [x, TOP + TALL + 38], text: year });
    }
  }
  return shapes;
}

/** Days one after the other on the same height would lie over each other: each takes its own. */
function markedDays(marks: readonly TrendMark[], moments: readonly TrendMoment[]): Shape[] {
  return marks.flatMap(({ at, name }, index): Shape[] => {
    const place = placeOf(at, moments);
    const anchor = place > 90 ? "end" : place < 10 ? "start" : "middle";
    const [x, top] = [right(place), TOP - 8 - (index % 2) * 16];
    const stroke = { ink: "ink", wide: 1, dashes: [1, 3] } as const;
    return [
      { kind: "line", from: [x, top + 4], to: [x, TOP + TALL], stroke },
      // What happened on one day is drawn over itself, and the day is written once.
      ...(marks[index - 1]?.name === name
        ? []
        : [{ kind: "text", at: [x, top], text: name, size: SMALL, ink: "ink-2", anchor } as const]),
    ];
  });
}

/** What others published: a broken rule with its label. */
function referenceOf({
  reference,
  from,
  to,
  y,
  label,
}: ReturnType<typeof placeReferences>[number]): readonly Shape[] {
  const stroke = { ink: "ink-2", wide: 1, dashes: [7, 4] } as const;
  const [x, base] = [right(label.x), down(y) + label.under];
  return [
    { kind: "line", from: [right(from), down(y)], to: [right(to), down(y)], stroke },
    {
      kind: "text",
      at: [x, base],
      text: reference.label,
      size: SMALL,
      ink: "ink-2",
      anchor: label.anchor,
    },
  ];
}

function runOf(line: TrendLine, run: TrendRun): readonly Shape[] {
  const main = line.shape === "disc";
  const stroke = main
    ? ({ ink: "ink", wide: 2.5 } as const)
    : ({ ink: "ink-2", wide: 1.5 } as const);
  const [only] = run;
  if (run.length === 1 && only) {
    const [x, wide] = [right(only.x), { ink: "band", wide: 8 } as const];
    return [{ kind: "line", from: [x, down(only.low)], to: [x, down(only.high)], stroke: wide }];
  }
  const band: readonly Place[] = [
    ...run.map(({ x, high }): Place => [right(x), down(high)]),
    ...run.toReversed().map(({ x, low }): Place => [right(x), down(low)]),
  ];
  return [
    { kind: "area", places: band, fill: "band" },
    { kind: "path", places: run.map(({ x, y }): Place => [right(x), down(y)]), stroke },
  ];
}

function pointOf({ shape }: TrendLine, { x, y, range }: TrendPoint): Shape {
  if (range === null) return markAt([right(x), down(y)], shape, undefined, 5);
  const ink: Ink = shape === "disc" ? "ink" : "ink-2";
  const [least, most] = range;
  const stroke = { ink, wide: 4 } as const;
  return { kind: "line", from: [right(x), down(least)], to: [right(x), down(most)], stroke };
}

/** The last value beside the end of its line; above, which line is whose. */
function namesOf(
  lines: readonly TrendLine[],
  runs: readonly (readonly TrendRun[])[],
  words: Words,
): readonly Shape[] {
  const ends = lines.flatMap((line, index) => {
    const last = runs[index]?.flat().at(-1);
    const value = lastShown(line);
    return last === undefined || value === null ? [] : [{ last, value }];
  });
  const placed: number[] = [];
  const values = ends
    .toSorted((a, b) => a.last.y - b.last.y)
    .map(({ last, value }): Shape => {
      const y = Math.max(down(last.y) + 4, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + 16);
      placed.push(y);
      const text = words.t("figure.percent", { value: sayBare(words, value) });
      return { kind: "text", at: [right(last.x) + 12, y], text, size: 14, ink: "ink", bold: true };
    });
  let x = LEFT;
  const names = lines.flatMap(({ name, shape }): readonly Shape[] => {
    const from = x;
    x += 18 + widthOf(name, { size: 14, bold: true }) + 24;
    return [
      markAt([from + 6, 8], shape, undefined, 5),
      { kind: "text", at: [from + 18, 13], text: name, size: 14, ink: "ink", bold: true },
    ];
  });
  return [...values, ...names];
}
