import { type Axis, upAlong } from "#app/charts/axis.ts";
import type { TrendLine, TrendMark, TrendMoment } from "#app/charts/trend.tsx";
import { sayBare } from "#app/i18n/say-value.ts";
import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Words } from "#app/services/around.ts";
import { widthOf } from "./letters.server.ts";
import { markAt } from "./marks.ts";
import { type Ink, type Picture, type Place, type Shape, WIDE } from "./picture.ts";
import { wordOn } from "./rows.server.ts";

interface DrawnTrend {
  readonly moments: readonly TrendMoment[];
  readonly lines: readonly TrendLine[];
  readonly marks?: readonly TrendMark[];
  readonly axis: Axis;
  readonly dense?: boolean;
}

const SMALL = 13;
const TOP = 46;
const TALL = 300;
const LEFT = 44;
const across = WIDE - LEFT - 76;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly range: readonly [number, number] | null;
}

/** Lines over time with their intervals, broken over what is hidden, as the page draws them. */
export function drawTrend(
  { moments, lines, marks = [], axis, dense = false }: DrawnTrend,
  words: Words,
): Picture {
  const up = (value: number) => TOP + (upAlong(axis, value) / 100) * TALL;
  const xs = moments.map(({ at }) => placeOf(at, moments));
  const begins = moments.map(({ at }) =>
    marks.some((mark) => mark.breaks && mark.at.getTime() === at.getTime()),
  );
  const runs = lines.map((line) => runsOf(line, xs, up, begins));
  const [hiddenAlong] = lines;
  const shapes: Shape[] = [
    ...axis.ticks.flatMap((tick) => tickOf(tick, up(tick), tick === axis.ticks.at(-1), words)),
    ...datesOf(moments, xs, dense, words),
    ...(dense ? [] : (hiddenAlong?.figures ?? [])).flatMap((figure, index): readonly Shape[] => {
      const x = xs[index] ?? 0;
      if (!figure?.hidden) return [];
      const box = { x: x - 18, y: TOP, width: 36, height: TALL };
      return [{ kind: "hatch", ...box }, ...wordOn(words.t("figure.hidden"), x, TOP - 12, SMALL)];
    }),
    ...markedDays(marks, moments),
    ...lines.flatMap((line, index) => (runs[index] ?? []).flatMap((run) => runOf(line, run))),
    ...lines.flatMap((line, index) =>
      dense ? [] : (runs[index] ?? []).flat().map((point) => pointOf(line, point)),
    ),
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
  xs: readonly number[],
  dense: boolean,
  { format }: Words,
): readonly Shape[] {
  const shapes: Shape[] = [];
  let written = Number.NEGATIVE_INFINITY;
  let year = "";
  for (const [index, { at }] of moments.entries()) {
    const x = xs[index] ?? 0;
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
    const x = placeOf(at, moments);
    const anchor = x > LEFT + across * 0.9 ? "end" : x < LEFT + across * 0.1 ? "start" : "middle";
    const top = TOP - 8 - (index % 2) * 16;
    const stroke = { ink: "ink", wide: 1, dashes: [1, 3] } as const;
    return [
      { kind: "line", from: [x, top + 4], to: [x, TOP + TALL], stroke },
      { kind: "text", at: [x, top], text: name, size: SMALL, ink: "ink-2", anchor },
    ];
  });
}

function runOf(line: TrendLine, run: readonly Point[]): readonly Shape[] {
  const main = line.shape === "disc";
  const stroke = main
    ? ({ ink: "ink", wide: 2.5 } as const)
    : ({ ink: "ink-2", wide: 1.5 } as const);
  const [only] = run;
  if (run.length === 1 && only) {
    const wide = { ink: "band", wide: 8 } as const;
    return [{ kind: "line", from: [only.x, only.low], to: [only.x, only.high], stroke: wide }];
  }
  const band: readonly Place[] = [
    ...run.map(({ x, high }): Place => [x, high]),
    ...run.toReversed().map(({ x, low }): Place => [x, low]),
  ];
  return [
    { kind: "area", places: band, fill: "band" },
    { kind: "path", places: run.map(({ x, y }): Place => [x, y]), stroke },
  ];
}

function pointOf({ shape }: TrendLine, { x, y, range }: Point): Shape {
  if (range === null) return markAt([x, y], shape, undefined, 5);
  const ink: Ink = shape === "disc" ? "ink" : "ink-2";
  return { kind: "line", from: [x, range[0]], to: [x, range[1]], stroke: { ink, wide: 4 } };
}

/** The last value beside the end of its line; below, which line is whose. */
function namesOf(
  lines: readonly TrendLine[],
  runs: readonly (readonly (readonly Point[])[])[],
  words: Words,
): readonly Shape[] {
  const ends = lines.flatMap((line, index) => {
    const last = runs[index]?.flat().at(-1);
    const value = valueIn(line.figures.findLast((one) => valueIn(one) !== null) ?? null);
    return last === undefined || value === null ? [] : [{ last, value }];
  });
  const placed: number[] = [];
  const values = ends
    .toSorted((a, b) => a.last.y - b.last.y)
    .map(({ last, value }): Shape => {
      const y = Math.max(last.y + 4, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + 16);
      placed.push(y);
      const text = words.t("figure.percent", { value: sayBare(words, value) });
      return { kind: "text", at: [last.x + 12, y], text, size: 14, ink: "ink", bold: true };
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

function placeOf(at: Date, moments: readonly TrendMoment[]): number {
  const [first = 0, last = 0] = [moments[0]?.at.getTime(), moments.at(-1)?.at.getTime()];
  if (last === first) return LEFT + across / 2;
  const part = Math.min(1, Math.max(0, (at.getTime() - first) / (last - first)));
  return LEFT + part * across;
}

function runsOf(
  { figures }: TrendLine,
  xs: readonly number[],
  up: (value: number) => number,
  begins: readonly boolean[],
): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]];
  for (const [index, figure] of figures.entries()) {
    const value = valueIn(figure);
    if (value === null || begins[index]) runs.push([]);
    if (value === null) continue;
    const [least, most] = value.within ?? [value.value, value.value];
    const range = rangeOf(value);
    runs.at(-1)?.push({
      x: xs[index] ?? 0,
      y: up(value.value),
      low: up(value.low ?? least),
      high: up(value.high ?? most),
      range: range && [up(range[0]), up(range[1])],
    });
  }
  return runs.filter((run) => run.length > 0);
}

function valueIn(figure: TrendLine["figures"][number]): Value | null {
  return figure === null || figure.hidden ? null : figure.value;
}
