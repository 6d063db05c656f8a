import type { Population } from "#app/model/population.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";

/**
 * What can be read instead of a population that cannot be shown: its own figure of an earlier wave,
 * the nearest whole, else words alone. Whether it is hidden because it is small, protects a
 * neighbour, or holds nobody who answered, it is given the same.
 */
export interface Ladder {
  readonly population: Population;
  /** The newest of its own figures that were released before; null when there is none. */
  readonly earlier: { readonly figure: Disclosed; readonly wave: string } | null;
  /** The nearest unit above it that can be shown; null when there is none. */
  readonly nearest: Disclosed | null;
}

/** Its own newest figure before this moment, of the same question; null when there is none. */
export type FindEarlier = (population: string, measure: string) => Ladder["earlier"];

/**
 * The ladder of each population whose figure is hidden. Waves are never added up here: two releases
 * could be subtracted from their sum.
 */
export function laddersOf(
  rows: readonly { readonly population: Population; readonly figure: Disclosed | null }[],
  measure: string,
  at: Lookup,
  findEarlier: FindEarlier,
): readonly Ladder[] {
  return rows
    .filter(({ figure }) => figure?.hidden)
    .map(({ population }) => {
      const earlier = findEarlier(population.key, measure);
      return {
        population,
        earlier: earlier === null || shown(earlier.figure) === null ? null : earlier,
        nearest: nearestShown(population, measure, at),
      };
    });
}

/** The first of the units above it, going up, whose figure this viewer may see. */
function nearestShown({ path }: Population, measure: string, at: Lookup): Disclosed | null {
  const above = path.slice(0, -1).toReversed();
  return above.map((key) => at(key, measure)).find((one) => shown(one) !== null) ?? null;
}
