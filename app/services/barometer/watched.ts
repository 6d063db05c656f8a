import { headlineMeasures } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { dialMeasures, FRONTLINE } from "./dials.ts";
import { type FamilyOf, spokenMeasures } from "./movers.ts";

/** One figure whose movement a page looks at. */
export interface Watched {
  readonly population: Population;
  readonly measure: string;
}

/**
 * What a page looks at between two waves: every measure of what it shows, and of the sites beside it
 * what can be said aloud. People know their site better than their division, and each further
 * comparison makes the others harder to tell from chance.
 */
export function watchedOf(
  shown: readonly Population[],
  sites: readonly Population[],
  measures: readonly string[],
): readonly Watched[] {
  const once = [...new Map(shown.map((one) => [one.key, one])).values()];
  const beside = sites.filter(({ key }) => !once.some((one) => one.key === key));
  return [
    ...once.flatMap((population) =>
      [...measures, "participation"].map((measure) => ({ population, measure })),
    ),
    ...beside.flatMap((population) =>
      [...spokenMeasures, "adoption"].map((measure) => ({ population, measure })),
    ),
  ];
}

/**
 * The families of a page: its dials, the readings of its parts, and the questions. Of the whole company
 * the dial of connection is its frontline's.
 */
export function familyOn(page: string): FamilyOf {
  return ({ population, measure }) => {
    if (!headlineMeasures.some((one) => one === measure)) return "questions";
    const dialled = page === "company" && measure === "connection" ? FRONTLINE : page;
    const isDial = dialMeasures.some((one) => one === measure) && population.key === dialled;
    return isDial ? "dials" : "parts";
  };
}
