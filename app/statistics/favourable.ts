import { requireCount } from "./domain.ts";
import { requireNumbers } from "./numbers.ts";

/** How the answers to a question fell. */
export interface Tally {
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
}

/** What an answer on a scale counts as. */
export type Leaning = keyof Tally;

/** The shortest and the longest scale there is a convention for. */
export const SHORTEST_SCALE = 2;
export const LONGEST_SCALE = 11;

/**
 * Whether an answer is favourable: the upper two fifths of the scale, as 4 and 5 are on the
 * five-point scale; the middle fifth is neutral. `reversed` items are read from the other end.
 * @throws RangeError when the answer is not a whole point of a scale of 2 to 11.
 */
export function leaning(answer: number, low: number, high: number, reversed = false): Leaning {
  const place = placeOf(answer, low, high, reversed);
  if (place > 0.6) return "favourable";
  return place < 0.4 ? "unfavourable" : "neutral";
}

/**
 * What each point of a scale counts as, from its lowest. In every length there are as many
 * favourable points as unfavourable ones, and the neutral ones lie between 40 and 60 % of the way:
 *
 *     2 UF        5 UUNFF      8 UUUNNFFF
 *     3 UNF       6 UUNNFF     9 UUUUNFFFF
 *     4 UUFF      7 UUUNFFF   10 UUUUNNFFFF   11 UUUUNNNFFFF
 *
 * The eNPS question has a rule of its own (`enps.ts`).
 */
export function scaleMap(points: number, reversed = false): readonly Leaning[] {
  requireScale(1, points);
  return Array.from({ length: points }, (_, place) => leaning(place, 0, points - 1, reversed));
}

/** Counts of each point of a scale, from its lowest, as a tally. */
export function tallyOf(counts: readonly number[], reversed = false): Tally {
  const tally = { favourable: 0, neutral: 0, unfavourable: 0 };
  scaleMap(counts.length, reversed).forEach((side, place) => {
    const count = counts[place] ?? 0;
    requireCount(`counts[${place}]`, count);
    tally[side] += count;
  });
  return tally;
}

/**
 * Share of favourable answers, 0–1, among those who answered ("don't know" and nothing are not in
 * the tally); null when nobody did. Never the sum of rounded shares: 103 and 166 of 565 are 48 %.
 */
export function favourableShare({ favourable, neutral, unfavourable }: Tally): number | null {
  requireCount("favourable", favourable);
  requireCount("neutral", neutral);
  requireCount("unfavourable", unfavourable);
  const n = favourable + neutral + unfavourable;
  return n === 0 ? null : favourable / n;
}

/** An answer as equal steps from 0 (worst) to 100 (best): 0, 25, 50, 75, 100 on five points. */
export function outOfHundred(answer: number, low: number, high: number, reversed = false): number {
  return 100 * placeOf(answer, low, high, reversed);
}

/** A mean over people, and how many people it is of. */
export interface OverPeople {
  readonly value: number;
  readonly n: number;
}

/**
 * Index of one person, 0–100: the mean of their answers to its questions, each out of 100. Null
 * when one is missing: somebody who skipped a question is left out rather than guessed (rule of
 * the UK Civil Service People Survey, technical guide 2020).
 */
export function personIndex(answers: readonly (number | null)[]): number | null {
  const given = answers.filter((answer) => answer !== null);
  requireNumbers("answers", given);
  for (const answer of given) {
    if (answer < 0 || answer > 100) {
      throw new RangeError(`answers must be from 0 to 100, not ${answer}`);
    }
  }
  if (given.length === 0 || given.length < answers.length) return null;
  return given.reduce((sum, answer) => sum + answer, 0) / given.length;
}

/** Index of a group, 0–100: the mean of its people's. Null when nobody answered all of it. */
export function groupIndex(people: readonly (readonly (number | null)[])[]): OverPeople | null {
  return meanOver(people.map(personIndex));
}

/**
 * Favourable share of a theme of several questions, 0–1: the mean, over people, of the share of
 * its questions each answered favourably, among those they answered. With one question it is
 * `favourableShare`; nobody counts for more by answering more. Null when nobody answered.
 */
export function themeFigure(people: readonly (readonly (Leaning | null)[])[]): OverPeople | null {
  return meanOver(
    people.map((answers) => {
      const given = answers.filter((side) => side !== null);
      if (given.length === 0) return null;
      return given.filter((side) => side === "favourable").length / given.length;
    }),
  );
}

/** A share as the whole percent shown: rounded once, at the end, halves away from zero. */
export function displayedPercent(share: number): number {
  requireNumbers("share", [share]);
  // 0.575 is 57.49999999999999 percent to a computer.
  const rounded = Math.round(Math.abs(share) * 100 + 1e-9);
  return share < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * The change shown, in whole points, from one share to another: the difference is rounded, not the
 * shares, so that it may differ by one from that of the two percents shown (53 and 58 are −6 when
 * they are 52.952 and 58.495; Civil Service People Survey, technical guide 2020).
 */
export function displayedChange(now: number, before: number): number {
  return displayedPercent(now - before);
}

function meanOver(values: readonly (number | null)[]): OverPeople | null {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  return n === 0 ? null : { value: known.reduce((sum, one) => sum + one, 0) / n, n };
}

function placeOf(answer: number, low: number, high: number, reversed: boolean): number {
  requireScale(low, high);
  if (!Number.isInteger(answer) || answer < low || answer > high) {
    throw new RangeError(`answer must be a whole number from ${low} to ${high}, not ${answer}`);
  }
  return (reversed ? high - answer : answer - low) / (high - low);
}

function requireScale(low: number, high: number): void {
  const points = high - low + 1;
  if (!Number.isInteger(low) || !Number.isInteger(points)) {
    throw new RangeError(`a scale must go by whole points, not from ${low} to ${high}`);
  }
  if (points < SHORTEST_SCALE || points > LONGEST_SCALE) {
    throw new RangeError(`a scale must have 2 to 11 points, not ${points}`);
  }
}
