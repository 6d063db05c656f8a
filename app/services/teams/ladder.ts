import type { Population } from "#app/model/population.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";

/**
 * What can be read instead of a population that cannot be shown: several of its waves together,
 * else the nearest whole, else words alone. Whether it is hidden because it is small, protects a
 * neighbour, or holds nobody who answered, it is given the same.
 */
export interface Ladder {
  readonly population: Population;
  /** Several waves of it together, where such a figure was released. */
  readonly pooled: Disclosed | null;
  /** The nearest unit above it that can be shown; null when there is none. */
  readonly nearest: Disclosed | null;
}

/**
 * Finds the figure of several waves together. No release holds one yet, so that nothing is found;
 * it has to be released and audited like every other figure, never added up here.
 */
export type FindPooled = (population: string, measure: string) => Disclosed | null;
const noPooled: FindPooled = () => null;

/** The ladder of each population whose figure is hidden. */
export function laddersOf(
  rows: readonly { readonly population: Population; readonly figure: Disclosed | null }[],
  measure: string,
  at: Lookup,
  findPooled: FindPooled = noPooled,
): readonly Ladder[] {
  return rows
    .filter(({ figure }) => figure?.hidden)
    .map(({ population }) => {
      const pooled = findPooled(population.key, measure);
      return {
        population,
        pooled: shown(pooled) === null ? null : pooled,
        nearest: nearestShown(population, measure, at),
      };
    });
}

/** The first of the units above it, going up, whose figure this viewer may see. */
function nearestShown({ path }: Population, measure: string, at: Lookup): Disclosed | null {
  const above = path.slice(0, -1).toReversed();
  return above.map((key) => at(key, measure)).find((one) => shown(one) !== null) ?? null;
}
