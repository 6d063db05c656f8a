import type { Population } from "#app/model/population.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  type Lookup,
  shown,
} from "../disclosed.ts";

/** One team on one measure, and how it differs from the rest of what it is part of. */
export interface TeamRow {
  readonly population: Population;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
}

/** Three groups, never a ranking: names in alphabetical order within each. */
export interface Tiers {
  readonly above: readonly Population[];
  readonly same: readonly Population[];
  readonly below: readonly Population[];
}

/** What can be read instead of a team that cannot be shown. */
export interface Ladder {
  readonly population: Population;
  /** The nearest unit above it that can be shown; null when there is none. */
  readonly nearest: Disclosed | null;
}

export function rowsOf(
  populations: readonly Population[],
  measure: string,
  whole: string,
  at: Lookup,
): readonly TeamRow[] {
  return populations.map((population) => {
    const figure = at(population.key, measure);
    return {
      population,
      figure,
      difference: differenceFromOthers(figure, at(whole, measure)),
    };
  });
}

/** What is hidden is in none of the three: nothing may be said of it. */
export function tiersOf(rows: readonly TeamRow[]): Tiers {
  const there = rows.filter(({ figure }) => shown(figure) !== null);
  const named = (keep: (row: TeamRow) => boolean) =>
    there.filter(keep).map(({ population }) => population);
  const verdict = ({ difference }: TeamRow) => difference?.verdict;
  return {
    above: named((row) => verdict(row) === "above"),
    below: named((row) => verdict(row) === "below"),
    same: named((row) => verdict(row) !== "above" && verdict(row) !== "below"),
  };
}

/** For each hidden team, the nearest unit above it with a figure this viewer may see. */
export function laddersOf(
  rows: readonly TeamRow[],
  measure: string,
  at: Lookup,
): readonly Ladder[] {
  return rows
    .filter(({ figure }) => figure?.hidden)
    .map(({ population }) => {
      const above = population.path.slice(0, -1).toReversed();
      const figures = above.map((key) => at(key, measure));
      return { population, nearest: figures.find((figure) => shown(figure) !== null) ?? null };
    });
}
