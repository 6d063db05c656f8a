import { requireCount, requireLevel } from "./domain.ts";
import { type Interval, z } from "./interval.ts";
import { peak } from "./likelihood.ts";
import type { Moments } from "./mean.ts";

/** How the means of teams spread: around mu with variance tau2, people within a team with sigma2. */
export interface NormalPrior {
  readonly mu: number;
  readonly tau2: number;
  readonly sigma2: number;
}

/** What a team's answers say of its index: how many people, and their mean. */
export interface TeamMean {
  readonly n: number;
  readonly mean: number;
}

/** A mean drawn towards the company's, in the units of the index. */
export interface ShrunkMean {
  readonly estimate: number;
  /** B, the weight of the team's own mean, 0 to 1. */
  readonly weight: number;
  readonly standardDeviation: number;
}

/**
 * Variance between and within teams by restricted maximum likelihood (REML), one random intercept a
 * team: R's nlme::lme(y ~ 1, random = ~ 1 | team) and lme4::lmer. tau2 is 0 when teams differ no
 * more than chance explains. Null with fewer than two people.
 * @throws RangeError when a team's moments are impossible.
 */
export function normalPrior(teams: readonly Moments[]): NormalPrior | null {
  const groups = teams.map(groupOf).filter(({ n }) => n > 0);
  const people = sum(groups, ({ n }) => n);
  if (people < 2) return null;
  const within = sum(groups, (group) => group.within);
  const at = (ratio: number) => {
    const weight = ({ n }: { n: number }) => n / (1 + n * ratio);
    const total = sum(groups, weight);
    const mu = sum(groups, (group) => weight(group) * group.mean) / total;
    const squares = (power: number) =>
      sum(groups, (group) => weight(group) ** power * (group.mean - mu) ** 2);
    const heavy = sum(groups, (group) => weight(group) ** 2) / total;
    return { mu, total, heavy, lost: within + squares(1), gained: squares(2) };
  };
  const pooled = at(0);
  if (pooled.lost <= 1e-14 * sum(groups, ({ n, mean }) => n * mean * mean)) {
    return { mu: pooled.mu, tau2: 0, sigma2: 0 };
  }
  const ratio = peak(
    {
      height: (tried) => {
        const { total, lost } = at(tried);
        const spread = sum(groups, ({ n }) => Math.log1p(n * tried));
        return -((people - 1) * Math.log(lost) + spread + Math.log(total)) / 2;
      },
      slope: (tried) => {
        const { total, heavy, lost, gained } = at(tried);
        return ((people - 1) * gained) / lost - (total - heavy);
      },
    },
    1e-8,
    1e8,
  );
  if (ratio === null) {
    // Nobody differs from their team: each team's mean is exactly what it is.
    const mu = sum(groups, ({ mean }) => mean) / groups.length;
    const between = sum(groups, ({ mean }) => (mean - mu) ** 2) / (groups.length - 1);
    return { mu, tau2: between, sigma2: 0 };
  }
  const { mu, lost } = at(ratio);
  const sigma2 = lost / (people - 1);
  return { mu, tau2: ratio * sigma2, sigma2 };
}

/**
 * A team's underlying index: mu + B·(mean − mu), B = tau2/(tau2 + sigma2/n), which is the best
 * linear unbiased prediction of a mixed model. Spread of the posterior: √(tau2·(1 − B)).
 */
export function shrinkMean({ n, mean }: TeamMean, prior: NormalPrior): ShrunkMean {
  requireCount("n", n);
  requirePrior(prior);
  if (n > 0 && !Number.isFinite(mean)) throw new RangeError(`mean must be a number, not ${mean}`);
  const { mu, tau2, sigma2 } = prior;
  const weight = n === 0 || tau2 === 0 ? 0 : tau2 / (tau2 + sigma2 / n);
  const own = weight === 0 ? 0 : weight * (mean - mu);
  return { estimate: mu + own, weight, standardDeviation: Math.sqrt(tau2 * (1 - weight)) };
}

/**
 * The index of a team of N as if all had answered: its mean for the n who did, the shrunk mean for
 * the others, (n·mean + (N−n)·shrunk)/N. The interval is the normal one of what the others would
 * say: variance (N−n)²·tau2(1−B) + (N−n)·sigma2, over N². Null for a team of nobody.
 */
export function finiteTeamMean(
  { n, mean, N }: TeamMean & { readonly N: number },
  prior: NormalPrior,
  level = 0.95,
): { estimate: number; low: number; high: number; standardDeviation: number } | null {
  requireCount("N", N);
  requireCount("n", n, N);
  requireLevel(level);
  const { estimate: shrunk, standardDeviation: doubt } = shrinkMean({ n, mean }, prior);
  if (N === 0) return null;
  const unseen = N - n;
  const estimate = ((n === 0 ? 0 : n * mean) + unseen * shrunk) / N;
  const standardDeviation = Math.sqrt((unseen * doubt) ** 2 + unseen * prior.sigma2) / N;
  const half = z(level) * standardDeviation;
  const [low, high]: Interval = [estimate - half, estimate + half];
  return { estimate, low, high, standardDeviation };
}

function groupOf({ n, sum: total, squares }: Moments, index: number) {
  requireCount(`n of teams[${index}]`, n);
  if (n === 0) return { n, mean: 0, within: 0 };
  const mean = total / n;
  const within = squares - n * mean * mean;
  if (!(Number.isFinite(mean) && within >= -1e-9 * Math.max(1, squares))) {
    throw new RangeError(`teams[${index}] must have a sum and squares that n numbers can have`);
  }
  return { n, mean, within: n === 1 ? 0 : Math.max(0, within) };
}

function requirePrior({ mu, tau2, sigma2 }: NormalPrior): void {
  if (!Number.isFinite(mu)) throw new RangeError(`mu must be a number, not ${mu}`);
  for (const [name, value] of Object.entries({ tau2, sigma2 })) {
    if (!(value >= 0 && Number.isFinite(value))) {
      throw new RangeError(`${name} must be 0 or more, not ${value}`);
    }
  }
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((before, value) => before + of(value), 0);
}
