import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import { betaBinomial, MOST_PEOPLE, requireTeam, type Team } from "./beta-binomial.ts";
import { requireCount, requireLevel } from "./domain.ts";

export { type BetaPrior, betaBinomial, kleinmanMoments, type Team } from "./beta-binomial.ts";
export { funnel, funnelLimits, overDispersion } from "./funnel.ts";
export { finiteTeamMean, normalPrior, shrinkMean } from "./shrunk-means.ts";

/** Fewer teams than this say too little of how teams differ: use the company's prior instead. */
export const FEWEST_TEAMS = 10;

/**
 * What is believed of a team before it answered: a Beta(a, b), or mu and rho, or mu alone when all
 * teams are taken as one (a and b null, rho 0). What `betaBinomial` returns fits.
 */
export interface Prior {
  readonly mu?: number;
  readonly rho?: number;
  readonly a?: number | null;
  readonly b?: number | null;
}

/** A share between 0 and 1, as if everybody had answered. */
export interface FiniteTeam {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly standardDeviation: number;
}

/**
 * What share of a team of N is favourable, x of n having said so: the answers as they are, and for
 * the N − n who did not answer the posterior mean (x+a)/(n+a+b): (x + (N−n)·mean)/N. Finite-team
 * empirical Bayes: what was observed is not shrunk. `low` and `high` are the equal-tailed quantiles
 * of the beta-binomial prediction of the N − n (the least count whose cumulated probability reaches
 * each tail), so they can never leave what is possible, and nothing is uncertain when all answered.
 * `standardDeviation` is that of the same prediction. With a pooled prior the prediction is
 * binomial at mu. Null for a team of nobody.
 */
export function finiteTeamEstimate(
  { x, n, N }: Team & { readonly N: number },
  prior: Prior,
  level = 0.95,
): FiniteTeam | null {
  requireCount("N", N, MOST_PEOPLE);
  requireCount("n", n, N);
  requireCount("x", x, n);
  requireLevel(level);
  const belief = shapeOf(prior);
  if (N === 0) return null;
  const unseen = N - n;
  if (unseen === 0) return { estimate: x / N, low: x / N, high: x / N, standardDeviation: 0 };
  const [a, b] = belief.pooled ? [0, 0] : [belief.a + x, belief.b + n - x];
  const mean = belief.pooled ? belief.mu : a / (a + b);
  const binomial = unseen * mean * (1 - mean);
  const variance = belief.pooled ? binomial : (binomial * (a + b + unseen)) / (a + b + 1);
  const odds = belief.pooled
    ? () => mean / (1 - mean)
    : (k: number) => (a + k) / (b + unseen - k - 1);
  const certain = mean === 0 || mean === 1;
  const [low, high] = certain
    ? [unseen * mean, unseen * mean]
    : quantiles(unseen, odds, (1 - level) / 2);
  return {
    estimate: (x + unseen * mean) / N,
    low: (x + low) / N,
    high: (x + high) / N,
    standardDeviation: Math.sqrt(variance) / N,
  };
}

/**
 * Probability that a team's underlying share lies above the company's mu, given its answers: the
 * part above mu of Beta(a + x, b + n − x). Null when the teams show no difference (pooled prior).
 */
export function probabilityAboveCompany(team: Team, prior: Prior): number | null {
  const { x, n } = requireTeam(team);
  const belief = shapeOf(prior);
  if (belief.pooled) return null;
  return betaCdf(1 - belief.mu, belief.b + n - x, belief.a + x);
}

/** Where a team stands; most are `indistinguishable`, and no finer order than this is meant. */
export type Tier = "above" | "below" | "indistinguishable";

/**
 * Teams in three tiers instead of ranks: above (or below) when the probability of being above (or
 * below) the company's mu is at least `level`. The prior must be that of all teams, shown or not.
 */
export function threeTiers(
  teams: readonly Team[],
  prior: Prior | null = betaBinomial(teams),
  level = 0.9,
): readonly Tier[] {
  if (!(level > 0.5 && level < 1)) {
    throw new RangeError(`level must be above 0.5 and below 1, not ${level}`);
  }
  return teams.map((team) => {
    const above = prior && probabilityAboveCompany(team, prior);
    if (above === null) return "indistinguishable";
    if (above >= level) return "above";
    return above <= 1 - level ? "below" : "indistinguishable";
  });
}

type Belief =
  | { readonly pooled: true; readonly mu: number }
  | { readonly pooled: false; readonly mu: number; readonly a: number; readonly b: number };

/** @throws RangeError when the prior is neither a Beta nor a share with its correlation. */
function shapeOf({ mu, rho, a, b }: Prior): Belief {
  if (a != null && b != null) {
    if (!(a > 0 && b > 0 && Number.isFinite(a + b))) {
      throw new RangeError(`a and b of the prior must be above 0, not ${a} and ${b}`);
    }
    return { pooled: false, mu: a / (a + b), a, b };
  }
  if (mu === undefined || !(mu >= 0 && mu <= 1)) {
    throw new RangeError(`mu of the prior must be between 0 and 1, not ${mu}`);
  }
  if (rho === undefined || rho <= 0 || mu === 0 || mu === 1) return { pooled: true, mu };
  if (!(rho < 1)) throw new RangeError(`rho of the prior must be less than 1, not ${rho}`);
  return { pooled: false, mu, a: mu * (1 / rho - 1), b: (1 - mu) * (1 / rho - 1) };
}

/**
 * Equal-tailed quantiles of a count from 0 to `most`, whose probabilities follow from one another:
 * P(k+1)/P(k) = (most − k)/(k + 1) · odds(k). In logarithms, since P(0) may be too small to hold.
 */
function quantiles(
  most: number,
  odds: (k: number) => number,
  tail: number,
): readonly [low: number, high: number] {
  const logs = new Float64Array(most + 1);
  let top = 0;
  for (let k = 0; k < most; k += 1) {
    const log = (logs[k] ?? 0) + Math.log((most - k) / (k + 1)) + Math.log(odds(k));
    logs[k + 1] = log;
    if (log > top) top = log;
  }
  const weights = logs.map((log) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // A tail met exactly must not be missed by rounding.
  const reaches = (share: number) => {
    let cumulated = 0;
    const index = weights.findIndex((weight) => {
      cumulated += weight;
      return cumulated >= (share - 1e-12) * total;
    });
    return index === -1 ? most : index;
  };
  return [reaches(tail), reaches(1 - tail)];
}
