import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";

/** People whose comments are listed together, as they were released. */
export interface CommentList {
  readonly number: number;
  /** The lowest population of the organisation that holds them. */
  readonly population: Population;
  /** Whether that population holds others, whose comments are listed elsewhere. */
  readonly isRest: boolean;
}

export interface ReleasedComments extends CommentList {
  /** In an order that says nothing, and stays. */
  readonly texts: readonly string[];
}

declare const disclosed: unique symbol;

/** Lists of comments that have been through the gate: the page accepts nothing else. */
export type DisclosedComments = ReleasedComments & { readonly [disclosed]: true };

/**
 * Comments on their way out of the database: as for figures, they can only be disclosed to
 * somebody, and what is outside the viewer's rights leaves no trace.
 */
export class SealedComments {
  readonly #lists: readonly ReleasedComments[];

  constructor(lists: readonly ReleasedComments[]) {
    this.#lists = lists;
  }

  disclose(viewer: Viewer): readonly DisclosedComments[] {
    return this.#lists.filter(({ population }) =>
      may(viewer, { do: "read-comments", population }),
    ) as unknown as readonly DisclosedComments[];
  }

  toJSON(): never {
    throw new Error("Sealed comments cannot leave the server: disclose() them to a viewer first.");
  }
}
