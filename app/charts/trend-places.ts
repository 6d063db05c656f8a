import type { Value } from "#app/model/measure.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Axis, upAlong } from "./axis.ts";
import type { TrendLine, TrendMark, TrendMoment } from "./trend.tsx";

/** One figure of a line, in percent of the drawing, from the left and from the top. */
export interface TrendPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Where all of it may be, when it is not known as one number. */
  readonly range: readonly [least: number, most: number] | null;
}

/** A piece of a line that nothing breaks. */
export type TrendRun = readonly TrendPoint[];

/** Where a day is between the first moment and the last; one inside the last week is at its end. */
export function placeOf(at: Date, moments: readonly TrendMoment[]): number {
  const [first = 0, last = 0] = [moments[0]?.at.getTime(), moments.at(-1)?.at.getTime()];
  if (last === first) return 50;
  return Math.min(100, Math.max(0, ((at.getTime() - first) / (last - first)) * 100));
}

/** Lines in the pieces that hidden moments, and series that begin anew, leave of them. */
export function runsOfLines(
  lines: readonly TrendLine[],
  moments: readonly TrendMoment[],
  axis: Axis,
  marks: readonly TrendMark[],
): readonly (readonly TrendRun[])[] {
  const across = moments.map(({ at }) => placeOf(at, moments));
  const begins = moments.map(({ at }) =>
    marks.some((mark) => mark.breaks && mark.at.getTime() === at.getTime()),
  );
  return lines.map(({ figures }) => {
    const runs: TrendPoint[][] = [[]];
    for (const [index, figure] of figures.entries()) {
      const value = shownIn(figure);
      if (value === null || begins[index]) runs.push([]);
      if (value !== null) runs.at(-1)?.push(pointOf(value, across[index] ?? 0, axis));
    }
    return runs.filter((run) => run.length > 0);
  });
}

function pointOf(value: Value, x: number, axis: Axis): TrendPoint {
  const [least, most] = value.within ?? [value.value, value.value];
  const range = rangeOf(value);
  return {
    x,
    y: upAlong(axis, value.value),
    low: upAlong(axis, value.low ?? least),
    high: upAlong(axis, value.high ?? most),
    range: range && [upAlong(axis, range[0]), upAlong(axis, range[1])],
  };
}

/** The newest value of a line that is shown. */
export function lastShown({ figures }: TrendLine): Value | null {
  return shownIn(figures.findLast((one) => shownIn(one) !== null) ?? null);
}

function shownIn(figure: Disclosed | null): Value | null {
  return figure === null || figure.hidden ? null : figure.value;
}
