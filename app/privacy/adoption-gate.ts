import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { ClosedGroup, GroupTotal, JudgedGroups, OpenGroup } from "./groups.ts";

declare const disclosed: unique symbol;

/** How the groups of one released week stand, for somebody who may know. */
export interface DisclosedGroups {
  readonly [disclosed]: true;
  /** Monday of the week. */
  readonly week: string;
  readonly open: readonly OpenGroup[];
  /** Null for whoever may not know of them one by one. */
  readonly closed: readonly ClosedGroup[] | null;
  readonly totals: readonly GroupTotal[];
}

export interface ReleasedGroups extends JudgedGroups {
  readonly week: string;
}

/** Groups on their way out of the database: they can only be disclosed to somebody. */
export class SealedGroups {
  readonly #weeks: readonly ReleasedGroups[];

  constructor(weeks: readonly ReleasedGroups[]) {
    this.#weeks = weeks;
  }

  disclose(viewer: Viewer): readonly DisclosedGroups[] {
    if (!may(viewer, { do: "read-groups", privacy: "open" })) return [];
    const seesClosed = may(viewer, { do: "read-groups", privacy: "closed" });
    return this.#weeks.map((one) => ({
      ...one,
      closed: seesClosed ? one.closed : null,
    })) as unknown as readonly DisclosedGroups[];
  }

  toJSON(): never {
    throw new Error("Sealed groups cannot leave the server: disclose() them to a viewer first.");
  }
}

/** The rhythm of one shift over four weeks; `shown` is null when hidden. */
export interface ReleasedHours {
  /** Monday of the last of the four weeks. */
  readonly week: string;
  readonly population: Population;
  readonly shown: { readonly step: number; readonly levels: readonly number[] } | null;
}

export type DisclosedHours = ReleasedHours & { readonly [disclosed]: true };

/** Rhythms on their way out of the database: they can only be disclosed to somebody. */
export class SealedHours {
  readonly #shifts: readonly ReleasedHours[];

  constructor(shifts: readonly ReleasedHours[]) {
    this.#shifts = shifts;
  }

  disclose(viewer: Viewer): readonly DisclosedHours[] {
    return this.#shifts.filter(({ population }) =>
      may(viewer, { do: "read-figure", population, measure: "active" }),
    ) as unknown as readonly DisclosedHours[];
  }

  toJSON(): never {
    throw new Error("Sealed rhythms cannot leave the server: disclose() them to a viewer first.");
  }
}
