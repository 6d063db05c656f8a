import type { Ink } from "../picture.ts";

/** How a line of the report is written, and what it is told to be to whoever listens. */
export interface Look {
  readonly tag: "H1" | "H2" | "H3" | "P";
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after: number;
}

export const looks = {
  name: { tag: "P", size: 11, ink: "ink-2", after: 22 },
  title: { tag: "H1", size: 29, ink: "ink", bold: true, after: 8 },
  part: { tag: "H2", size: 22, ink: "ink", bold: true, after: 4 },
  block: { tag: "H3", size: 14.5, ink: "ink", bold: true, before: 10, after: 3 },
  item: { tag: "H3", size: 12, ink: "ink", bold: true, before: 8, after: 2 },
  head: { tag: "H2", size: 11.5, ink: "ink", bold: true, before: 6, after: 2 },
  lead: { tag: "P", size: 14, ink: "ink", after: 8 },
  sentence: { tag: "P", size: 12, ink: "ink", after: 6 },
  text: { tag: "P", size: 10, ink: "ink", after: 4 },
  note: { tag: "P", size: 8.5, ink: "ink-2", after: 6 },
} satisfies Record<string, Look>;
export type Style = keyof typeof looks;

/** From one line to the next, in sizes of its type. */
export const LEADING = 1.38;
