import type { Population } from "#app/model/population.ts";
import { inFamily, SMALLEST_DIFFERENCE } from "#app/statistics/change.ts";
import {
  type Difference,
  type Disclosed,
  differenceOf,
  isReal,
  type Lookup,
} from "../disclosed.ts";
import type { Watched } from "./watched.ts";

/** The measures a page opens with when a part of the company moved. */
export const spokenMeasures = ["connection", "trust", "engagement"] as const;

/** How one figure of one population moved between two waves. */
export interface Mover {
  readonly measure: string;
  readonly population: Population;
  readonly difference: Difference;
}

export interface Movers {
  /** Larger than chance explains, or exact, and at least 5 points; the largest of them first. */
  readonly real: readonly Mover[];
  /** The part that moved most on a measure the page opens with. */
  readonly loudest: Mover | null;
  readonly risen: number;
  readonly fallen: number;
  /** Those that only seem to move, largest first: the ones a reader would talk about. */
  readonly seeming: readonly Mover[];
  readonly seemingCount: number;
  /** Those of which too few people answered to tell. */
  readonly untold: number;
}

/** More would be a list nobody reads; the table of the map holds the rest. */
const LONGEST = 8;

/** With which others a movement is judged. */
export type FamilyOf = (watched: Watched) => (typeof families)[number];

/**
 * The chance of even one false movement on a page is 5 % at most, shared out so that what is read first
 * is found first: half to the dials.
 */
const shares = { dials: 0.025, parts: 0.015, questions: 0.01 } as const;
/** In the order in which what moved equally far is said. */
const families = ["dials", "parts", "questions"] as const;

/**
 * Every movement between two waves that a page holds, judged by families: among many, some would seem
 * to move by chance alone, and a handful of dials does not have to stand up to eighty details.
 */
export function movementsOf(
  watched: readonly Watched[],
  now: Lookup,
  before: Lookup,
  familyOf: FamilyOf,
): readonly Mover[] {
  const alone = watched.flatMap(({ population, measure }) => {
    const difference = differenceOf(now(population.key, measure), before(population.key, measure));
    return difference === null ? [] : [{ measure, population, difference }];
  });
  return families.flatMap((family) =>
    judge(
      alone.filter((one) => familyOf(one) === family),
      shares[family],
    ),
  );
}

function judge(movers: readonly Mover[], chance: number): readonly Mover[] {
  const together = togetherJudged(
    movers.map(({ difference }) => difference),
    chance,
  );
  return movers.map((mover, place) => ({
    ...mover,
    difference: together[place] ?? mover.difference,
  }));
}

/** Differences that one person sees at once, corrected for how many they are. */
export function togetherJudged(
  differences: readonly Difference[],
  chance?: number,
): readonly Difference[] {
  const tested = differences.filter(({ p }) => p !== null).length;
  return inFamily(differences, chance).map((one, place) =>
    one.verdict === differences[place]?.verdict ? one : { ...one, among: tested },
  );
}

/** What really moved between two waves, and what only seems to have. */
export function moversOf(movements: readonly Mover[]): Movers {
  const told = movements.filter(({ difference }) => difference.verdict !== "untested");
  const bySize = told.toSorted(
    (a, b) => Math.abs(b.difference.displayed) - Math.abs(a.difference.displayed),
  );
  const real = bySize.filter(({ difference }) => hasMoved(difference));
  const seeming = bySize.filter(({ difference }) => !hasMoved(difference));
  return {
    real: real.slice(0, LONGEST),
    loudest:
      real.find(
        ({ measure, population, difference }) =>
          isReal(difference) &&
          population.kind !== "company" &&
          spokenMeasures.some((one) => one === measure),
      ) ?? null,
    risen: real.filter(({ difference }) => difference.displayed > 0).length,
    fallen: real.filter(({ difference }) => difference.displayed < 0).length,
    seeming: seeming.filter(({ difference }) => difference.displayed !== 0).slice(0, 5),
    seemingCount: seeming.length,
    untold: movements.length - told.length,
  };
}

/** More than chance; or exactly so, everybody having answered, and large enough to be named. */
function hasMoved(difference: Difference): boolean {
  const { verdict, displayed } = difference;
  return (
    isReal(difference) ||
    (verdict === "exact-difference" && Math.abs(displayed) >= SMALLEST_DIFFERENCE)
  );
}

/** What a change is judged to be: as a movement of the page, or alone where it is none of them. */
export type ChangeOf = (now: Disclosed | null, before: Disclosed | null) => Difference | null;

/** The same change has the same verdict wherever the page speaks of it. */
export function changesAmong(
  movements: readonly Mover[],
  waves: { readonly now: string | undefined; readonly before: string | undefined },
): ChangeOf {
  return (now, before) => {
    const judged = movements.find(
      ({ measure, population }) =>
        measure === now?.measure && population.key === now.population.key,
    );
    const theSame =
      now?.release.key === waves.now && before !== null && before.release.key === waves.before;
    return (theSame ? judged?.difference : undefined) ?? differenceOf(now, before);
  };
}
