import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Range } from "./precision.ts";

/** So many more people have to answer before a range moves on. */
const BLOCK = 10;
/** The finest and the coarser ranges: so many parts of the whole. */
const parts = [20, 10, 5, 3, 2] as const;

/**
 * Participation while a wave is open, as the range of shares it lies in; null where too few were
 * invited. A range holds at least ten different counts (five where fewer than twenty were invited),
 * so that one answer is never seen to arrive, and the last holds at least four who have not answered
 * yet: nobody can tell that everybody has, or all but one. It depends on nothing but the two counts.
 */
export function shownProgress(
  { invited, answered }: { readonly invited: number; readonly answered: number },
  fewest: number,
): Range | null {
  if (invited < Math.max(fewest, BLOCK)) return null;
  const count = parts.find((many) => invited / many >= BLOCK) ?? 2;
  const part = Math.min(count - 1, Math.floor((answered / invited) * count + 1e-9));
  return [part / count, (part + 1) / count];
}

/** One range of one population on one day, as it was released. */
export interface ProgressRow {
  readonly day: string;
  readonly population: Population;
  readonly least: number;
  readonly most: number;
}

declare const disclosed: unique symbol;

/** Progress that has been through the gate: the page accepts nothing else. */
export type DisclosedProgress = ProgressRow & { readonly [disclosed]: true };

/** Progress on its way out of the database: it can only be disclosed to somebody. */
export class SealedProgress {
  readonly #rows: readonly ProgressRow[];

  constructor(rows: readonly ProgressRow[]) {
    this.#rows = rows;
  }

  disclose(viewer: Viewer): readonly DisclosedProgress[] {
    return this.#rows.filter(({ population }) =>
      may(viewer, { do: "read-progress", population }),
    ) as unknown as readonly DisclosedProgress[];
  }

  toJSON(): never {
    throw new Error("Sealed progress cannot leave the server: disclose() it to a viewer first.");
  }
}
