/** A part of a population a sample is drawn from. */
export interface Stratum {
  readonly people: number;
}

/**
 * How many people to draw of each stratum, for a sample of `share` of all: in proportion, and whole
 * people by largest remainder (Hamilton's method; Cochran, Sampling Techniques, 1977, 5.5 for why in
 * proportion). A stratum gives at least `least` people, or everybody where there are no more, so that
 * no part of the company is unheard: the sample is then larger than its share.
 */
export function allocate(
  strata: readonly Stratum[],
  share: number,
  least: number,
): readonly number[] {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share must be over 0 and at most 1`);
  const total = strata.reduce((sum, { people }) => sum + people, 0);
  const whole = Math.round(total * share);
  const exact = strata.map(({ people }) => people * share);
  const floors = exact.map((quota) => Math.floor(quota + 1e-9));
  const left = whole - floors.reduce((sum, n) => sum + n, 0);
  const byRemainder = exact
    .map((quota, at) => ({ at, remainder: quota - (floors[at] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.at - b.at);
  const lucky = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ at }) => at));
  return strata.map(({ people }, at) =>
    Math.min(people, Math.max(least, (floors[at] ?? 0) + (lucky.has(at) ? 1 : 0))),
  );
}
