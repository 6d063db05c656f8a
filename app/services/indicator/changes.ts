import { type ChangeOf, togetherJudged } from "../barometer/movers.ts";
import { type Disclosed, differenceOf, type Lookup } from "../disclosed.ts";

/** A population and a measure the page speaks of the movement of. */
export interface Watched {
  readonly population: string;
  readonly measure: string;
}

/**
 * What the movements of one page are judged to be, family by family: what it opens with does not have
 * to stand up to all its details. The same change has the same verdict wherever the page speaks of it;
 * what is in no family is judged alone.
 */
export function changesOf(
  families: readonly (readonly Watched[])[],
  { now, before }: { readonly now: Lookup; readonly before: Lookup },
): ChangeOf {
  const judged = families.flatMap((watched) => {
    const pairs = watched.flatMap(({ population, measure }) => {
      const [here, then] = [now(population, measure), before(population, measure)];
      const difference = differenceOf(here, then);
      return difference === null ? [] : [{ here, then, difference }];
    });
    const together = togetherJudged(pairs.map(({ difference }) => difference));
    return pairs.map((pair, place) => ({ ...pair, difference: together[place] }));
  });
  return (here, then) =>
    judged.find((one) => isSame(one.here, here) && isSame(one.then, then))?.difference ??
    differenceOf(here, then);
}

function isSame(one: Disclosed | null, other: Disclosed | null): boolean {
  return (
    one !== null &&
    other !== null &&
    one.measure === other.measure &&
    one.population.key === other.population.key &&
    one.release.key === other.release.key
  );
}
