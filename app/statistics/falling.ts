import type { Population } from "#app/model/population.ts";

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
