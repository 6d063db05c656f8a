import { sayCompared } from "#app/i18n/compared/read.ts";
import { CHANCE, SMALLEST_DIFFERENCE } from "#app/statistics/change.ts";
import type { Words } from "./around.ts";
import type { Difference } from "./disclosed.ts";

/**
 * What may be said of a difference, and when it is true:
 * - `above`, `below`: p of 0.05 or less (in a family, after its correction), the interval clear of
 *   zero, and 5 points or more;
 * - `chance`: chance alone gives such a difference, p being above 0.05 or zero within the interval;
 * - `many`: alone it would have been above or below; among the others of its family it is not;
 * - `small`: chance hardly gives it, and it is under 5 points before rounding;
 * - `untested`: under 30 answers on a side, or a band instead of a number;
 * - `rounded`: enough answers, but a figure that is rounded further than to the percent;
 * - `exact`: everybody answered on both sides, so that there is nothing to test.
 */
export const sayings = [
  "above",
  "below",
  "chance",
  "many",
  "small",
  "untested",
  "rounded",
  "exact",
] as const;
export type Saying = (typeof sayings)[number];

export function sayingOf({ verdict, low, high, p, among, rounded }: Difference): Saying {
  if (verdict === "exact-difference") return "exact";
  if (verdict === "untested" && rounded) return "rounded";
  if (verdict !== "indistinguishable") return verdict;
  if (among !== null) return "many";
  const clear = low === null || high === null || low > 0 || high < 0;
  return p !== null && p <= CHANCE && clear ? "small" : "chance";
}

/** How a figure moved since a wave. */
export function sayChange(difference: Difference, wave: string, words: Words): string {
  return sayCompared(words.language, `change.${sayingOf(difference)}`, {
    ...slotsOf(difference, words),
    wave,
  });
}

/** How a part differs from the rest of its whole. These are judged one by one. */
export function sayFromRest(difference: Difference, words: Words): string {
  return sayCompared(words.language, `rest.${sayingOf(difference)}`, slotsOf(difference, words));
}

/** How the frontline differs from the desks. */
export function sayGapOf(difference: Difference, words: Words): string {
  return sayCompared(words.language, `gap.${sayingOf(difference)}`, slotsOf(difference, words));
}

/** Everything a sentence may need: sizes where it says the direction, signed points where not. */
function slotsOf({ displayed, low, high, among }: Difference, { format }: Words) {
  const ends = [Math.abs(low ?? displayed), Math.abs(high ?? displayed)].toSorted((a, b) => a - b);
  const [least = 0, most = 0] = ends;
  return {
    n: Math.round(Math.abs(displayed) * 100),
    points: format.points(displayed),
    low: format.points(low ?? displayed),
    high: format.points(high ?? displayed),
    // An interval that is clear of zero is not said to begin at it.
    least: Math.round(least * 100) === 0 ? format.mean(tenthUp(least)) : format.size(least),
    most: format.size(most),
    all: among ?? 0,
    floor: Math.round(SMALLEST_DIFFERENCE * 100),
  };
}

/** In points, to the tenth, and never nothing. */
function tenthUp(share: number): number {
  return Math.max(0.1, Math.round(share * 1000) / 10);
}
