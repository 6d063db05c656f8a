import type { Value } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Difference, differenceFromRest, differenceOfShares } from "#app/statistics/change.ts";

export type { Difference, Disclosed };

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

/** A share of acts has no people to draw from: its differences are not tested. */
const sharesOfActs = ["messages-across"];

/** A share of people that is there to be compared. */
function comparable(figure: Disclosed | null): Value | null {
  const value = shown(figure);
  return value?.form === "share" && !sharesOfActs.includes(figure?.measure ?? "") ? value : null;
}

/** How one figure differs from another; null where one is missing, hidden, or no share of people. */
export function differenceOf(one: Disclosed | null, other: Disclosed | null): Difference | null {
  const [a, b] = [comparable(one), comparable(other)];
  return a === null || b === null ? null : differenceOfShares(a, b);
}

/** How a part differs from the rest of the whole it belongs to, so that it is not compared with itself. */
export function differenceFromOthers(
  part: Disclosed | null,
  whole: Disclosed | null,
): Difference | null {
  const [a, b] = [comparable(part), comparable(whole)];
  return a === null || b === null ? null : differenceFromRest(a, b);
}

/** Every population the figures speak of, once. */
export function populationsOf(figures: readonly Disclosed[]): readonly Population[] {
  return [...new Map(figures.map(({ population }) => [population.key, population])).values()];
}

/** A difference that is real, in one direction or the other. */
export function isReal(difference: Difference | null): boolean {
  return difference?.verdict === "above" || difference?.verdict === "below";
}
