import type { Reach, ReachRow } from "#app/model/wave.ts";

/** People who are reached the same way. */
export interface CountedWay {
  /** Null where nothing reaches them. */
  readonly channel: string | null;
  readonly language: string | null;
  readonly people: number;
  /** What one message costs, in thousandths; null where nothing is charged. */
  readonly price: { readonly thousandths: number; readonly currency: string } | null;
}

/**
 * How people are reached, in rows of at least `fewest` people: smaller ones go together, and the
 * smallest of the others goes with them while they are still too few. Those whom nothing reaches are
 * a number from there on, and “few” before.
 */
export function shownReach(ways: readonly CountedWay[], fewest: number): Reach {
  const people = ways.reduce((sum, way) => sum + way.people, 0);
  const unreached = ways
    .filter(({ channel }) => channel === null)
    .reduce((sum, way) => sum + way.people, 0);
  const reached = ways
    .filter(({ channel }) => channel !== null)
    .toSorted((a, b) => b.people - a.people || order(a, b));
  const [rows, rest]: [CountedWay[], CountedWay[]] = [
    reached.filter((way) => way.people >= fewest),
    reached.filter((way) => way.people < fewest),
  ];
  const inRest = () => rest.reduce((sum, way) => sum + way.people, 0);
  while (rows.length > 0 && rest.length > 0 && inRest() < fewest) rest.push(...rows.splice(-1));
  return {
    people,
    rows: [
      ...rows.map((way) => ({ ...named(way), people: rounded(way.people, unreached, fewest) })),
      ...(rest.length > 0 && inRest() >= fewest
        ? [{ ...together(rest), people: rounded(inRest(), unreached, fewest) }]
        : []),
    ],
    byNone: unreached === 0 ? "nobody" : unreached < fewest ? "few" : unreached,
  };
}

/** Where a few are reached by nothing, the others are told to the ten: what is left says nothing. */
function rounded(people: number, unreached: number, fewest: number): number {
  return isFew(unreached, fewest) ? Math.round(people / 10) * 10 : people;
}

function isFew(people: number, fewest: number): boolean {
  return people > 0 && people < fewest;
}

function order(a: CountedWay, b: CountedWay): number {
  const key = ({ channel, language }: CountedWay) => `${channel} ${language}`;
  return key(a) < key(b) ? -1 : 1;
}

function named({ channel, language, people, price }: CountedWay): ReachRow {
  const cost = price && { ...price, thousandths: price.thousandths * people };
  return { channel, language, people, cost };
}

function together(ways: readonly CountedWay[]): ReachRow {
  const people = ways.reduce((sum, way) => sum + way.people, 0);
  const charged = ways.flatMap(({ price, people: n }) =>
    price === null ? [] : [{ ...price, thousandths: price.thousandths * n }],
  );
  const [first] = charged;
  const thousandths = charged.reduce((sum, one) => sum + one.thousandths, 0);
  return { channel: null, language: null, people, cost: first ? { ...first, thousandths } : null };
}
