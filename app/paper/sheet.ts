import type { Page } from "#app/model/viewer.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Picture } from "./picture.ts";

/** What a chart shows, cell by cell, as it is shown: the text of a range, the word for hidden. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** What others published, beside it: from elsewhere, so each with its own source. */
  readonly others?: readonly {
    readonly row: readonly (string | number | null)[];
    readonly source: string;
  }[];
}

/** A chart on its own, away from its page: it carries everything that is needed to read it. */
export interface Sheet {
  readonly title: string;
  /** What the tests let be said of it. */
  readonly sentence: string;
  /** How it is read, and how many people it rests on. */
  readonly caption: string;
  /** Which release it is from, and when that was. */
  readonly source: string;
  readonly picture: Picture;
  readonly table: Table;
}

/** How a chart is read again for its files: with the rights of who asks, as its page reads it. */
export interface Chart {
  readonly page: Page;
  /** Null where the page would have nothing, or nothing of this. */
  readonly read: (visit: ViewerVisit, address: URLSearchParams) => Promise<Sheet | null>;
}
