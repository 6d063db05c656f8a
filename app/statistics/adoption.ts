import { addDays, dayIn } from "#app/model/period.ts";
import { requireCount } from "./domain.ts";
import { average } from "./numbers.ts";

export { gini, participationRate, topShare } from "./concentration.ts";

/** One thing a person did. The same `id` twice is the same thing, told twice. */
export interface ActivityEvent {
  readonly id?: string | number;
  readonly person: string | number;
  /** An instant: a Date, milliseconds since 1970, or ISO 8601 with its offset. */
  readonly at: Date | number | string;
}

/** Distinct people who took part on a day, and in the 7 and 28 days that end with it. */
export interface ActiveDay {
  /** `YYYY-MM-DD`, in the company's time zone. */
  readonly day: string;
  readonly daily: number;
  /** Null while the 7 days begin before the first day counted. */
  readonly weekly: number | null;
  /** Null while the 28 days begin before the first day counted. */
  readonly fourWeekly: number | null;
}

export interface Days {
  /** IANA name: a day begins at midnight there, also when the clock changes. */
  readonly timeZone: string;
  /** First and last day of the log; those of the first and last event unless told. */
  readonly from?: string;
  readonly to?: string;
}

/**
 * Distinct active people a day, over 7 and over 28 days, for every day of the log. Days are the
 * company's, not UTC's (an evening in Paris is another day there); an event told twice counts
 * once; events outside the log are left out. Empty without events or days.
 * @throws RangeError on an instant that cannot be read, or an unknown time zone.
 */
export function rollingActive(events: readonly ActivityEvent[], days: Days): ActiveDay[] {
  const byDay = peopleByDay(events, days.timeZone);
  const known = [...byDay.keys()].sort();
  const [from, to] = [days.from ?? known[0], days.to ?? known.at(-1)];
  if (from === undefined || to === undefined) return [];
  for (const [name, day] of [
    ["from", from],
    ["to", to],
  ] as const) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new RangeError(`${name} must be a day, not ${day}`);
  }
  const log: ActiveDay[] = [];
  const seven = new RollingDays(7);
  const twentyEight = new RollingDays(28);
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const people = byDay.get(day) ?? new Set();
    const [weekly, fourWeekly] = [seven.add(people), twentyEight.add(people)];
    log.push({ day, daily: people.size, weekly, fourWeekly });
  }
  return log;
}

/**
 * How often those who come, come: the mean, over Mondays to Fridays, of daily/28-day active people
 * (0–1). Other definitions give other numbers on the same log (a mean over all days is lower where
 * weekends are quiet; mean over mean weighs busy months more), so a figure is only compared with
 * itself. Days without a full window, or with nobody in it, are left out; null when none is left.
 */
export function stickiness(log: readonly ActiveDay[]): number | null {
  const ratios = log.flatMap(({ day, daily, fourWeekly }) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday === 0 || weekday === 6 || !fourWeekly ? [] : [daily / fourWeekly];
  });
  return average(ratios);
}

/** Share (0–1) of a headcount that took part within 28 days; null without a headcount. */
export function adoption(contributors: number, headcount: number): number | null {
  requireCount("headcount", headcount);
  requireCount("contributors", contributors, headcount);
  return headcount === 0 ? null : contributors / headcount;
}

/** The people of the last few days, counted once each. */
class RollingDays {
  readonly #days: ReadonlySet<string | number>[] = [];
  readonly #present = new Map<string | number, number>();

  constructor(readonly length: number) {}

  /** Moves on by a day; how many people are in the window, null until it is full. */
  add(people: ReadonlySet<string | number>): number | null {
    this.#days.push(people);
    for (const person of people) this.#present.set(person, (this.#present.get(person) ?? 0) + 1);
    const gone = this.#days.length > this.length ? this.#days.shift() : undefined;
    for (const person of gone ?? []) {
      const left = (this.#present.get(person) ?? 0) - 1;
      if (left === 0) this.#present.delete(person);
      else this.#present.set(person, left);
    }
    return this.#days.length < this.length ? null : this.#present.size;
  }
}

/** No clock has been moved by less than this since 1972: within it the day is the same. */
const QUARTER_HOUR = 900_000;

function peopleByDay(events: readonly ActivityEvent[], timeZone: string) {
  const [seen, days] = [new Set<string | number>(), new Map<number, string>()];
  const byDay = new Map<string, Set<string | number>>();
  for (const [place, { id, person, at }] of events.entries()) {
    const quarter = Math.floor(instantOf(at, place) / QUARTER_HOUR);
    if (id !== undefined && seen.has(id)) continue;
    if (id !== undefined) seen.add(id);
    const day = days.get(quarter) ?? dayIn(timeZone, new Date(quarter * QUARTER_HOUR));
    days.set(quarter, day);
    const people = byDay.get(day) ?? new Set();
    byDay.set(day, people.add(person));
  }
  return byDay;
}

function instantOf(at: ActivityEvent["at"], place: number): number {
  const zoned = typeof at !== "string" || /(Z|[+-]\d\d:?\d\d)$/.test(at);
  const instant = zoned ? new Date(at).getTime() : Number.NaN;
  if (Number.isFinite(instant)) return instant;
  throw new RangeError(`events[${place}].at must be an instant with its offset, not ${at}`);
}
