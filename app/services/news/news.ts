/** A mail before it is written: what it says, in the reader's words, and where each part leads. */
export interface News {
  readonly language: "fr" | "en";
  readonly subject: string;
  readonly greeting: string;
  readonly title: string;
  /** What is said before the sections; the whole of it when there is nothing to report. */
  readonly lead: string | null;
  readonly sections: readonly NewsSection[];
  /** What the links say: to a part, and to the barometer. */
  readonly go: string;
  readonly open: string;
  readonly rights: string;
  /** What to do to receive more or fewer; `{address}` is where. */
  readonly choice: string;
}

export interface NewsSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table: NewsTable | null;
  readonly items: readonly NewsItem[];
  /** A path of this site. */
  readonly address: string | null;
}

export interface NewsTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

export interface NewsItem {
  readonly sentence: string;
  readonly rest: string;
  readonly address: string | null;
}

/** A section of which only what is given is there. */
export function section(given: Partial<NewsSection> & Pick<NewsSection, "title">): NewsSection {
  return { paragraphs: [], table: null, items: [], address: null, ...given };
}
