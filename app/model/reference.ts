import type { Words } from "./questionnaire.ts";

export const referenceUnits = ["percent", "index", "points", "count"] as const;

/** One published figure of somebody else's. */
export interface ReferenceFigure {
  /** Of the item, as its publisher numbers it. */
  readonly code: string;
  /** After its publisher, to know which item it is; to ask it, take the words from the source. */
  readonly wordings: Words;
  readonly period: string;
  /** `median`, `p10`, … over organisations; `share` of people. */
  readonly statistic: string;
  /** Whom it is about, where that is not everybody. */
  readonly population: string;
  readonly value: number;
  readonly unit: (typeof referenceUnits)[number];
  /** The indicator or item of ours it is nearest to, indicatively. */
  readonly nearest: string | null;
  /** Asked the same way round and of people like ours: it may be laid beside a line, others are only listed. */
  readonly drawn: boolean;
  readonly note: Words | null;
}

/**
 * Published results, to be read beside one's own and never as a norm: where they come from, of whom,
 * when, on what terms, and what makes them comparable or not.
 */
export interface Reference {
  readonly key: string;
  readonly names: Words;
  readonly publisher: string;
  readonly url: string | null;
  readonly publishedOn: string;
  readonly askedOn: string;
  readonly sample: Words;
  readonly licence: string;
  readonly comparability: Words;
  readonly figures: readonly ReferenceFigure[];
}
