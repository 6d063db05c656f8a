import type { Thresholds } from "./policy.ts";

/** How a released week would change if it were released again. */
export interface LateChanges {
  /** Whether anybody's place in that week is known otherwise now: who was there is frozen. */
  readonly samePeople: boolean;
  /** How many distinct people would be counted otherwise in the reading that changes most. */
  readonly people: number;
  /** How many in each population and reading where anybody would; and without those right below it. */
  readonly populations: readonly number[];
  /** In how many people the changes of two populations that overlap differ, where they do. */
  readonly differences: readonly number[];
}

/**
 * Whether a correction may be released. The figures of a week and of its correction can be subtracted
 * from each other: what is left speaks of exactly those people who are counted otherwise. So either
 * nothing of a population changes or at least the minimum of people do, in each population, in what
 * is left of it without those below, and in what tells two populations apart; and nobody's place
 * has changed. Everything else is kept and not shown.
 */
export function mayCorrect(changes: LateChanges, { members }: Thresholds): boolean {
  const enough = (people: number) => people === 0 || people >= members;
  return (
    changes.samePeople &&
    changes.people >= members &&
    changes.populations.every(enough) &&
    changes.differences.every(enough)
  );
}
