import type { Axis } from "#app/charts/axis.ts";
import { linesOf } from "./letters.server.ts";
import { type Across, placeOn, type Tone } from "./marks.ts";
import { type Picture, type Shape, WIDE } from "./picture.ts";

/** One row: what it is of, what is drawn of it, what is read of it. */
export interface DrawnRow {
  readonly label: string;
  readonly under?: string;
  readonly reading?: string;
  readonly readingUnder?: string;
  readonly tone?: Tone;
  /** What its test lets be said, under the row. */
  readonly said?: string;
  /** Drawn on the axis, around a line; null where there is nothing to draw: `word` then says why. */
  readonly draw: ((on: Across, y: number) => readonly Shape[]) | null;
  readonly word?: string;
}

interface DrawnRows {
  readonly axis: Axis;
  readonly tick: (value: number) => string;
  /** Where what they are compared with stands. */
  readonly reference?: number | null;
  readonly rows: readonly DrawnRow[];
}

const SIZE = 14;
const SMALL = 12.5;
const LABEL = 196;
const READING = 118;
const left = LABEL + 18;
const width = WIDE - left - READING - 18;

/** Rows on one axis: a label, a drawing, a reading. */
export function drawRows({ axis, tick, reference = null, rows }: DrawnRows): Picture {
  const on: Across = { axis, left, width };
  const shapes: Shape[] = axis.ticks.map((value) => ({
    kind: "text",
    at: [placeOn(on, value), 13],
    text: tick(value),
    size: SMALL,
    ink: "ink-2",
    anchor: "middle",
  }));
  let top = 20;
  for (const row of rows) {
    const drawn = drawRow(row, on, reference, top);
    shapes.push(...drawn.shapes);
    top = drawn.bottom;
  }
  return { width: WIDE, height: top, shapes };
}

function drawRow(row: DrawnRow, on: Across, reference: number | null, top: number) {
  const text = (of: string | undefined, wide: number, size: number, bold = false) =>
    of === undefined || of === "" ? [] : linesOf(of, wide, { size, bold });
  const label = text(row.label, LABEL, SIZE);
  const under = text(row.under, LABEL, SMALL);
  const reading = text(row.reading, READING, SIZE, true);
  const readingUnder = text(row.readingUnder, READING, SMALL);
  const said = text(row.said, WIDE, SMALL);
  const tall = (large: readonly string[], small: readonly string[]) =>
    large.length * 19 + small.length * 17;
  const room = Math.max(44, 12 + Math.max(tall(label, under), tall(reading, readingUnder)));
  const middle = top + room / 2;
  const shapes: Shape[] = [
    { kind: "line", from: [0, top], to: [WIDE, top], stroke: { ink: "line", wide: 1 } },
  ];
  const column = (large: readonly string[], small: readonly string[], end: boolean) => {
    let y = middle - tall(large, small) / 2;
    const at = end ? WIDE : 0;
    const anchor = end ? "end" : "start";
    for (const line of large) {
      const look = { size: SIZE, ink: (end && row.tone) || "ink", bold: end, anchor } as const;
      shapes.push({ kind: "text", at: [at, y + 14], text: line, ...look });
      y += 19;
    }
    for (const line of small) {
      const look = { size: SMALL, ink: "ink-2", anchor } as const;
      shapes.push({ kind: "text", at: [at, y + 12], text: line, ...look });
      y += 17;
    }
  };
  column(label, under, false);
  if (row.draw === null) {
    shapes.push({ kind: "hatch", x: left, y: top + 6, width, height: room - 12 });
    shapes.push(...wordOn(row.word ?? "", left + width / 2, middle));
  } else {
    shapes.push(...gridOf(on, reference, top, room), ...row.draw(on, middle));
  }
  column(reading, readingUnder, true);
  said.forEach((line, index) => {
    const at = [0, top + room + 12 + index * 17] as const;
    shapes.push({ kind: "text", at, text: line, size: SMALL, ink: "ink-2" });
  });
  return { shapes, bottom: top + room + (said.length === 0 ? 0 : said.length * 17 + 6) };
}

function gridOf(on: Across, reference: number | null, top: number, room: number): Shape[] {
  const upright = (value: number, stroke: { ink: "line" | "ink" | "ink-2"; wide: number }) => {
    const x = placeOn(on, value);
    return { from: [x, top], to: [x, top + room], stroke } as const;
  };
  const lines = on.axis.ticks.map((value): Shape => {
    const zero = value === 0 && on.axis.from < 0;
    return { kind: "line", ...upright(value, { ink: zero ? "ink" : "line", wide: 1 }) };
  });
  if (reference === null) return lines;
  const { from, to } = upright(reference, { ink: "ink-2", wide: 1 });
  const stroke = { ink: "ink-2", wide: 1, dashes: [7, 4] } as const;
  return [...lines, { kind: "line", from, to, stroke }];
}

/** A word over a hatch, readable. */
export function wordOn(word: string, x: number, y: number, size = SIZE): readonly Shape[] {
  if (word === "") return [];
  const half = (word.length * size * 0.5) / 2 + 8;
  return [
    { kind: "box", x: x - half, y: y - 11, width: 2 * half, height: 22, fill: "ground" },
    { kind: "text", at: [x, y + 5], text: word, size, ink: "ink-2", anchor: "middle" },
  ];
}
