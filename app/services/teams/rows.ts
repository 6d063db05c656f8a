import type { Population } from "#app/model/population.ts";
import type { Words } from "../around.ts";
import { sayFromRest } from "../compared.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  type Lookup,
  shown,
} from "../disclosed.ts";
import { ROWS } from "../paged.ts";
import type { Standings } from "./standing.ts";

/** One team on one measure, and how it differs from the rest of what it is part of. */
export interface TeamRow {
  readonly population: Population;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
  /** What the test against the rest lets be said, then that of the change; nothing where untold. */
  readonly said: readonly string[];
}

/** Three groups, never a ranking: names in alphabetical order within each. */
export interface Tiers {
  readonly above: readonly Population[];
  readonly same: readonly Population[];
  readonly below: readonly Population[];
}

/** Rows beside the rest of a whole: judged with others where `standings` says so, else one by one. */
export function rowsOf(
  populations: readonly Population[],
  measure: string,
  whole: string,
  at: Lookup,
  words: Words,
  standings: Standings | null = null,
): readonly TeamRow[] {
  return populations.map((population) => {
    const figure = at(population.key, measure);
    const difference =
      standings === null
        ? differenceFromOthers(figure, at(whole, measure))
        : standings.of(population.key, measure);
    const said = difference === null ? [] : [sayFromRest(difference, words)];
    return { population, figure, difference, said };
  });
}

/** As many names of a tier as are read; how many others there are. */
export function namedTiers(tiers: Tiers) {
  const { above, same, below } = tiers;
  const others = (all: readonly Population[]) => Math.max(0, all.length - ROWS);
  return {
    above: above.slice(0, ROWS),
    same: same.slice(0, ROWS),
    below: below.slice(0, ROWS),
    others: { above: others(above), same: others(same), below: others(below) },
  };
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
