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

/** The key of a segment within a unit. */
export function within(unit: string, segment: string): string {
  return `${unit}/${segment}`;
}

/** One headline figure: its value, what became of it, and who is behind whom. */
export interface Dial {
  readonly measure: HeadlineMeasure;
  /** Whether the figure is the frontline's own, as frontline connection is. */
  readonly frontline: boolean;
  readonly figure: Disclosed | null;
  /** Null where there is nothing to compare with. */
  readonly change: Difference | null;
  /** Frontline and desk for the company; for a part the whole company, and how it differs from the rest of it. */
  readonly gap: Gap | null;
  /** Frontline and desk within a part; null for the company, whose own gap that is. */
  readonly within: Gap | null;
}

interface Gap {
  readonly own: Disclosed;
  readonly other: Disclosed;
  /** How far apart the two are, as a reader is told; null where they cannot be subtracted. */
  readonly apart: number | null;
  readonly difference: Difference | null;
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
    const gapOf = (one: string, another: string, differing: typeof differenceOf): Gap | null => {
      const [own, other] = [now(one, measure), now(another, measure)];
      if (own === null || other === null) return null;
      return { own, other, apart: apartOf(own, other), difference: differing(own, other) };
    };
    return {
      measure,
      frontline,
      figure,
      change: changeOf(figure, before(key, measure)),
      gap: whole
        ? gapOf(FRONTLINE, DESK, differenceOf)
        : gapOf(population, "company", differenceFromOthers),
      within: whole
        ? null
        : gapOf(within(population, FRONTLINE), within(population, DESK), differenceOf),
    };
  });
}
