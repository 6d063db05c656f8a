import type { Population } from "#app/model/population.ts";
import { shownAs } from "#app/model/shown-as.ts";
import {
  type BetaPrior,
  betaBinomial,
  FEWEST_TEAMS,
  probabilityAboveCompany,
  type Team,
} from "#app/statistics/shrinkage.ts";
import { togetherJudged } from "../barometer/movers.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  isExact,
  isReal,
  type Lookup,
  shown,
} from "../disclosed.ts";

/** A team stands out only where it is at least so probable that it is above (or below) the others. */
export const SURE = 0.9;

/** How the teams of a group stand on the measures of a page. */
export interface Standings {
  /** How one differs from the rest of the whole; null where that cannot be asked. */
  readonly of: (population: string, measure: string) => Difference | null;
  /** How many teams say how much teams differ, by measure; null where they are too few to say. */
  readonly teams: (measure: string) => number | null;
}

interface Group {
  /** Everybody who is compared, whether or not they are looked at. */
  readonly members: readonly Population[];
  readonly measures: readonly string[];
  readonly whole: string;
  /** Teams as far below the company, where the members alone are too few. */
  readonly alike: readonly Population[];
}

/**
 * Every team of a group against the rest of it, on what a page shows, as one family: what stands
 * alone beyond chance may not among the others. Where at least ten teams are shown as numbers, a
 * team must also be above (or below) what they have in common with a probability of 90 %, once
 * drawn towards it: large differences of few people are the first to go. Nothing is computed from
 * what is not shown.
 */
export function standingsOf({ members, measures, whole, alike }: Group, at: Lookup): Standings {
  const cells = measures.flatMap((measure) =>
    members.flatMap(({ key }) => {
      const difference = differenceFromOthers(at(key, measure), at(whole, measure));
      return difference === null ? [] : [{ key, measure, difference }];
    }),
  );
  const together = togetherJudged(cells.map(({ difference }) => difference));
  const beliefs = new Map(measures.map((one) => [one, beliefFrom(one, members, alike, at)]));
  const kept = new Map(
    cells.map(({ key, measure, difference }, place) => {
      const judged = together[place] ?? difference;
      const belief = beliefs.get(measure) ?? null;
      return [`${key} ${measure}`, confirmed(judged, at(key, measure), belief)];
    }),
  );
  return {
    of: (population, measure) => kept.get(`${population} ${measure}`) ?? null,
    teams: (measure) => beliefs.get(measure)?.teams ?? null,
  };
}

interface Belief {
  readonly prior: BetaPrior;
  readonly teams: number;
}

/** A team as it is shown; null where it is no single number of counted people. */
export function countedTeam(figure: Disclosed | null): Team | null {
  const [team] = isExact(figure) ? teamsWithin(figure) : [];
  return team ?? null;
}

/** What a team may be: itself, or both ends of its rounding; nothing where it is a range. */
export function teamsWithin(figure: Disclosed | null): readonly Team[] {
  const value = shown(figure);
  if (value?.form !== "share" || !("exact" in value.base)) return [];
  const n = value.base.exact;
  const as = shownAs(value);
  const ends = as === "exact" ? [value.value] : as === "rounded" ? (value.within ?? []) : [];
  return ends.map((share) => ({ x: Math.round(share * n), n }));
}

function beliefFrom(
  measure: string,
  members: readonly Population[],
  alike: readonly Population[],
  at: Lookup,
): Belief | null {
  for (const populations of [members, alike]) {
    const teams = populations.flatMap(({ key }) => countedTeam(at(key, measure)) ?? []);
    const prior = teams.length < FEWEST_TEAMS ? null : betaBinomial(teams);
    if (prior !== null) return { prior, teams: teams.length };
  }
  return null;
}

function confirmed(
  difference: Difference,
  figure: Disclosed | null,
  belief: Belief | null,
): Difference {
  if (belief === null || !isReal(difference)) return difference;
  const sure = teamsWithin(figure).every((team) => {
    // Teams that show no difference at all have none that stands out.
    const above = probabilityAboveCompany(team, belief.prior) ?? 0.5;
    return difference.verdict === "above" ? above >= SURE : above <= 1 - SURE;
  });
  return sure ? difference : { ...difference, verdict: "indistinguishable", among: belief.teams };
}
