import type { Value } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";

declare const disclosed: unique symbol;

/** Which frozen set a figure belongs to. */
export interface ReleaseLabel {
  readonly kind: "wave" | "week";
  /** The wave's key, or the Monday of the week. */
  readonly key: string;
  readonly releasedAt: Date;
  /** Networks that had not answered when the week was released. */
  readonly without: readonly string[];
}

/** One released row, as the database holds it: hidden already if it had to be. */
export interface ReleasedFigure {
  readonly release: ReleaseLabel;
  readonly population: Population;
  readonly measure: string;
  /** null when hidden: there is nothing to show, and nothing that says why. */
  readonly value: Value | null;
}

/** A figure that has been through the gate. Charts, tables and exports accept nothing else. */
export type Disclosed = {
  readonly [disclosed]: true;
  readonly release: ReleaseLabel;
  readonly population: Population;
  readonly measure: string;
} & ({ readonly hidden: false; readonly value: Value } | { readonly hidden: true });

/**
 * Figures on their way out of the database. The rows are a private field: they cannot be read,
 * spread or serialised, only disclosed to somebody. What is outside the viewer's rights leaves no
 * trace, not even that it exists.
 */
export class Sealed {
  readonly #figures: readonly ReleasedFigure[];

  constructor(figures: readonly ReleasedFigure[]) {
    this.#figures = figures;
  }

  disclose(viewer: Viewer): readonly Disclosed[] {
    return this.#figures
      .filter(({ population, measure }) => may(viewer, { do: "read-figure", population, measure }))
      .map(({ value, ...rest }) =>
        value === null ? { ...rest, hidden: true } : { ...rest, hidden: false, value },
      ) as unknown as readonly Disclosed[];
  }

  toJSON(): never {
    throw new Error("Sealed figures cannot leave the server: disclose() them to a viewer first.");
  }
}
