import type { Band } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { rangeOf, shownAs } from "#app/model/shown-as.ts";
import type { Verdict } from "#app/statistics/change.ts";
import {
  type FunnelPlace,
  funnelLimits,
  funnelPlace,
  overDispersion,
} from "#app/statistics/funnel.ts";
import type { Interval } from "#app/statistics/interval.ts";
import { FEWEST_TEAMS } from "#app/statistics/shrinkage.ts";
import type { Words } from "../around.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";
import { countedTeam, type Standings, teamsWithin } from "./standing.ts";

/** One team in the funnel: a point where it is one number, else the room it may be in. */
export interface FunnelTeam {
  readonly population: Population;
  readonly figure: Disclosed;
  /** Fewest and most people that may be behind it: the same number where that is shown. */
  readonly n: readonly [least: number, most: number];
  /** Where its share may be; the same number twice where it is one. */
  readonly share: readonly [least: number, most: number];
  readonly verdict: Verdict | null;
  /** Null where it is no single number of counted people: nothing says where it lies. */
  readonly place: FunnelPlace["place"];
}

/** How far chance alone carries a team of n people. */
export interface FunnelLimit {
  readonly n: number;
  readonly limits95: Interval;
  readonly limits998: Interval;
}

export interface FunnelReading {
  readonly sentence: string;
  /** Where the whole stands: the same number twice where it is one. */
  readonly mu: readonly [least: number, most: number];
  readonly widened: boolean;
  readonly limits: readonly FunnelLimit[];
  readonly teams: readonly FunnelTeam[];
}

/** What people behind a band may be, at least and at most. */
const bandEnds: Readonly<Record<Band, readonly [number, number]>> = {
  "5-9": [5, 9],
  "10-19": [10, 19],
};

/** A funnel of fewer says nothing that the rows above it do not. */
const FEWEST_DRAWN = 3;
/** Enough for a curve that looks like one. */
const STEPS = 48;

/**
 * Every shown team of a group around the whole, with the limits of chance: null where the whole is
 * hidden or a range, or too few teams are shown. Where the whole is rounded the limits hold at both
 * ends of its rounding; so does what is said of a rounded team. They are widened only where at least
 * ten teams are numbers, for fewer do not say how much teams differ.
 */
export function funnelOf(
  members: readonly Population[],
  measure: string,
  whole: string,
  { at, standings, words }: { at: Lookup; standings: Standings; words: Words },
): FunnelReading | null {
  const centres = teamsWithin(at(whole, measure)).map(({ x, n }) => x / n);
  const [lowest = null, highest = lowest] = centres;
  if (lowest === null || highest === null) return null;
  const numbers = members.flatMap(({ key }) => countedTeam(at(key, measure)) ?? []);
  const tau2 =
    numbers.length < FEWEST_TEAMS
      ? 0
      : Math.max(...centres.map((mu) => overDispersion(numbers, mu)?.tau2 ?? 0));
  const teams = members.flatMap((population): FunnelTeam[] => {
    const figure = at(population.key, measure);
    const value = shown(figure);
    if (figure === null || value?.form !== "share") return [];
    const { base } = value;
    const n = "exact" in base ? ([base.exact, base.exact] as const) : bandEnds[base.band];
    const share = rangeOf(value) ?? tenthAround(value.value, shownAs(value) === "tenths");
    const verdict = standings.of(population.key, measure)?.verdict ?? null;
    return [{ population, figure, n, share, verdict, place: placeOf(figure, centres, tau2) }];
  });
  if (teams.length < FEWEST_DRAWN) return null;
  const [least, most] = [
    Math.min(...teams.map(({ n }) => n[0])),
    Math.max(...teams.map(({ n }) => n[1])),
  ];
  const drawn = someOf(teams);
  const some = words.t("teams.funnel.some", { n: drawn.length, all: teams.length });
  return {
    sentence: [sayFunnel(teams, words), ...(drawn.length < teams.length ? [some] : [])].join(" "),
    mu: [lowest, highest],
    widened: tau2 > 0,
    limits: sizesBetween(Math.max(1, least), most).map((n) => {
      const widest = (level: number): Interval => [
        funnelLimits(n, lowest, level, tau2)?.[0] ?? 0,
        funnelLimits(n, highest, level, tau2)?.[1] ?? 1,
      ];
      return { n, limits95: widest(0.95), limits998: widest(0.998) };
    }),
    teams: drawn,
  };
}

/** More marks than this cover each other, and make a page nobody waits for. */
const MOST_DRAWN = 300;

/** Of very many teams those outside what chance explains, then of the others as many as there is room for. */
function someOf(teams: readonly FunnelTeam[]): readonly FunnelTeam[] {
  if (teams.length <= MOST_DRAWN) return teams;
  const isOutside = ({ place }: FunnelTeam) => place !== null && place !== "within";
  const outside = teams.filter(isOutside).slice(0, MOST_DRAWN);
  const others = teams.filter((team) => !isOutside(team));
  const step = others.length / Math.max(1, MOST_DRAWN - outside.length);
  const kept = new Set([
    ...outside,
    ...Array.from(
      { length: MOST_DRAWN - outside.length },
      (_, place) => others[Math.floor(place * step)],
    ),
  ]);
  return teams.filter((team) => kept.has(team));
}

/** Where it lies at every end of what may be known; null where the ends disagree, or tell nothing. */
function placeOf(figure: Disclosed, centres: readonly number[], tau2: number): FunnelTeam["place"] {
  const places = teamsWithin(figure).flatMap((team) =>
    centres.map((mu) => funnelPlace(team, mu, tau2).place),
  );
  const [first = null] = places;
  return places.every((one) => one === first) ? first : null;
}

function tenthAround(value: number, isTenth: boolean): readonly [number, number] {
  return isTenth ? [Math.max(0, value - 0.05), Math.min(1, value + 0.05)] : [value, value];
}

/** Whole numbers of people from one to the other, each so much larger than the one before. */
function sizesBetween(least: number, most: number): readonly number[] {
  const ratio = most / least;
  const sizes = Array.from({ length: STEPS + 1 }, (_, step) =>
    Math.round(least * ratio ** (step / STEPS)),
  );
  return [...new Set(sizes)];
}

function sayFunnel(teams: readonly FunnelTeam[], { t }: Words): string {
  const placed = teams.filter(({ place }) => place !== null);
  const outside = placed.filter(({ place }) => place !== "within").length;
  if (placed.length === 0) return t("teams.funnel.untold");
  return outside === 0
    ? t("teams.funnel.none", { all: placed.length })
    : t("teams.funnel.sentence", { n: outside, all: placed.length });
}
