import type { Population } from "#app/model/population.ts";
import { spokenMeasures } from "./movers.ts";

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
