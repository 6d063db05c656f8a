import type { Value } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import {
  differenceFromRest,
  differenceOfShares,
  type Difference as Tested,
  type Verdict,
} from "#app/statistics/change.ts";

export type { Disclosed };

/** How one shown figure differs from another, and what may be said of it. */
export interface Difference extends Omit<Tested, "verdict"> {
  readonly verdict: Verdict;
  /** Among how many comparisons it was no longer told from chance; null where it was judged alone. */
  readonly among: number | null;
  /** One of the two is rounded further than to the percent, though enough people are behind it. */
  readonly rounded: boolean;
}

/** Looks a figure up by its population and measure; null when there is none for this viewer. */
export type Lookup = (population: string, measure: string) => Disclosed | null;

export function lookup(figures: readonly Disclosed[]): Lookup {
  const kept = new Map(figures.map((one) => [`${one.population.key} ${one.measure}`, one]));
  return (population, measure) => kept.get(`${population} ${measure}`) ?? null;
}

/** The value of a figure that is there and not hidden. */
export function shown(figure: Disclosed | null): Value | null {
  return figure === null || figure.hidden ? null : figure.value;
}

/** Whether a figure is shown as one number, not as a range or rounded further than to the percent. */
export function isExact(figure: Disclosed | null): boolean {
  const value = shown(figure);
  return value !== null && shownAs(value) === "exact";
}

/** A share of acts has no people to draw from: its differences are not tested. */
const sharesOfActs = [
  "messages-across",
  "ties-units",
  "ties-sites",
  "questions-answered",
  "questions-answered-day",
  "posts-answered",
];

/** A share of people that is there to be compared. */
function comparable(figure: Disclosed | null): Value | null {
  const value = shown(figure);
  if (value?.form !== "share" || sharesOfActs.includes(figure?.measure ?? "")) return null;
  return value;
}

/** The furthest that a figure may be from what is shown: itself, or the two ends of its range. */
function endsOf(value: Value): readonly Value[] {
  const within = shownAs(value) === "exact" ? null : value.within;
  return within?.map((end) => ({ ...value, value: end })) ?? [value];
}

/**
 * A figure that is rounded further than to the percent, or only told to lie between two values, is
 * tested at both ends: a fall that is real from the nearest end to the nearest is real. What
 * holds at every end holds: the widest interval and the largest p are told. Where the ends disagree,
 * nothing can be said.
 */
function atEveryEnd(a: Value, b: Value, test: (a: Value, b: Value) => Tested): Tested {
  const { displayed } = test(a, b);
  const corners = endsOf(a).flatMap((one) => endsOf(b).map((other) => test(one, other)));
  const [first] = corners;
  if (first === undefined || corners.some(({ verdict }) => verdict !== first.verdict)) {
    return { displayed, low: null, high: null, p: null, verdict: "untested" };
  }
  const all = (read: (corner: Tested) => number | null) =>
    corners.flatMap((corner) => read(corner) ?? []);
  const most = (found: readonly number[]) => (found.length === 0 ? null : Math.max(...found));
  const lows = all(({ low }) => low);
  return {
    displayed,
    low: lows.length === 0 ? null : Math.min(...lows),
    high: most(all(({ high }) => high)),
    p: most(all(({ p }) => p)),
    verdict: first.verdict,
  };
}

function isRounded(value: Value): boolean {
  return "exact" in value.base && shownAs(value) !== "exact";
}

/** How one figure differs from another; null where one is missing, hidden, or no share of people. */
export function differenceOf(one: Disclosed | null, other: Disclosed | null): Difference | null {
  const [a, b] = [comparable(one), comparable(other)];
  return a === null || b === null ? null : asShown(atEveryEnd(a, b, differenceOfShares), a, b);
}

/** How a part differs from the rest of the whole it belongs to, so that it is not compared with itself. */
export function differenceFromOthers(
  part: Disclosed | null,
  whole: Disclosed | null,
): Difference | null {
  const [a, b] = [comparable(part), comparable(whole)];
  return a === null || b === null ? null : asShown(atEveryEnd(a, b, differenceFromRest), a, b);
}

function asShown(difference: Tested, a: Value, b: Value): Difference {
  const rounded = isRounded(a) || isRounded(b);
  if (!hasEverybody(a) || !hasEverybody(b)) return { ...difference, among: null, rounded };
  const exactly = { low: null, high: null, p: null, verdict: "exact-difference" as const };
  return { displayed: difference.displayed, ...exactly, among: null, rounded };
}

/**
 * Whether everybody answered: the interval of the team is then the share itself. (What was done
 * rather than answered has no interval; the question there is whether it will last, which is
 * tested.)
 */
function hasEverybody({ value, low, high, base }: Value): boolean {
  if (!("exact" in base) || low === null || low !== high) return false;
  // Of several questions the interval counts whole people, and so lies half a person away at most.
  const people = low * base.exact;
  return Math.abs(people - Math.round(people)) < 1e-6 && Math.abs(low - value) * base.exact <= 0.5;
}

/** Every population the figures speak of, once. */
export function populationsOf(figures: readonly Disclosed[]): readonly Population[] {
  return [...new Map(figures.map(({ population }) => [population.key, population])).values()];
}

/** A difference that is real, in one direction or the other. */
export function isReal(difference: Difference | null): boolean {
  return difference?.verdict === "above" || difference?.verdict === "below";
}
