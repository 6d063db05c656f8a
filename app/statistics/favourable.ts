import { requireCount } from "./domain.ts";

/** How the answers to a question fell. */
export interface Tally {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

/** What an answer on a scale counts as. */
export type Leaning = keyof Tally;

/**
 * Whether an answer is favourable: the upper two fifths of the scale, as 4 and 5 are on the
 * five-point scale; the middle is neutral. `reversed` items are read from the other end.
 * @throws RangeError when the answer is not a whole point of the scale.
 */
export function leaning(answer: number, low: number, high: number, reversed = false): Leaning {
  requireCount("answer", answer - low, high - low);
  const place = (reversed ? high - answer : answer - low) / (high - low);
  if (place > 0.6) return "favourable";
  return place < 0.4 ? "unfavourable" : "neutral";
}

/** Share of favourable answers, 0–1, among those who answered; null when nobody did. */
export function favourableShare({ favourable, neutral, unfavourable }: Tally): number | null {
  const n = favourable + neutral + unfavourable;
  return n === 0 ? null : favourable / n;
}
