import type { Population } from "#app/model/population.ts";
import { type Difference, differenceOf, isReal, type Lookup } from "../disclosed.ts";

/** The measures a page opens with when a part of the company moved. */
export const spokenMeasures = ["connection", "trust", "engagement"] as const;

/** How one figure of one population moved between two waves. */
export interface Mover {
  readonly measure: string;
  readonly population: Population;
  readonly difference: Difference;
}

export interface Movers {
  /** Larger than chance explains and at least 5 points, largest first; the longest of them. */
  readonly real: readonly Mover[];
  /** The part that moved most on a measure the page opens with. */
  readonly loudest: Mover | null;
  readonly risen: number;
  readonly fallen: number;
  /** Those that only seem to move, largest first: the ones a reader would talk about. */
  readonly seeming: readonly Mover[];
  readonly seemingCount: number;
}

/** More would be a list nobody reads; the table of the map holds the rest. */
const LONGEST = 8;

/** What really moved between two waves, and what only seems to have. */
export function moversOf(
  populations: readonly Population[],
  measures: readonly string[],
  now: Lookup,
  before: Lookup,
): Movers {
  const all = populations.flatMap((population) =>
    measures.flatMap((measure) => {
      const difference = differenceOf(
        now(population.key, measure),
        before(population.key, measure),
      );
      return difference === null || difference.verdict === "untested"
        ? []
        : [{ measure, population, difference }];
    }),
  );
  const bySize = all.toSorted(
    (a, b) => Math.abs(b.difference.displayed) - Math.abs(a.difference.displayed),
  );
  const real = bySize.filter(({ difference }) => isReal(difference));
  const seeming = bySize.filter(({ difference }) => !isReal(difference));
  return {
    real: real.slice(0, LONGEST),
    loudest:
      real.find(
        ({ measure, population }) =>
          population.kind !== "company" && spokenMeasures.some((one) => one === measure),
      ) ?? null,
    risen: real.filter(({ difference }) => difference.verdict === "above").length,
    fallen: real.filter(({ difference }) => difference.verdict === "below").length,
    seeming: seeming.filter(({ difference }) => difference.displayed !== 0).slice(0, 5),
    seemingCount: seeming.length,
  };
}
