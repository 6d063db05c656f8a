import type { Population } from "#app/model/population.ts";
import type { Words } from "../around.ts";
import { togetherJudged } from "../barometer/movers.ts";
import { sayChange, sayFromRest } from "../compared.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  differenceOf,
  type Lookup,
  shown,
} from "../disclosed.ts";

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

export function rowsOf(
  populations: readonly Population[],
  measure: string,
  whole: string,
  at: Lookup,
  words: Words,
): readonly TeamRow[] {
  return populations.map((population) => {
    const figure = at(population.key, measure);
    const difference = differenceFromOthers(figure, at(whole, measure));
    const said = difference === null ? [] : [sayFromRest(difference, words)];
    return { population, figure, difference, said };
  });
}

/** What became of one team on one measure. */
interface Change {
  readonly population: string;
  readonly measure: string;
  readonly sentence: string;
}

/** How these teams moved since the compared moment, all that a page says of it judged together. */
export function changesOf(
  figures: readonly (Disclosed | null)[],
  before: Lookup,
  since: string,
  words: Words,
): readonly Change[] {
  const alone = figures.flatMap((figure) => {
    const then = figure && before(figure.population.key, figure.measure);
    const difference = differenceOf(figure, then);
    return figure === null || difference === null ? [] : [{ figure, difference }];
  });
  const together = togetherJudged(alone.map(({ difference }) => difference));
  return alone.map(({ figure, difference }, place) => ({
    population: figure.population.key,
    measure: figure.measure,
    sentence: sayChange(together[place] ?? difference, since, words),
  }));
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
