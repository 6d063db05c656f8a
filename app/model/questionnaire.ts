/** Words in each language they exist in: `{ fr: "…", en: "…" }`. */
export type Words = Readonly<Record<string, string>>;

/** One thing that can be ticked. The number is what is stored, and never changes its meaning. */
export interface Option {
  readonly value: number;
  readonly words: Words;
}

/** Asked only of those who answered another question so: an earlier one, by its item. */
export interface Condition {
  readonly item: string;
  readonly is: readonly number[];
}

export const questionKinds = [
  "agreement",
  "likelihood",
  "single",
  "multiple",
  "rank",
  "text",
  "number",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One line of a questionnaire. */
export interface Question {
  /** The thing that is asked, whatever the words: what makes a series over waves. */
  readonly item: string;
  readonly kind: QuestionKind;
  /** Ends of the scale: 1 to 2–11 for agreement, 0 to 10 for likelihood. Null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** What the ends of the scale, or each of its points, are called. */
  readonly scale?: readonly Option[];
  /** What can be chosen or put in order, at most ten for a rank, thirty otherwise. */
  readonly options?: readonly Option[];
  /** A high answer is unfavourable. */
  readonly reversed?: boolean;
  /** It asks for what may harm whoever is known to have answered so. */
  readonly sensitive?: boolean;
  readonly indicator: string | null;
  /** Key of its section. */
  readonly section?: string;
  /** All of them hold. */
  readonly shownIf?: readonly Condition[];
  readonly wordings: Words;
  /** What published item it is comparable to, indicatively; and on what terms its words are used. */
  readonly comparableTo?: string;
}

export interface Section {
  readonly key: string;
  readonly names: Words;
}

/** One version of a barometer's questionnaire. */
export interface Questionnaire {
  readonly key: string;
  readonly version: number;
  readonly names: Words;
  readonly purpose?: Words;
  /** SPDX name of the licence its words are under. */
  readonly licence?: string;
  readonly languages: readonly string[];
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}
