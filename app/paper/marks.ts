import { type Axis, along } from "#app/charts/axis.ts";
import type { Value } from "#app/model/measure.ts";
import { rangeOf, shownAs } from "#app/model/shown-as.ts";
import type { Ink, Place, Shape } from "./picture.ts";

/** ● frontline, □ desk, ○ a comparison: as on the pages; a line is the whole that two of them are in. */
export type MarkShape = "disc" | "square" | "hollow" | "line";

/** A colour is a verdict; without one there is none. */
export type Tone = "fav" | "unf" | undefined;

/** The tone of a verdict, and the sign beside it: never the colour alone. */
export function toneOf(verdict: string | undefined): {
  readonly tone: Tone;
  readonly sign: string;
} {
  if (verdict === "above") return { tone: "fav", sign: "▲ " };
  return verdict === "below" ? { tone: "unf", sign: "▼ " } : { tone: undefined, sign: "" };
}

export function markAt(at: Place, shape: MarkShape, tone: Tone, r = 6): Shape {
  const [x, y] = at;
  if (shape === "line") {
    return { kind: "line", from: [x, y - 11], to: [x, y + 11], stroke: { ink: "ink", wide: 1.5 } };
  }
  if (shape === "square") {
    const box = { x: x - r + 1, y: y - r + 1, width: 2 * r - 2, height: 2 * r - 2 };
    return { kind: "box", ...box, fill: "ground", stroke: { ink: "ink-2", wide: 2 } };
  }
  if (shape === "hollow") {
    return { kind: "disc", at, r: r - 1, fill: "ground", stroke: { ink: "ink", wide: 2 } };
  }
  return { kind: "disc", at, r, fill: tone ?? "ink", stroke: { ink: "ground", wide: 1.5 } };
}

/** Where an axis lies across a drawing. */
export interface Across {
  readonly axis: Axis;
  readonly left: number;
  readonly width: number;
}

export function placeOn({ axis, left, width }: Across, value: number): number {
  return left + (along(axis, value) / 100) * width;
}

/** What is uncertain about a value, or all that may be known of it: a bar from one end to the other. */
export function barOn(
  on: Across,
  [from, to]: readonly [number, number],
  { y, height, fill, stroke }: BarLook,
): Shape {
  const x = placeOn(on, from);
  const box = { x, y, width: Math.max(0, placeOn(on, to) - x), height };
  return {
    kind: "box",
    ...box,
    fill,
    round: 2,
    ...(stroke === undefined ? {} : { stroke: { ink: stroke, wide: 1.5 } }),
  };
}

interface BarLook {
  readonly y: number;
  readonly height: number;
  readonly fill: Ink;
  readonly stroke?: Ink;
}

/** A value on a line: its interval, then the value, or an empty frame as wide as what may be known. */
export function valueOn(
  on: Across,
  value: Value,
  { y, shape = "disc", tone, frame = 0 }: ValueLook,
): readonly Shape[] {
  const { low, high } = value;
  const range = rangeOf(value);
  const interval =
    low === null || high === null
      ? []
      : [barOn(on, [low, high], { y: y - 5, height: 10, fill: intervalInk(tone) })];
  // Of few people a point would say more than is known.
  if (range === null && shownAs(value) === "tenths" && interval.length > 0) return interval;
  if (range === null) return [...interval, markAt([placeOn(on, value.value), y], shape, tone)];
  const look = {
    height: 10,
    fill: "ground",
    stroke: shape === "disc" || shape === "line" ? "ink" : "ink-2",
  } as const;
  return [...interval, barOn(on, range, { y: y - 5 + frame, ...look })];
}

interface ValueLook {
  readonly y: number;
  readonly shape?: MarkShape;
  readonly tone?: Tone;
  /** Two frames on one line make room for each other. */
  readonly frame?: number;
}

export function intervalInk(tone: Tone): Ink {
  return tone === "fav" ? "fav-2" : tone === "unf" ? "unf-2" : "band";
}
