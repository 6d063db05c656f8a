import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";

/** One question in what moves together with an indicator, as it is written. */
export interface DriverFigure {
  readonly item: string;
  /** Its part in what all of them explain together, with its interval; in twentieths. */
  readonly part: number;
  readonly low: number;
  readonly high: number;
}

/** What moves together with one indicator in one population. */
export interface DriverFigures {
  readonly outcome: string;
  /** Complete answers, at least: in tens. */
  readonly n: number;
  /** How much of the indicator's variation they explain together, in twentieths. */
  readonly explained: number;
  readonly ordered: boolean;
  readonly drivers: readonly DriverFigure[];
}

/** What was computed, before anybody has judged it. */
export interface RawDrivers {
  readonly n: number;
  readonly ordered: boolean;
  readonly drivers: readonly {
    readonly item: string;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

/** The fewest complete answers anything is said of, whatever the thresholds. */
export const FEWEST = 100;

const STEP = 0.05;

/**
 * What may be written: nothing under a hundred complete answers, nor where one of the questions is
 * hidden; parts in twentieths and intervals widened to them. One person among a hundred moves a part by
 * a point or so, which rounding keeps, and no attack on counts finds a handle on a ratio of variances.
 */
export function shownDrivers(
  outcome: string,
  { n, ordered, drivers }: RawDrivers,
): DriverFigures | null {
  const explained = drivers.reduce((sum, { share }) => sum + (share ?? 0), 0);
  if (n < FEWEST || explained <= 0) return null;
  const rounded = drivers.flatMap(({ item, share, low, high }) => {
    if (share === null || low === null || high === null) return [];
    const part = nearest(share / explained);
    return [
      {
        item,
        part,
        low: Math.min(part, inSteps(Math.floor, Math.max(0, low / explained))),
        high: Math.max(part, inSteps(Math.ceil, Math.min(1, high / explained))),
      },
    ];
  });
  if (rounded.length < drivers.length) return null;
  // To the person it would tell how many left a question out.
  const atLeast = Math.floor(n / 10) * 10;
  return { outcome, n: atLeast, explained: nearest(explained), ordered, drivers: rounded };
}

function nearest(share: number): number {
  return inSteps(Math.round, Math.min(1, Math.max(0, share)));
}

/** Rounding errors of the last place must not open an interval by a step. */
function inSteps(round: (value: number) => number, share: number): number {
  return Math.round(round(Math.round((share / STEP) * 1e6) / 1e6) * STEP * 100) / 100;
}

declare const disclosed: unique symbol;

/** Drivers that have been through the gate: the page accepts nothing else. */
export type DisclosedDrivers = DriverFigures & { readonly [disclosed]: true };

/**
 * Drivers on their way out of the database: they can only be disclosed to somebody, who must be
 * somebody who may read the questions themselves.
 */
export class SealedDrivers {
  readonly #found: readonly (DriverFigures & { readonly population: Population })[];

  constructor(found: readonly (DriverFigures & { readonly population: Population })[]) {
    this.#found = found;
  }

  disclose(viewer: Viewer): readonly DisclosedDrivers[] {
    return this.#found.filter(({ population, drivers }) =>
      drivers.every(({ item }) =>
        may(viewer, { do: "read-figure", population, measure: `question:${item}` }),
      ),
    ) as unknown as readonly DisclosedDrivers[];
  }

  toJSON(): never {
    throw new Error("Sealed drivers cannot leave the server: disclose() them to a viewer first.");
  }
}
