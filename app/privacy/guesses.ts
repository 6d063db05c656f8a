import { may, type Viewer } from "#app/model/viewer.ts";
import { isTooFew } from "./count.ts";
import type { Thresholds } from "./policy.ts";
import { type Precision, type Range, written } from "./precision.ts";

/**
 * What leaders believe together of one indicator, as the range their mean lies in; null where too few
 * said anything. A guess is what somebody said, so it is held to the rules of answers; there is one
 * population of leaders and one release, so that nothing can be subtracted from it.
 */
export function shownGuess(shares: readonly number[], thresholds: Thresholds): Range | null {
  const n = shares.length;
  const x = shares.reduce((sum, share) => sum + share, 0);
  if (isTooFew({ rule: "shares", sensitive: false }, { n, x, squares: null }, thresholds)) {
    return null;
  }
  const precision: Precision = n < 10 ? "fifth" : n < thresholds.exact ? "tenth" : "twentieth";
  return written({ n, x, whole: false, ends: 2 }, precision).within;
}

/** What leaders believed of one indicator, as it was released. */
export interface GuessRow {
  readonly indicator: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly least: number;
  readonly most: number;
}

declare const disclosed: unique symbol;

/** Guesses that have been through the gate: the page accepts nothing else. */
export type DisclosedGuess = GuessRow & { readonly [disclosed]: true };

/** Guesses on their way out of the database: of the whole company, for those who read its results. */
export class SealedGuesses {
  readonly #rows: readonly GuessRow[];

  constructor(rows: readonly GuessRow[]) {
    this.#rows = rows;
  }

  disclose(viewer: Viewer): readonly DisclosedGuess[] {
    return may(viewer, { do: "read-guesses" })
      ? (this.#rows as unknown as readonly DisclosedGuess[])
      : [];
  }

  toJSON(): never {
    throw new Error("Sealed guesses cannot leave the server: disclose() them to a viewer first.");
  }
}
