import type { Value } from "./measure.ts";

/**
 * How a value is written:
 * - `exact`: as it is, or so little rounded that the whole percent is its own;
 * - `rounded`: to ten points at most, `tenths` where few people are behind it;
 * - `atLeast`, `atMost`: an end of the scale, at which nobody is told apart; `between`: a band.
 */
export type ShownAs = "exact" | "rounded" | "tenths" | "between" | "atLeast" | "atMost";

/** Ends of ranges are written with six decimals. */
const NEARLY = 1e-4;

/** Follows from what is shown alone: its range, its form, and whether its base is a band. */
export function shownAs({ form, within, base }: Value): ShownAs {
  if (within === null) return form === "share" && "band" in base ? "tenths" : "exact";
  const [least, most] = within;
  const wide = most - least;
  // A mean has a scale of its own, whose ends the reader knows.
  if (form !== "share") return wide <= 0.1 + NEARLY ? "rounded" : "between";
  if (least <= 0 && most < 1) return "atMost";
  if (most >= 1 && least > 0) return "atLeast";
  if (wide <= 0.01 + NEARLY) return "exact";
  if (wide > 0.1 + NEARLY) return "between";
  return "band" in base ? "tenths" : "rounded";
}

/** What may be known of a value where no single number may stand for it; null where one may. */
export function rangeOf(value: Value): readonly [least: number, most: number] | null {
  return shownAs(value) === "exact" ? null : value.within;
}
