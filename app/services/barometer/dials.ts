import type { HeadlineMeasure } from "#app/model/measure.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  differenceOf,
  isExact,
  type Lookup,
} from "../disclosed.ts";
import type { ChangeOf } from "./movers.ts";

export const FRONTLINE = "segment:work:frontline";
export const DESK = "segment:work:desk";

/** One headline figure: its value, what became of it, and who is behind whom. */
export interface Dial {
  readonly measure: HeadlineMeasure;
  /** Whether the figure is the frontline's own, as frontline connection is. */
  readonly frontline: boolean;
  readonly figure: Disclosed | null;
  /** Null where there is nothing to compare with. */
  readonly change: Difference | null;
  /** Frontline and desk for the company; for a part the whole company, and how it differs from the rest of it. */
  readonly gap: {
    readonly own: Disclosed;
    readonly other: Disclosed;
    /** How far apart the two are, as a reader is told; null where they cannot be subtracted. */
    readonly apart: number | null;
    readonly difference: Difference | null;
  } | null;
}

/** Where the figures of a dial come from: now, and at the wave it is compared with. */
export interface Moments {
  readonly now: Lookup;
  readonly before: Lookup;
}

export const dialMeasures = ["connection", "trust", "adoption", "participation"] as const;

/** Middles of ranges are not subtracted: how far apart two ranges are is not known. */
function apartOf(own: Disclosed, other: Disclosed): number | null {
  return isExact(own) && isExact(other) ? (differenceOf(own, other)?.displayed ?? null) : null;
}

/** The figures a page opens with. */
export function dialsOf(
  population: string,
  momentsOf: (measure: HeadlineMeasure) => Moments,
  changeOf: ChangeOf = differenceOf,
): readonly Dial[] {
  return dialMeasures.map((measure) => {
    const { now, before } = momentsOf(measure);
    const whole = population === "company";
    const frontline = whole && measure === "connection" && now(FRONTLINE, measure) !== null;
    const key = frontline ? FRONTLINE : population;
    const figure = now(key, measure);
    const own = now(whole ? FRONTLINE : population, measure);
    const other = now(whole ? DESK : "company", measure);
    return {
      measure,
      frontline,
      figure,
      change: changeOf(figure, before(key, measure)),
      gap:
        own === null || other === null
          ? null
          : {
              own,
              other,
              apart: apartOf(own, other),
              difference: whole ? differenceOf(own, other) : differenceFromOthers(own, other),
            },
    };
  });
}
