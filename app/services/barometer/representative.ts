import type { Value } from "#app/model/measure.ts";
import type { Words } from "../around.ts";
import { differenceOf, isReal, type Lookup, shown } from "../disclosed.ts";
import { DESK, FRONTLINE } from "./dials.ts";

/** The readings of answers that a company's dials are about. */
const weighed = ["connection", "trust", "engagement"] as const;

/** From so many points on, who answered changes what a page says. */
const MATTERS = 0.02;

/** Whether who answered is like who was asked. */
export interface Representative {
  readonly sentence: string;
  /** A figure of the page would be another if frontline and desks answered alike. */
  readonly warns: boolean;
}

/**
 * What a company's figures would be if the frontline and the desks had answered alike: each side's shown
 * figure weighed by how many were invited (post-stratification; Holt and Smith, 1979). Made of what is
 * shown alone, so that it tells nothing else; null where a side is not shown, or both answer alike.
 */
export function representativeOf(at: Lookup, words: Words): Representative | null {
  const asked = [FRONTLINE, DESK].map((side) => shown(at(side, "participation")));
  const [front, desk] = asked.map((one) => one && people(one));
  const apart = differenceOf(at(FRONTLINE, "participation"), at(DESK, "participation"));
  if (!front || !desk || !isReal(apart)) return null;
  const moved = weighed.flatMap((measure) => {
    const [own, other, whole] = [FRONTLINE, DESK, "company"].map((key) => shown(at(key, measure)));
    if (!own || !other || !whole || own.form !== "share") return [];
    const weighted = (own.value * front + other.value * desk) / (front + desk);
    return [{ measure, weighted, by: weighted - whole.value }];
  });
  const [most] = moved.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
  if (most === undefined) return null;
  const warns = Math.abs(most.by) >= MATTERS;
  return {
    warns,
    sentence: words.t(warns ? "barometer.representative.warns" : "barometer.representative.holds", {
      measure: words.t(`measure.${most.measure}`),
      share: words.format.share(most.weighted),
      n: Math.max(1, Math.round(Math.abs(most.by) * 100)),
    }),
  };
}

/** How many were invited; null where they are few and only a band is shown. */
function people({ base }: Value): number | null {
  return "exact" in base ? base.exact : null;
}
