import { addDays } from "#app/model/period.ts";
import type { Population } from "#app/model/population.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { SMALLEST_DIFFERENCE } from "#app/statistics/change.ts";
import { usualShare, type Watched, whereToLook } from "#app/statistics/falling.ts";
import {
  type ActiveWeek,
  BASELINE_WEEKS,
  WATCHED_WEEKS,
  weeklyAlerts,
} from "#app/statistics/weekly-alerts.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { noteAlerts } from "#db/records/alerts.ts";
import { readReleasedWeeks } from "#db/records/releases.ts";
import type { Context } from "../context.ts";
import { watcher } from "./watcher.ts";

/** Weeks looked at: those watched and those that say what is usual, and August with its holidays. */
const WEEKS = WATCHED_WEEKS + BASELINE_WEEKS + 10;

/**
 * Raises units where fewer people are active than usual, in the newest released week. Adoption looks
 * back four weeks, so that each week's would repeat three others; what is watched is who was active
 * in the week itself. Figures rounded further than to the percent are not watched.
 */
export async function noticeAdoption(
  { db }: Pick<Context, "db">,
  day: string,
  holidays: readonly string[],
): Promise<number> {
  const [newest] = await readReleasedWeeks(db);
  if (newest === undefined) return 0;
  const from = addDays(newest.week, -7 * WEEKS);
  const sealed = await weekFigures(db, {
    measures: ["active"],
    cuts: ["organisation"],
    crossed: false,
    from,
    to: newest.week,
  });
  const series = new Map<string, { population: Population; weeks: ActiveWeek[] }>();
  for (const figure of sealed.disclose(watcher)) {
    const week = activeWeek(figure);
    if (week === null) continue;
    const { population } = figure;
    const known = series.get(population.key) ?? { population, weeks: [] };
    series.set(population.key, { population, weeks: [...known.weeks, week] });
  }
  const found = weeklyAlerts(
    [...series].map(([unit, { weeks }]) => ({ unit, weeks })),
    newest.week,
    { companyDays: holidays },
  );
  const verdicts = new Map(found.map((one) => [one.unit, one]));
  const watched = [...series.values()].flatMap(({ population, weeks }): Watched[] => {
    const one = verdicts.get(population.key);
    if (one?.verdict !== "alert" && one?.verdict !== "quiet") return [];
    const fell = one.direction === "below" && isStillBelow(weeks, newest.week);
    return [{ population, fell }];
  });
  const tested = new Set(watched.map(({ population }) => population.key));
  return noteAlerts(db, {
    kind: "adoption",
    day,
    noticed: whereToLook(watched).map((population) => ({
      subject: population.key,
      population,
      details: { week: newest.week },
    })),
    unknown: (subject) => !tested.has(subject),
  });
}

/**
 * Sums of past weeks stay beyond their limits for weeks after a unit has recovered: the newest one has
 * to be lower than usual itself, by what counts as a difference anywhere here.
 */
function isStillBelow(weeks: readonly ActiveWeek[], monday: string): boolean {
  const shares = weeks.map((week) => ({
    monday: week.monday,
    share: week.active / week.headcount,
  }));
  const usual = usualShare(shares, monday);
  const now = shares.find((week) => week.monday === monday)?.share;
  return usual !== null && now !== undefined && usual - now >= SMALLEST_DIFFERENCE;
}

function activeWeek(figure: Disclosed): ActiveWeek | null {
  if (figure.hidden || shownAs(figure.value) !== "exact") return null;
  const { value, base } = figure.value;
  if (!("exact" in base)) return null;
  return {
    monday: figure.release.key,
    active: Math.round(value * base.exact),
    headcount: base.exact,
  };
}
