import type { DrawnReference } from "#app/model/drawn-reference.ts";
import { type Axis, upAlong } from "./axis.ts";
import type { TrendMoment } from "./trend.tsx";
import { placeOf, type TrendRun } from "./trend-places.ts";

/** How tall a trend is drawn, on a page and in a file: percents of it are three pixels each. */
export const TALL = 300;

/** From where to where, from the top, something is written that nothing may be written over. */
export type Taken = readonly [top: number, bottom: number];

export interface PlacedReference {
  readonly reference: DrawnReference;
  /** Its rule, in percent of the drawing. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Its label: in percent across, and so many pixels under the rule. */
  readonly label: {
    readonly x: number;
    readonly under: number;
    readonly anchor: "start" | "end";
  };
}

/** Half of a rule that stands at its date. */
const HALF = 5;
/** A line of letters over its base line, and under it. */
const RISES = 12;
const FALLS = 4;
/** Over the rule, under it; further away only where both are taken. */
const offsets = [-5, 15, -21, 31, -37, 47];

interface Around {
  readonly moments: readonly TrendMoment[];
  readonly axis: Axis;
  readonly runs: readonly TrendRun[];
  readonly taken: readonly Taken[];
}

/**
 * Where published figures stand on the axis of a trend: at their date, or from side to side where they
 * are older or younger than the lines. How wide a screen is nobody knows, so a label keeps clear of every
 * other line of letters on its height, and of points where it can.
 */
export function placeReferences(
  references: readonly DrawnReference[],
  { moments, axis, runs, taken }: Around,
): readonly PlacedReference[] {
  const full = [...taken];
  const points = runs.flat();
  return references.map((reference) => {
    const y = upAlong(axis, reference.value);
    const [from, to] = ruleOf(reference.at, moments);
    const isAcross = to - from === 100;
    const anchors = isAcross
      ? (["start", "end"] as const)
      : ([from < 50 ? "start" : "end"] as const);
    const choices = offsets.flatMap((under, far) =>
      anchors.map((anchor) => {
        const base = (y / 100) * TALL + under;
        const box: Taken = [base - RISES, base + FALLS];
        const isOut = box[0] < 0 || box[1] > TALL;
        const over = full.filter((one) => meets(one, box)).length;
        const near = points.filter(
          (point) => (anchor === "start" ? point.x < 35 : point.x > 65) && liesIn(point.y, box),
        ).length;
        return { under, anchor, box, cost: (isOut ? 1000 : 0) + over * 100 + far * 2 + near };
      }),
    );
    const best = choices.reduce((least, one) => (one.cost < least.cost ? one : least));
    full.push(best.box);
    const x = best.anchor === "start" ? from : to;
    return { reference, from, to, y, label: { x, under: best.under, anchor: best.anchor } };
  });
}

function ruleOf(at: Date | null, moments: readonly TrendMoment[]): readonly [number, number] {
  const [first, last] = [moments[0]?.at, moments.at(-1)?.at];
  const isOn = at !== null && first && last && at > first && at < last;
  if (!isOn) return [0, 100];
  const x = placeOf(at, moments);
  return [Math.max(0, x - HALF), Math.min(100, x + HALF)];
}

function meets([top, bottom]: Taken, [from, to]: Taken): boolean {
  return top < to && from < bottom;
}

function liesIn(y: number, [top, bottom]: Taken): boolean {
  const at = (y / 100) * TALL;
  return at > top - 5 && at < bottom + 5;
}
