/** What kind of thing a mark tells; an action is marked by itself on the day it began. */
export const markKinds = ["reorganisation", "network", "action", "note"] as const;
export type MarkKind = (typeof markKinds)[number];

/** Something that happened on a day, and that a reader of a trend should know. */
export interface Mark {
  /** Of a mark that somebody wrote; null where it follows from what is known anyway. */
  readonly id: number | null;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly kind: MarkKind;
  /** Its sentence. */
  readonly names: { readonly fr: string; readonly en: string };
  /** Key of the population it happened to. */
  readonly population: string;
}
