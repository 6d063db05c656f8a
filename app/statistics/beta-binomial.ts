import { requireCount } from "./domain.ts";
import { peak } from "./likelihood.ts";

/** Favourable answers of a team, and how many answered. */
export interface Team {
  readonly x: number;
  readonly n: number;
}

/**
 * How the shares of the teams of a company spread: a Beta(a, b) of mean mu = a/(a+b), two people of
 * one team being correlated by rho = 1/(a+b+1). When the teams show no difference beyond chance,
 * rho is 0 and a and b are null: the Beta would be a single point, at mu.
 */
export interface BetaPrior {
  readonly mu: number;
  readonly rho: number;
  readonly a: number | null;
  readonly b: number | null;
}

/** More people than any team has; a larger count is a mistake. */
export const MOST_PEOPLE = 10_000_000;

/** Teams that are each of one mind would give rho = 1, where the Beta no longer exists. */
const LARGEST_RHO = 1 - 1e-6;

/**
 * The beta-binomial fitted to teams by maximum likelihood on mu and rho (0 to 1): the likelihood of
 * Griffiths (1973) in theta = rho/(1−rho), its peak found along theta with the best mu at each.
 * Agrees with R's VGAM::vglm(cbind(x, n − x) ~ 1, betabinomial). Where it has no peak (every team
 * unanimous), Kleinman's moments (1973), at most 0.999999. Teams where nobody answered say nothing;
 * null when nobody answered at all.
 */
export function betaBinomial(teams: readonly Team[]): BetaPrior | null {
  const answering = teams.filter((team, index) => requireTeam(team, `teams[${index}]`).n > 0);
  if (answering.length === 0) return null;
  const [x, n] = [total(answering, "x"), total(answering, "n")];
  if (x === 0 || x === n) return { mu: x / n, rho: 0, a: null, b: null };
  const likelihood = likelihoodOf(answering, x / n);
  const theta = peak(likelihood, 1e-10, 1e6);
  if (theta === null) return fromMoments(answering);
  if (theta === 0) return { mu: x / n, rho: 0, a: null, b: null };
  const mu = likelihood.bestMu(theta);
  return { mu, rho: theta / (1 + theta), a: mu / theta, b: (1 - mu) / theta };
}

/**
 * Kleinman's moment estimates (1973), teams weighted by their answers; rho may come out negative
 * (less spread than chance) or above 1, and is not clamped here. Null when it is undefined: nobody
 * answered, everybody alike, one team, or one answer a team.
 */
export function kleinmanMoments(teams: readonly Team[]): { mu: number; rho: number } | null {
  const answering = teams.filter((team, index) => requireTeam(team, `teams[${index}]`).n > 0);
  const n = total(answering, "n");
  const mu = n === 0 ? 0 : total(answering, "x") / n;
  const spread = sum(answering, (team) => team.n * (team.x / team.n - mu) ** 2);
  const sizes = sum(answering, (team) => team.n * (1 - team.n / n));
  const teamsLessOne = sum(answering, (team) => 1 - team.n / n);
  const scale = mu * (1 - mu) * (sizes - teamsLessOne);
  if (!(scale > 1e-12 * n)) return null;
  return { mu, rho: (spread - mu * (1 - mu) * teamsLessOne) / scale };
}

/** @throws RangeError naming the team when x of n is not a count of answers. */
export function requireTeam({ x, n }: Team, name = "team"): Team {
  requireCount(`n of ${name}`, n, MOST_PEOPLE);
  requireCount(`x of ${name}`, x, n);
  return { x, n };
}

function fromMoments(teams: readonly Team[]): BetaPrior {
  const mu = total(teams, "x") / total(teams, "n");
  const rho = Math.min(kleinmanMoments(teams)?.rho ?? 0, LARGEST_RHO);
  if (rho <= 0) return { mu, rho: 0, a: null, b: null };
  const size = 1 / rho - 1;
  return { mu, rho, a: mu * size, b: (1 - mu) * size };
}

/**
 * The likelihood is a product of terms mu + r·theta, (1 − mu) + r·theta and 1 + r·theta; how often
 * each occurs is counted once, so that its cost is the largest team and not the company.
 */
function likelihoodOf(teams: readonly Team[], pooled: number) {
  const yes = exceeding(teams.map(({ x }) => x));
  const no = exceeding(teams.map(({ x, n }) => n - x));
  const all = exceeding(teams.map(({ n }) => n));
  let known = { theta: 0, mu: pooled };

  /** For a given theta the likelihood is concave in mu: Newton's steps, halved back into reach. */
  function bestMu(theta: number): number {
    if (theta === known.theta) return known.mu;
    let [low, high, mu] = [0, 1, known.mu];
    for (let turn = 0; turn < 100; turn += 1) {
      let [slope, bend] = [0, 0];
      for (let r = 0; r < yes.length; r += 1) {
        const base = mu + r * theta;
        slope += (yes[r] ?? 0) / base;
        bend += (yes[r] ?? 0) / (base * base);
      }
      for (let r = 0; r < no.length; r += 1) {
        const base = 1 - mu + r * theta;
        slope -= (no[r] ?? 0) / base;
        bend += (no[r] ?? 0) / (base * base);
      }
      if (slope > 0) low = mu;
      else high = mu;
      const step = slope / bend;
      const next = mu + step > low && mu + step < high ? mu + step : (low + high) / 2;
      const moved = Math.abs(next - mu);
      mu = next;
      // Newton squares its error: a step of 1e-9 leaves none.
      if (moved < 1e-9) break;
    }
    known = { theta, mu };
    return mu;
  }

  function along(theta: number, term: (count: number, base: number, r: number) => number): number {
    const mu = bestMu(theta);
    let sum = 0;
    for (let r = 0; r < yes.length; r += 1) sum += term(yes[r] ?? 0, mu + r * theta, r);
    for (let r = 0; r < no.length; r += 1) sum += term(no[r] ?? 0, 1 - mu + r * theta, r);
    for (let r = 0; r < all.length; r += 1) sum -= term(all[r] ?? 0, 1 + r * theta, r);
    return sum;
  }

  return {
    bestMu,
    height: (theta: number) => along(theta, (count, base) => count * Math.log(base)),
    slope: (theta: number) => along(theta, (count, base, r) => (count * r) / base),
  };
}

/** At r: how many of the counts are larger than r. */
function exceeding(counts: readonly number[]): Float64Array {
  const larger = new Float64Array(counts.reduce((most, count) => Math.max(most, count), 0));
  for (const count of counts) if (count > 0) larger[count - 1] = (larger[count - 1] ?? 0) + 1;
  for (let r = larger.length - 2; r >= 0; r -= 1)
    larger[r] = (larger[r] ?? 0) + (larger[r + 1] ?? 0);
  return larger;
}

function total(teams: readonly Team[], of: keyof Team): number {
  return sum(teams, (team) => team[of]);
}

function sum(teams: readonly Team[], of: (team: Team) => number): number {
  return teams.reduce((before, team) => before + of(team), 0);
}
