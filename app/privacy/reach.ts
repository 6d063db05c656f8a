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
  const people = sumOf(ways);
  const unreached = sumOf(ways.filter(({ channel }) => channel === null));
  const reached = ways
    .filter(({ channel }) => channel !== null)
    .toSorted((a, b) => b.people - a.people || order(a, b));
  const [rows, rest]: [CountedWay[], CountedWay[]] = [
    reached.filter((way) => way.people >= fewest),
    reached.filter((way) => way.people < fewest),
  ];
  const inRest = () => sumOf(rest);
  while (rows.length > 0 && rest.length > 0 && inRest() < fewest) rest.push(...rows.splice(-1));
  const row = (group: readonly CountedWay[]): Pick<ReachRow, "people" | "cost"> => {
    const told = rounded(sumOf(group), unreached, fewest);
    return { people: told, cost: costOf(group, told) };
  };
  return {
    people,
    rows: [
      ...rows.map((way) => ({ channel: way.channel, language: way.language, ...row([way]) })),
      ...(rest.length > 0 && inRest() >= fewest
        ? [{ channel: null, language: null, ...row(rest) }]
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

/**
 * What it costs to write to so many people, as they are told. Where prices differ, the sum would say how
 * many are reached by which: it is that of the dearest, for as many tens of people as anything is
 * charged for.
 */
function costOf(ways: readonly CountedWay[], people: number): ReachRow["cost"] {
  const charged = ways.filter(({ price }) => price !== null);
  const currency = charged[0]?.price?.currency;
  if (currency === undefined) return null;
  const priceOf = ({ price }: CountedWay) => price?.thousandths ?? 0;
  const dearest = Math.max(...charged.map(priceOf));
  const isSame = ways.every((way) => priceOf(way) === dearest);
  const billed = isSame ? people : Math.ceil(sumOf(charged) / 10) * 10;
  return { thousandths: dearest * billed, currency };
}

function sumOf(ways: readonly CountedWay[]): number {
  return ways.reduce((sum, way) => sum + way.people, 0);
}
