/** @throws RangeError naming the argument, and the place in it, when a value is not a finite number. */
export function requireNumbers(name: string, values: ArrayLike<number>): void {
  for (let place = 0; place < values.length; place += 1) {
    if (!Number.isFinite(values[place])) {
      throw new RangeError(`${name}[${place}] must be a finite number, not ${values[place]}`);
    }
  }
}

/** Arithmetic mean; null of nothing. */
export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}

/**
 * Quantile of values already in ascending order, by linear interpolation between the two nearest
 * (type 7 of Hyndman & Fan, 1996: R's default). Null of nothing.
 */
export function quantileOfSorted(sorted: readonly number[], probability: number): number | null {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}

/** Rank of each value from 1 up; equal values share the mean of their ranks (R's default). */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((value, place) => ({ value, place }));
  order.sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (const { place } of order.slice(start, end + 1)) ranks[place] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}
