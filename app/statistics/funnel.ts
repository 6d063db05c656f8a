import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import binomialQuantile from "@stdlib/stats-base-dists-binomial-quantile";
import { MOST_PEOPLE, requireTeam, type Team } from "./beta-binomial.ts";
import { requireCount } from "./domain.ts";
import { type Interval, z } from "./interval.ts";

/** Below this many answers the limits are those of the binomial itself, not of its normal shape. */
export const EXACT_BELOW = 30;

/** Share of the teams at each end whose distance is pulled in before over-dispersion is judged. */
const WINSORISED = 0.1;

/**
 * Between which shares a team of n answers lies by chance alone, `level` of the time, if it is like
 * the company (mu): mu ± z·√(mu(1−mu)/n + tau2). Below 30 answers and without over-dispersion, the
 * exact binomial limits with Spiegelhalter's interpolation (2005, appendix A.1): (r − α)/n, where r
 * is the binomial quantile and α = (F(r) − p)/(F(r) − F(r−1)). Kept within 0 and 1; null for n = 0.
 */
export function funnelLimits(n: number, mu: number, level = 0.95, tau2 = 0): Interval | null {
  requireCount("n", n, MOST_PEOPLE);
  requireShare("mu", mu);
  if (!(tau2 >= 0 && tau2 < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`tau2 must be 0 or more, not ${tau2}`);
  }
  const quantile = z(level);
  if (n === 0) return null;
  if (n < EXACT_BELOW && tau2 === 0) {
    const tail = (1 - level) / 2;
    return [interpolated(tail, n, mu), interpolated(1 - tail, n, mu)];
  }
  const half = quantile * Math.sqrt((mu * (1 - mu)) / n + tau2);
  return [Math.max(0, mu - half), Math.min(1, mu + half)];
}

/** How much more teams differ than chance explains. */
export interface OverDispersion {
  /** Mean of the squared winsorised distances: 1 when chance explains everything. */
  readonly phi: number;
  /** Variance between teams added to every limit; 0 unless phi is above 1. */
  readonly tau2: number;
}

/**
 * Over-dispersion of teams around mu (their pooled share unless given), Spiegelhalter (2005):
 * distances z = (p − mu)/√(mu(1−mu)/n), those beyond the 10 % and 90 % quantiles (R's type 7) set
 * to them, phi their mean square, and when phi > 1 the additive
 * tau2 = (I·phi − (I − 1)) / (Σw − Σw²/Σw), w = n/(mu(1−mu)), I teams (DerSimonian & Laird).
 * Null when it is undefined: fewer than two teams with answers, or a mu of 0 or 1.
 */
export function overDispersion(
  teams: readonly Team[],
  mu: number | null = pooledShare(teams),
): OverDispersion | null {
  const answering = teams.filter((team, index) => requireTeam(team, `teams[${index}]`).n > 0);
  if (mu !== null) requireShare("mu", mu);
  if (mu === null || mu === 0 || mu === 1 || answering.length < 2) return null;
  const variance = mu * (1 - mu);
  const distances = answering
    .map(({ x, n }) => (x / n - mu) / Math.sqrt(variance / n))
    .sort((one, other) => one - other);
  const [low, high] = [quantileOf(distances, WINSORISED), quantileOf(distances, 1 - WINSORISED)];
  const count = distances.length;
  const pulledIn = distances.map((distance) => Math.min(Math.max(distance, low), high));
  const phi = pulledIn.reduce((sum, distance) => sum + distance * distance, 0) / count;
  if (phi <= 1) return { phi, tau2: 0 };
  const weights = answering.map(({ n }) => n / variance);
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const squares = weights.reduce((before, weight) => before + weight * weight, 0);
  return { phi, tau2: (count * phi - (count - 1)) / (sum - squares / sum) };
}

/** Where a team lies in the funnel: within 95 %, outside 95 % only, or outside 99.8 %. */
export interface FunnelPlace {
  readonly share: number | null;
  readonly limits95: Interval | null;
  readonly limits998: Interval | null;
  readonly place: "within" | "outside95" | "outside998" | null;
}

/** A whole funnel around the pooled share of the teams. */
export interface Funnel {
  readonly mu: number;
  readonly overDispersion: OverDispersion | null;
  readonly teams: readonly FunnelPlace[];
}

/**
 * Funnel of teams: limits at 95 % and 99.8 % around their pooled share, widened by the
 * over-dispersion found among them (where they are exact, the interpolated upper curve passes under
 * the last count that is still within). A team where nobody answered has no place. Null when nobody
 * answered at all.
 */
export function funnel(teams: readonly Team[]): Funnel | null {
  const mu = pooledShare(teams);
  if (mu === null) return null;
  const spread = overDispersion(teams, mu);
  const places = teams.map((team) => funnelPlace(team, mu, spread?.tau2));
  return { mu, overDispersion: spread, teams: places };
}

/**
 * Where one team lies among limits around mu, widened by tau2. Where the limits are exact, a team is
 * outside when so many favourable answers or more (or so few or less) are rarer than the tail.
 */
export function funnelPlace(team: Team, mu: number, tau2 = 0): FunnelPlace {
  const limits95 = funnelLimits(team.n, mu, 0.95, tau2);
  const limits998 = funnelLimits(team.n, mu, 0.998, tau2);
  if (limits95 === null || limits998 === null) {
    return { share: null, limits95, limits998, place: null };
  }
  const exact = team.n < EXACT_BELOW && tau2 === 0;
  const outside = (limits: Interval, level: number) =>
    exact ? isRarer(team, mu, (1 - level) / 2) : isBeyond(team, limits);
  const place = outside(limits998, 0.998)
    ? "outside998"
    : outside(limits95, 0.95)
      ? "outside95"
      : "within";
  return { share: team.x / team.n, limits95, limits998, place };
}

function isBeyond({ x, n }: Team, [low, high]: Interval): boolean {
  return x / n < low || x / n > high;
}

function isRarer({ x, n }: Team, mu: number, tail: number): boolean {
  if (mu === 0 || mu === 1) return false;
  const atMost = binomialCdf(x, n, mu);
  const atLeast = binomialCdf(n - x, n, 1 - mu);
  return Math.min(atMost, atLeast) < tail;
}

function interpolated(tail: number, n: number, mu: number): number {
  if (mu === 0 || mu === 1) return mu;
  const r = binomialQuantile(tail, n, mu);
  const [upTo, below] = [binomialCdf(r, n, mu), r === 0 ? 0 : binomialCdf(r - 1, n, mu)];
  const alpha = (upTo - tail) / (upTo - below);
  return Math.min(1, Math.max(0, (r - alpha) / n));
}

function pooledShare(teams: readonly Team[]): number | null {
  let [favourable, answers] = [0, 0];
  for (const [index, team] of teams.entries()) {
    const { x, n } = requireTeam(team, `teams[${index}]`);
    favourable += x;
    answers += n;
  }
  return answers === 0 ? null : favourable / answers;
}

/** Quantile of sorted values, type 7 of Hyndman & Fan (1996), as R's default. */
function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (place - Math.floor(place)) * (high - low);
}

function requireShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${name} must be between 0 and 1, not ${value}`);
  }
}
