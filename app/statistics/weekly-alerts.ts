import tCdf from "@stdlib/stats-base-dists-t-cdf";
import { addDays } from "#app/model/period.ts";
import { cusum, ewma, pChart, type SharePoint } from "./alerts.ts";
import { requireShare } from "./domain.ts";
import { isHolidayWeek, type WeekRules } from "./holidays.ts";
import { benjaminiHochberg } from "./multiplicity.ts";

/** Units of fewer people are never alerted about. */
export const SMALLEST_ALERTED = 20;

/** Latest ordinary weeks that are watched. */
export const WATCHED_WEEKS = 8;

/** Ordinary weeks before those watched that say what is usual, at most: half a year. */
export const BASELINE_WEEKS = 26;

/** Days between two alerts of a unit: at least 31, so that no month has two. */
const DAYS_BETWEEN = 31;

/** People active in a week, out of a headcount. */
export interface ActiveWeek {
  readonly monday: string;
  readonly active: number;
  readonly headcount: number;
}

export interface WatchedUnit {
  readonly unit: string;
  readonly weeks: readonly ActiveWeek[];
  /** Monday of the week of its last alert. */
  readonly lastAlert?: string;
}

export type ChartName = "share" | "ewma" | "cusum";

/**
 * `quiet`: nothing beyond what chance explains. `told`: an alert would repeat one of the month.
 * `holiday`: the week is not an ordinary one. `untested`: under 20 people, no count this week, or
 * under ten ordinary weeks before.
 */
export type AlertVerdict = "alert" | "quiet" | "told" | "holiday" | "untested";

export interface UnitAlert {
  readonly unit: string;
  readonly verdict: AlertVerdict;
  /** Where the charts beyond their limits are, for an alert only. */
  readonly direction: "above" | "below" | null;
  readonly charts: readonly ChartName[];
  /** Chance of it in a steady unit, after Benjamini & Hochberg over all units tested. */
  readonly p: number | null;
}

export interface AlertRules extends WeekRules {
  /** Share of false alerts among alerts that is accepted. */
  readonly q?: number;
}

/**
 * Which units to tell of in a week: one of three charts (Laney's p′, EWMA, CUSUM) is beyond its
 * limit, and the chance of that, times three for the three charts and adjusted over all units, is
 * at most q. What is usual for a unit are its 26 ordinary weeks before the last eight, so that a new
 * level ends by being the usual one; holiday weeks are in neither.
 */
export function weeklyAlerts(
  units: readonly WatchedUnit[],
  monday: string,
  { q = 0.05, ...rules }: AlertRules = {},
): UnitAlert[] {
  requireShare("q", q);
  const known = new Map<string, boolean>();
  const isHoliday = (week: string) => {
    const found = known.get(week) ?? isHolidayWeek(week, rules);
    known.set(week, found);
    return found;
  };
  const holiday = isHoliday(monday);
  const readings = units.map((unit) => (holiday ? null : reading(unit, monday, isHoliday)));
  const adjusted = benjaminiHochberg(readings.map((one) => one?.p ?? null));
  return units.map(({ unit, lastAlert }, at) => {
    const [found, p = null] = [readings[at], adjusted[at]];
    const silent = { unit, direction: null, charts: [], p };
    if (holiday) return { ...silent, verdict: "holiday" };
    if (!found) return { ...silent, verdict: "untested" };
    if (found.direction === null || p === null || p > q) return { ...silent, verdict: "quiet" };
    const again = lastAlert !== undefined && monday < addDays(lastAlert, DAYS_BETWEEN);
    if (again) return { ...silent, verdict: "told" };
    return { unit, verdict: "alert", direction: found.direction, charts: found.charts, p };
  });
}

interface Reading {
  readonly direction: "above" | "below" | null;
  readonly charts: readonly ChartName[];
  readonly p: number;
}

function reading(
  { weeks }: WatchedUnit,
  monday: string,
  isHoliday: (monday: string) => boolean,
): Reading | null {
  const ordinary = weeks
    .filter((week) => week.monday <= monday && week.headcount > 0)
    .filter((week) => !isHoliday(week.monday))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
  const latest = ordinary.at(-1);
  if (latest?.monday !== monday || latest.headcount < SMALLEST_ALERTED) return null;
  const recent = ordinary.slice(-WATCHED_WEEKS - BASELINE_WEEKS);
  const before = Math.max(0, recent.length - WATCHED_WEEKS);
  const chart = pChart(
    recent.map((week) => week.active),
    recent.map((week) => week.headcount),
    before,
  );
  return chart && judge(chart.points.slice(before), before);
}

/** In standard deviations from the baseline, with its own over-dispersion, every chart is alike. */
const STANDARD = { centre: 0, sigma: 1 };

function judge(watched: readonly SharePoint[], before: number): Reading | null {
  const distances = watched.map((point) => point.z);
  const share = watched.at(-1);
  const average = ewma(distances, STANDARD).at(-1);
  const sums = cusum(distances, STANDARD);
  const last = sums.at(-1);
  if (!share || !average || !last) return null;
  // How many weeks the larger sum has been growing, and by how much they lie off the centre.
  const side = last.up > last.down ? "up" : "down";
  const weeks = sums.length - 1 - sums.findLastIndex((point) => point[side] === 0);
  const chance = (distance: number, spread: number, weight: number) =>
    chanceOf(distance, spread, weight, before);
  const found = [
    { name: "share", beyond: share.beyond, p: chance(share.z, 1, 1) },
    { name: "ewma", beyond: average.beyond, p: chance(average.value, average.high / 3, FULL) },
    {
      name: "cusum",
      beyond: last.beyond,
      p: chance(last[side] + weeks / 2, Math.sqrt(weeks), weeks),
    },
  ] as const;
  const beyond = found.filter((one) => one.beyond !== null).sort((a, b) => a.p - b.p);
  return {
    direction: beyond[0]?.beyond ?? null,
    charts: beyond.filter((one) => one.beyond === beyond[0]?.beyond).map((one) => one.name),
    p: Math.min(1, 3 * Math.min(...found.map((one) => one.p))),
  };
}

/** Weight of the eight watched weeks in an average that started from the centre. */
const FULL = 1 - 0.8 ** WATCHED_WEEKS;

/**
 * Chance, in a steady unit, of a weighted sum of weeks this far from the centre (two-sided). The
 * centre and the spread are themselves known from `before` weeks only, so the centre's own error
 * is added, `weight` times, and Student's t is used: a mean moving range of m weeks is worth about
 * 0.62(m − 1) degrees of freedom. Taking them as known told of eight steady
 * units in 300.
 */
function chanceOf(distance: number, spread: number, weight: number, before: number): number {
  if (spread === 0) return 1;
  const t = distance / Math.hypot(spread, weight / Math.sqrt(before));
  return Math.min(1, 2 * tCdf(-Math.abs(t), 0.62 * (before - 1)));
}
