/** A distribution over whole numbers with one mode, known by the ratio of each chance to the next. */
export interface Law {
  readonly least: number;
  readonly most: number;
  /** The most likely value, or one beside it. */
  readonly mode: number;
  /** Chance of k + 1 over the chance of k. */
  readonly step: (k: number) => number;
}

/** Values whose chances differ by less than this are as unlikely as each other, as in R. */
const AS_LIKELY = 1e-7;

/** How many favourable there are among n people drawn from N of whom K are. */
export function drawnFrom(K: number, n: number, N: number): Law {
  const [least, most] = [Math.max(0, n - (N - K)), Math.min(n, K)];
  return {
    least,
    most,
    mode: within(Math.floor((n + 1) * ((K + 1) / (N + 2))), least, most),
    step: (k) => ((K - k) / (k + 1)) * ((n - k) / (N - K - n + k + 1)),
  };
}

/** How many of n people are favourable when each is with a chance strictly between 0 and 1. */
export function drawnWith(chance: number, n: number): Law {
  const odds = chance / (1 - chance);
  return {
    least: 0,
    most: n,
    mode: within(Math.floor((n + 1) * chance), 0, n),
    step: (k) => ((n - k) / (k + 1)) * odds,
  };
}

/**
 * Chance of x or less, and of x or more. Summed from weights relative to the mode, without
 * factorials or logarithms: exact to about 1e-12 up to millions of people, and relative to itself
 * also far out, where 1 − (the other tail) would have lost it.
 */
export function tails(law: Law, x: number): { readonly below: number; readonly above: number } {
  const { from, weights } = weigh(law);
  const at = Math.min(Math.max(x - from, -1), weights.length);
  const total = sum(weights);
  return {
    below: Math.min(1, sum(weights.slice(0, at + 1)) / total),
    above: Math.min(1, sum(weights.slice(Math.max(0, at))) / total),
  };
}

/**
 * Chance of a value less likely than x, and of one just as likely (x itself included): what an
 * exact two-sided test adds up.
 */
export function asUnlikely(law: Law, x: number): { readonly less: number; readonly same: number } {
  const { from, weights } = weigh(law);
  const own = weights[x - from] ?? 0;
  const total = sum(weights);
  return {
    less: sum(weights.filter((weight) => weight < own * (1 - AS_LIKELY))) / total,
    same: sum(weights.filter((weight) => Math.abs(weight - own) <= own * AS_LIKELY)) / total,
  };
}

/** Weights from the lowest to the highest value that is not too unlikely to be written down. */
function weigh({ least, most, mode, step }: Law): { from: number; weights: number[] } {
  const up: number[] = [];
  const down: number[] = [];
  for (let k = mode, weight = 1; k < most && weight > 0; k += 1) {
    weight *= step(k);
    up.push(weight);
  }
  for (let k = mode, weight = 1; k > least && weight > 0; k -= 1) {
    weight /= step(k - 1);
    down.push(weight);
  }
  return { from: mode - down.length, weights: [...down.reverse(), 1, ...up] };
}

/** Smallest first, so that the small ones count. */
function sum(weights: readonly number[]): number {
  const [first = 0, last = 0] = [weights[0], weights.at(-1)];
  return first <= last
    ? weights.reduce((total, weight) => total + weight, 0)
    : weights.reduceRight((total, weight) => total + weight, 0);
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
