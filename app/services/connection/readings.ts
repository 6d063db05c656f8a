import type { Population } from "#app/model/population.ts";
import { nameIn, type Words } from "../around.ts";
import { DESK, FRONTLINE } from "../barometer/dials.ts";
import { sayShare } from "../barometer/sentences.ts";
import { sayFromRest, sayGapOf } from "../compared.ts";
import { differenceFromOthers, differenceOf, type Lookup, shown } from "../disclosed.ts";

/** What is said of people over four weeks, in the order of the page. */
export const ties = ["reached", "across-sites", "across-units"] as const;
export type Tie = (typeof ties)[number];

export function isTie(name: string | null): name is Tie {
  return ties.some((tie) => tie === name);
}

/** A reading as a sentence names it. */
export function sayTie(tie: Tie, { t }: Words): string {
  return t(`ties.subject.${tie}`);
}

/** What the page opens with: the first reading that is supplied, and how far the frontline is from desks. */
export function leadOfTies(
  population: string,
  supplied: readonly Tie[],
  at: Lookup,
  words: Words,
): { readonly said: string; readonly rest: string } {
  const { t } = words;
  const [first] = supplied;
  if (first === undefined) {
    return { said: t("ties.notSupplied"), rest: t("ties.notSupplied.rest") };
  }
  const whole = population === "company";
  // Of the company it is its frontline that is asked about, where it is told apart.
  const frontline = whole ? at(FRONTLINE, first) : null;
  const figure = frontline ?? at(population, first);
  const key = frontline === null ? "all" : "frontline";
  const said =
    figure === null || shown(figure) === null
      ? t("ties.lead.hidden")
      : t(`ties.lead.${first}.${key}`, { share: sayShare(words, figure) });
  const gap = whole
    ? differenceOf(frontline, at(DESK, first))
    : differenceFromOthers(at(population, first), at("company", first));
  const rest = gap === null ? "" : whole ? sayGapOf(gap, words) : sayFromRest(gap, words);
  return { said, rest };
}

/** Populations side by side on one reading, by name. */
export function rowsOfTies(
  populations: readonly Population[],
  measure: Tie,
  at: Lookup,
  words: Words,
) {
  const whole = at("company", measure);
  return (
    populations
      .toSorted((a, b) => words.format.byName(nameIn(words, a), nameIn(words, b)))
      .map((population) => {
        const figure = at(population.key, measure);
        const difference = differenceFromOthers(figure, whole);
        return {
          key: population.key,
          name: nameIn(words, population),
          figure,
          difference,
          said: difference === null ? [] : [sayFromRest(difference, words)],
        };
      })
      // Exchanges between sites are said of units down to two below the company.
      .filter(({ figure }) => figure !== null)
  );
}
