/** What is known of a likelihood along one parameter that cannot be negative, such as a variance. */
export interface Profile {
  /** Its logarithm, up to a constant. */
  readonly height: (at: number) => number;
  /** The derivative of `height`: only its sign is used. */
  readonly slope: (at: number) => number;
}

/** A gain of log-likelihood smaller than this is rounding, not evidence. */
const NOTICEABLE = 1e-8;

/** Steps to a power of ten when the profile is walked; two peaks within one step are not told apart. */
const STEPS = 4;

/**
 * Where a profile is highest, from 0 to `most`: every change of sign of its slope is found on a
 * logarithmic walk from `least` and halved to rounding error, so that a second peak cannot hide the
 * first. 0 when no peak is noticeably higher than the pooled value at 0; null when the profile
 * still rises at `most`: the likelihood has no peak.
 */
export function peak({ height, slope }: Profile, least: number, most: number): number | null {
  let best = { at: 0, height: height(0) + NOTICEABLE };
  let [low, rising] = [least, slope(least) > 0];
  const walk = Math.round(Math.log10(most / least) * STEPS);
  for (let step = 1; step <= walk; step += 1) {
    const high = least * 10 ** (step / STEPS);
    const risesStill = slope(high) > 0;
    if (rising && !risesStill) {
      const at = halve(slope, low, high);
      const candidate = { at, height: height(at) };
      if (candidate.height > best.height) best = candidate;
    }
    [low, rising] = [high, risesStill];
  }
  return rising && height(most) > best.height ? null : best.at;
}

function halve(slope: (at: number) => number, from: number, to: number): number {
  let [low, high] = [Math.log(from), Math.log(to)];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (slope(Math.exp(middle)) > 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
