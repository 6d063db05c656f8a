/**
 * The colours of a picture, as `tokens.css` has them for the light page: a file knows no tokens, and
 * paper is light. A test holds the two to each other.
 */
export const inks = {
  ground: "#ffffff",
  raised: "#f4f6f7",
  line: "#d5dbdf",
  edge: "#747f88",
  ink: "#14191e",
  "ink-2": "#4b555e",
  band: "#d3dade",
  fav: "#075f6b",
  "fav-1": "#d8eef1",
  "fav-2": "#a8dae1",
  unf: "#8f3706",
  "unf-1": "#fce6d8",
  "unf-2": "#f5c3a2",
  "hatch-ink": "#c3cbd1",
} as const;
export type Ink = keyof typeof inks;

interface Stroke {
  readonly ink: Ink;
  readonly wide: number;
  readonly dashes?: readonly [on: number, off: number];
}

export type Place = readonly [x: number, y: number];

/** What a picture is made of: places in whole units of the picture, y from the top. */
export type Shape =
  | { readonly kind: "line"; readonly from: Place; readonly to: Place; readonly stroke: Stroke }
  | { readonly kind: "path"; readonly places: readonly Place[]; readonly stroke: Stroke }
  | { readonly kind: "area"; readonly places: readonly Place[]; readonly fill: Ink }
  | ({ readonly kind: "box"; readonly round?: number } & Box & Filled)
  | ({ readonly kind: "disc"; readonly at: Place; readonly r: number } & Filled)
  /** What is hidden looks the same everywhere. */
  | ({ readonly kind: "hatch" } & Box)
  | Written;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Filled {
  readonly fill?: Ink;
  readonly stroke?: Stroke;
}

/** One line of text; `at` is on its base line. */
export interface Written {
  readonly kind: "text";
  readonly at: Place;
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly anchor?: "start" | "middle" | "end";
}

/** A drawing with sizes of its own, to be written as SVG, PNG or PDF alike. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** How wide every picture is: its text is then 14 px on a slide and 10 pt on paper. */
export const WIDE = 720;
