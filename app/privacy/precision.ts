/**
 * How finely a share is shown, from the finest to the coarsest: as it is, to the nearest hundredth
 * (whole percent), fiftieth, twentieth or tenth, or only as the fifth, third or half of the scale
 * that it lies in.
 */
export const precisions = [
  "exact",
  "hundredth",
  "fiftieth",
  "twentieth",
  "tenth",
  "fifth",
  "third",
  "half",
] as const;
export type Precision = (typeof precisions)[number];

/** Both ends are possible. In people (or points of a scale), or in shares of 1. */
export type Range = readonly [least: number, most: number];

/** A count that is to be shown: x of n. */
export interface Shown {
  readonly n: number;
  readonly x: number;
  /** x is a whole number: favourable people are, a sum of shares is not. */
  readonly whole: boolean;
  /** So many people at either end are never told apart: none, one, … or `ends` look the same. */
  readonly ends: number;
}

const steps: Partial<Record<Precision, number>> = {
  hundredth: 0.01,
  fiftieth: 0.02,
  twentieth: 0.05,
  tenth: 0.1,
};
const parts: Partial<Record<Precision, number>> = { fifth: 5, third: 3, half: 2 };
/** Shares carry rounding errors of a few units in the last place. */
const NEARLY = 1e-9;

/**
 * Every x that would be shown the same way: what is left to somebody who knows n and this rule. It
 * depends on x through what is shown only, so that no more can be read from how it was rounded.
 */
export function possible(shown: Shown, precision: Precision): Range {
  const { n, x, whole, ends } = shown;
  if (ends === 0) return alike(shown, x, precision);
  const [low, high] = endsOf(shown, precision);
  if (x <= low) return [0, low];
  if (x >= high) return [high, n];
  const [least, most] = alike(shown, x, precision);
  const apart = whole ? 1 : 0;
  return [Math.max(least, low + apart), Math.min(most, high - apart)];
}

/** What is written of a count: the count itself, or the range it lies in and the middle of that. */
export interface Written {
  readonly value: number;
  readonly within: Range | null;
}

/**
 * What is written of it. Under 20 the two ends begin where they would for the fewest people of the
 * same band, so that they tell no more of n than the band does.
 */
export function written(shown: Shown, precision: Precision): Written {
  const { n, x, ends } = shown;
  if (ends > 0) {
    const [low, high] = endsOf(shown, precision);
    if (x <= low) return inRange([0, nominal(low, shown)]);
    if (x >= high) return inRange([1 - nominal(n - high, shown), 1]);
  }
  const [least, most] = bandOf(x / n, precision);
  return precision === "exact"
    ? { value: x / n, within: null }
    : inRange([Math.max(0, least), Math.min(1, most)]);
}

/** Where the low end stops and the high end begins. */
function endsOf(shown: Shown, precision: Precision): Range {
  const { n, whole, ends } = shown;
  const low = Math.max(ends, alike(shown, 0, precision)[1]);
  const high = Math.min(n - ends, alike(shown, n, precision)[0]);
  if (low < high) return [low, high];
  // In very few people the two ends meet: each keeps its half.
  return whole ? [Math.ceil(n / 2) - 1, Math.ceil(n / 2)] : [n / 2, n / 2];
}

/** The counts that share a band with x, before the ends are put together. */
function alike({ n, whole }: Shown, x: number, precision: Precision): Range {
  if (precision === "exact") return [x, x];
  const [low, high] = bandOf(x / n, precision);
  const [least, most] = [Math.max(0, low * n), Math.min(n, high * n)];
  if (!whole) return [least, most];
  return [Math.ceil(least - NEARLY), high >= 1 ? n : Math.ceil(most - NEARLY) - 1];
}

/** The band of shares around one: from its low end, included, to its high end, left out. */
function bandOf(share: number, precision: Precision): Range {
  const step = steps[precision];
  if (step !== undefined) {
    const nearest = Math.floor(share / step + 0.5 + NEARLY);
    return [(nearest - 0.5) * step, (nearest + 0.5) * step];
  }
  const count = parts[precision];
  if (count === undefined) return [share, share];
  const band = Math.min(count - 1, Math.floor(share * count + NEARLY));
  return [band / count, (band + 1) / count];
}

function nominal(atMost: number, { n, ends }: Shown): number {
  if (n >= 20 || atMost > ends) return tidy(Math.ceil((atMost / n) * 100 - NEARLY) / 100);
  return tidy(Math.min(0.5, ends / (n < 10 ? 5 : 10)));
}

function inRange(within: Range): Written {
  // Outward, so that the range holds what it is the range of.
  const low = Math.floor(within[0] * 1e6 + NEARLY) / 1e6;
  const high = Math.ceil(within[1] * 1e6 - NEARLY) / 1e6;
  return { value: tidy((low + high) / 2), within: [low, high] };
}

function tidy(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
