import { requireCount, requireLevel } from "./domain.ts";
import { z } from "./interval.ts";

/** Days in a row without taking part after which a person counts as lapsed. */
export const SILENT_DAYS = 28;

/** Under this many people whose fate is known, a cell of a cohort is not shown. */
export const SMALLEST_COHORT = 10;

export interface SurvivalStep {
  readonly time: number;
  /** Share (0–1) still there just after `time`. */
  readonly survival: number;
  readonly atRisk: number;
  readonly events: number;
  /** Greenwood's; null once nobody is left. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Kaplan & Meier (1958): share still there after each time at which somebody left, those censored
 * (`events` 0) counting as present until their time, also at a time when others leave. The same
 * as R's `survfit(Surv(times, events) ~ 1)`, with its default interval (on the logarithm, cut at
 * 1). In the unit of `times`; empty when nobody left.
 * @throws RangeError on unequal lengths, a negative time, or an event that is neither 0 nor 1.
 */
export function kaplanMeier(
  times: readonly number[],
  events: readonly number[],
  level = 0.95,
): SurvivalStep[] {
  requireLevel(level);
  requireFates(times, events);
  const order = times.map((time, at) => ({ time, event: events[at] ?? 0 }));
  order.sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  const quantile = z(level);
  let [survival, greenwood] = [1, 0];
  for (let start = 0; start < order.length; ) {
    const time = order[start]?.time ?? 0;
    let [end, left] = [start, 0];
    for (; end < order.length && order[end]?.time === time; end += 1)
      left += order[end]?.event ?? 0;
    const atRisk = order.length - start;
    start = end;
    if (left === 0) continue;
    survival *= 1 - left / atRisk;
    if (left === atRisk) {
      steps.push({ time, survival: 0, atRisk, events: left, ...unknownSpread });
      continue;
    }
    greenwood += left / (atRisk * (atRisk - left));
    const spread = Math.sqrt(greenwood);
    steps.push({
      time,
      survival,
      atRisk,
      events: left,
      standardError: survival * spread,
      low: survival * Math.exp(-quantile * spread),
      high: Math.min(1, survival * Math.exp(quantile * spread)),
    });
  }
  return steps;
}

const unknownSpread = { standardError: null, low: null, high: null };

/** Share still there at a time, read off the steps; 1 before the first. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  return steps.findLast((step) => step.time <= time)?.survival ?? 1;
}

/** Days counted from any fixed day, whole numbers. */
export interface Membership {
  readonly joined: number;
  /** Days on which the person took part, in any order; those before joining are ignored. */
  readonly active: readonly number[];
  /** The day the person left the company or the group, if they did. */
  readonly left?: number;
}

export interface Fate {
  /** Days since joining. */
  readonly time: number;
  /** 1: lapsed; 0: still taking part when last seen. */
  readonly event: 0 | 1;
}

/**
 * When a person lapsed: the 28th day in a row without taking part, joining counting as the first
 * sign of life. Dated from that day and not from the last sign of life, because only then is it
 * known: somebody silent for 20 days on `until` is still there. Who leaves before is censored that
 * day; who comes back after a lapse has lapsed all the same. Null for who joins after `until`.
 */
export function timeToLapse(member: Membership, until: number, silent = SILENT_DAYS): Fate | null {
  requireCount("silent", silent);
  const seen = Math.min(until, member.left ?? until);
  for (const day of [member.joined, until, seen, ...member.active]) {
    if (!Number.isInteger(day)) throw new RangeError(`days must be whole numbers, not ${day}`);
  }
  if (seen < member.joined) return null;
  const active = [...member.active].filter((day) => day >= member.joined).sort((a, b) => a - b);
  let last = member.joined;
  for (const day of active) {
    if (day - last > silent) break;
    last = day;
  }
  return last + silent <= seen
    ? { time: last + silent - member.joined, event: 1 }
    : { time: seen - member.joined, event: 0 };
}

export interface CohortRow {
  readonly cohort: string;
  /** Share still there at each horizon; null under ten people whose fate is known by then. */
  readonly kept: readonly (number | null)[];
}

/**
 * Cohorts by their name in ascending order, and the share of each still there (Kaplan–Meier) at
 * each horizon, in days since joining. A cell is null while fewer than ten of the cohort have
 * lapsed before its horizon or been followed up to it.
 */
export function cohorts(
  people: readonly (Fate & { readonly cohort: string })[],
  horizons: readonly number[],
  smallest = SMALLEST_COHORT,
): CohortRow[] {
  requireCount("smallest", smallest);
  const names = [...new Set(people.map((person) => person.cohort))].sort();
  const byCohort = new Map(names.map((name): [string, Fate[]] => [name, []]));
  for (const person of people) byCohort.get(person.cohort)?.push(person);
  return [...byCohort].map(([cohort, members]) => {
    const times = members.map((member) => member.time);
    const steps = kaplanMeier(
      times,
      members.map((member) => member.event),
    );
    const kept = horizons.map((horizon) => {
      const known = members.filter(({ time, event }) => time >= horizon || event === 1);
      return known.length < smallest ? null : survivalAt(steps, horizon);
    });
    return { cohort, kept };
  });
}

function requireFates(times: readonly number[], events: readonly number[]): void {
  if (times.length !== events.length) {
    throw new RangeError(`events must have ${times.length} values, not ${events.length}`);
  }
  for (const [at, time] of times.entries()) {
    if (!(Number.isFinite(time) && time >= 0)) {
      throw new RangeError(`times[${at}] must be 0 or more, not ${time}`);
    }
    if (events[at] !== 0 && events[at] !== 1) {
      throw new RangeError(`events[${at}] must be 0 or 1, not ${events[at]}`);
    }
  }
}
