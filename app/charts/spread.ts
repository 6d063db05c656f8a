/**
 * Places along a line, moved apart where they are closer than `least`, each as little as it takes
 * and in the order they were in. What has no place keeps none.
 */
export function spread(
  places: readonly (number | null)[],
  least: number,
): readonly (number | null)[] {
  const order = places
    .flatMap((place, index) => (place === null ? [] : [{ place, index }]))
    .toSorted((a, b) => a.place - b.place || a.index - b.index);
  const moved: number[] = [];
  for (const { place } of order) {
    const before = moved.at(-1);
    moved.push(before === undefined ? place : Math.max(place, before + least));
  }
  // What was pushed past the end comes back, and pushes those before it.
  let after = 100;
  for (let at = moved.length - 1; at >= 0; at -= 1) {
    after = Math.min(moved[at] ?? after, after);
    moved[at] = after;
    after -= least;
  }
  const kept: (number | null)[] = places.map(() => null);
  for (const [at, { index }] of order.entries()) kept[index] = moved[at] ?? null;
  return kept;
}
