import { addDays } from "#app/model/period.ts";
import type { Population } from "#app/model/population.ts";
import { BASELINE_WEEKS, WATCHED_WEEKS } from "./weekly-alerts.ts";

/** The share of one week. */
export interface WeekShare {
  readonly monday: string;
  readonly share: number;
}

/** The first week that says what is usual in a week. */
export function firstUsualWeek(monday: string): string {
  return addDays(monday, -7 * (WATCHED_WEEKS + BASELINE_WEEKS));
}

/** The mean of the half year before the weeks that are watched; null where none of it is known. */
export function usualShare(weeks: readonly WeekShare[], monday: string): number | null {
  const [from, to] = [firstUsualWeek(monday), addDays(monday, -7 * WATCHED_WEEKS)];
  const usual = weeks.filter((week) => week.monday > from && week.monday <= to);
  if (usual.length === 0) return null;
  return usual.reduce((sum, { share }) => sum + share, 0) / usual.length;
}

/** What is watched, and whether it is below what is usual. */
export interface Watched {
  readonly population: Population;
  readonly fell: boolean;
}

/**
 * Of units within units that fell, those to tell of: a unit when half of the parts that are watched
 * fell with it, or none of them did; else its parts, for that is where to look.
 */
export function whereToLook(watched: readonly Watched[]): readonly Population[] {
  const partsOf = (key: string) => watched.filter(({ population }) => population.parentKey === key);
  const told = (at: Watched): readonly Population[] => {
    const parts = partsOf(at.population.key);
    const fallen = parts.filter(({ fell }) => fell).length;
    if (at.fell && (fallen === 0 || fallen * 2 >= parts.length)) return [at.population];
    return parts.flatMap(told);
  };
  const keys = new Set(watched.map(({ population }) => population.key));
  const tops = watched.filter(
    ({ population: { parentKey } }) => parentKey === null || !keys.has(parentKey),
  );
  const found = tops.flatMap(told);
  return [...new Map(found.map((one) => [one.key, one])).values()];
}
