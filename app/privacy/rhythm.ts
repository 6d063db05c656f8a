import type { Thresholds } from "./policy.ts";

/** The hours of a week, from Monday midnight on. */
export const HOURS = 7 * 24;

/** A shift, and how many of its people did something in an hour of the week: most hours are not there. */
export interface CountedHours {
  readonly population: number;
  readonly n: number;
  readonly hours: readonly { readonly hour: number; readonly x: number }[];
}

/** The same as it may be shown: how many steps of its people each hour reaches; null when hidden. */
export interface JudgedHours {
  readonly population: number;
  readonly shown: { readonly step: number; readonly levels: readonly number[] } | null;
}

const steps = [0.01, 0.02, 0.05, 0.1, 0.2];
/** From half of the people on, an hour is not told from another: nobody is known to be among them. */
export const MOST = 0.5;
/** Shares carry rounding errors of a few units in the last place. */
const NEARLY = 1e-9;

/**
 * The rhythm of shifts that have nobody in common, by steps of at least as many people as a figure
 * must have contributors: each level, the lowest and the highest too, is that many counts wide, and
 * no sum of shifts is released that it could be subtracted from. A shift too small for steps of a
 * fifth is hidden.
 */
export function judgeHours(
  shifts: readonly CountedHours[],
  { contributors, means }: Thresholds,
): readonly JudgedHours[] {
  return shifts.map(({ population, n, hours }) => {
    const step = n < 2 * means ? undefined : steps.find((one) => one * n >= contributors);
    if (step === undefined) return { population, shown: null };
    const levels = Array.from({ length: HOURS }, () => 0);
    for (const { hour, x } of hours) {
      levels[hour] = Math.floor(Math.min(x / n, MOST) / step + NEARLY);
    }
    return { population, shown: { step, levels } };
  });
}
