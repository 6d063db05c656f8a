import { isIndicator } from "#app/model/indicator.ts";
import type { Question } from "#db/records/questions.ts";
import type { Words } from "../around.ts";
import { sayChange, sayFromRest } from "../compared.ts";
import type { Difference, Disclosed } from "../disclosed.ts";
import type { Judged } from "./judged.ts";

/** Why something is a strength, or a point to work on: what a test says, then the interval alone. */
export type Ground = "rest" | "change" | "most";

export interface Point {
  readonly measure: string;
  readonly figure: Disclosed;
  readonly ground: Ground;
  readonly sentence: string;
}

export interface Points {
  readonly strengths: readonly Point[];
  readonly toWorkOn: readonly Point[];
}

/** So many of each can be talked about in one meeting. */
const TOGETHER = 3;
/** The share on either side of which most people are, or are not. */
const HALF = 0.5;

/**
 * What holds in a team, and what does not, from tests alone: first what differs from the rest, then
 * what moved (each judged as a family), then what most people said, or did not, at both ends of what
 * is uncertain. What speaks for and against itself is to be worked on. There may be fewer than
 * three, or none: nothing is put forward because it merely comes first.
 */
export function pointsOf(
  judged: readonly Judged[],
  questions: readonly Question[],
  since: string | null,
  words: Words,
): Points {
  const indicatorOf = new Map(
    questions.map(({ item, indicator }) => [`question:${item}`, indicator]),
  );
  const known = judged.filter(({ measure }) => indicatorOf.has(measure) || isIndicator(measure));
  const worse = ranked(known, { since, words, side: "below", indicatorOf });
  const taken = new Set(worse.all);
  const left = known.filter(({ measure }) => !taken.has(measure));
  const better = ranked(left, { since, words, side: "above", indicatorOf });
  return { strengths: better.points, toWorkOn: worse.points };
}

interface Order {
  readonly since: string | null;
  readonly words: Words;
  readonly side: "above" | "below";
  readonly indicatorOf: ReadonlyMap<string, string | null>;
}

/** The points in one direction, and every measure a test speaks of in that direction. */
function ranked(
  known: readonly Judged[],
  { since, words, side, indicatorOf }: Order,
): { readonly points: readonly Point[]; readonly all: readonly string[] } {
  const size = (difference: Difference | null) => Math.abs(difference?.displayed ?? 0);
  const fromRest = known
    .filter(({ rest }) => rest?.verdict === side)
    .toSorted((a, b) => size(b.rest) - size(a.rest))
    .map((one) => point(one, "rest", one.rest && sayFromRest(one.rest, words)));
  const moved = known
    .filter(({ change }) => since !== null && change?.verdict === side)
    .toSorted((a, b) => size(b.change) - size(a.change))
    .map((one) => point(one, "change", one.change && sayChange(one.change, since ?? "", words)));
  const other = side === "above" ? "below" : "above";
  const most = known
    .filter((one) => one.rest?.verdict !== other && one.change?.verdict !== other)
    .filter(({ value: { low, high } }) =>
      side === "above" ? low !== null && low > HALF : high !== null && high < HALF,
    )
    .toSorted(({ value: a }, { value: b }) =>
      side === "above" ? (b.low ?? 0) - (a.low ?? 0) : (a.high ?? 1) - (b.high ?? 1),
    )
    .map((one) => point(one, "most", sayMost(one, side, words)));
  const chosen: Point[] = [];
  for (const one of [...fromRest, ...moved, ...most]) {
    const isToldAlready = chosen.some(
      ({ measure }) =>
        measure === one.measure ||
        indicatorOf.get(measure) === one.measure ||
        indicatorOf.get(one.measure) === measure,
    );
    if (chosen.length < TOGETHER && !isToldAlready) chosen.push(one);
  }
  const tested = [...fromRest, ...moved].map(({ measure }) => measure);
  return { points: chosen, all: [...tested, ...chosen.map(({ measure }) => measure)] };
}

function point({ measure, figure }: Judged, ground: Ground, sentence: string | null): Point {
  return { measure, figure, ground, sentence: sentence ?? "" };
}

function sayMost(
  { value: { low, high } }: Judged,
  side: "above" | "below",
  { t, format }: Words,
): string {
  return t(side === "above" ? "team.most" : "team.fewest", {
    low: format.percentPoints(low ?? 0),
    high: format.percentPoints(high ?? 1),
  });
}
