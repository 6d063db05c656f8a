/** A p between 0 and 1, or null where nothing was tested. */
export type MaybeP = number | null;

/**
 * Each p as the smallest share of false findings at which it would still be called a finding:
 * sorted, the smallest of m·p(j)/j from its place on, m being how many were tested (Benjamini &
 * Hochberg, 1995; R's p.adjust(method = "BH")). What was not tested stays null and is not counted.
 * @throws RangeError naming the place of what is not a p.
 */
export function benjaminiHochberg(p: readonly MaybeP[]): MaybeP[] {
  return adjust(p, (sorted) => {
    const m = sorted.length;
    let least = 1;
    return sorted
      .map((one, place) => one * (m / (place + 1)))
      .toReversed()
      .map((one) => {
        least = Math.min(least, one);
        return least;
      })
      .toReversed();
  });
}

/**
 * Each p as the smallest chance of even one false finding among all: sorted, the greatest of
 * (m − j + 1)·p(j) up to its place, at most 1 (Holm, 1979; R's p.adjust(method = "holm")). What was
 * not tested stays null and is not counted.
 * @throws RangeError naming the place of what is not a p.
 */
export function holm(p: readonly MaybeP[]): MaybeP[] {
  return adjust(p, (sorted) => {
    let most = 0;
    return sorted.map((one, place) => {
      most = Math.min(1, Math.max(most, one * (sorted.length - place)));
      return most;
    });
  });
}

function adjust(
  p: readonly MaybeP[],
  inOrder: (sorted: readonly number[]) => readonly number[],
): MaybeP[] {
  const tested = p.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  for (const { value, place } of tested) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`p[${place}] must be between 0 and 1, or null, not ${value}`);
    }
  }
  tested.sort((a, b) => a.value - b.value);
  const adjusted: MaybeP[] = p.map(() => null);
  inOrder(tested.map(({ value }) => value)).forEach((value, place) => {
    const at = tested[place];
    if (at !== undefined) adjusted[at.place] = value;
  });
  return adjusted;
}
