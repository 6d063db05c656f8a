import type { Population } from "./population.ts";

export const actionStates = ["planned", "doing", "done", "dropped"] as const;
export type ActionState = (typeof actionStates)[number];

/** What somebody wrote, in one language or in both. */
export interface Written {
  readonly fr?: string;
  readonly en?: string;
}

/** What is done about what people said. The words are people's own: they hold no figure. */
export interface Action {
  readonly id: number;
  /** As it was released when the action was written. */
  readonly population: Population;
  /** What people said. */
  readonly heard: Written;
  /** What is done about it. */
  readonly doing: Written;
  /** What should move; null where nothing was named. */
  readonly indicator: string | null;
  readonly owner: { readonly id: number; readonly name: string };
  readonly dueOn: string;
  readonly state: ActionState;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly onBoard: boolean;
}

/** A text in a reader's language, or in the other when it was not written in theirs. */
export function writtenIn(
  { fr, en }: Written,
  language: "fr" | "en",
): { readonly text: string; readonly language: "fr" | "en" } {
  const other = language === "fr" ? "en" : "fr";
  const own = { fr, en }[language];
  return own ? { text: own, language } : { text: { fr, en }[other] ?? "", language: other };
}

/** Neither done nor dropped, and its day is over. */
export function isLate({ state, dueOn }: Pick<Action, "state" | "dueOn">, today: string): boolean {
  return (state === "planned" || state === "doing") && dueOn < today;
}
