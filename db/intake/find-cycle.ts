/**
 * A circle in a forest that should have none: the places that lead to each other, or null.
 * `above[i]` is the place above place i, or -1 at the top.
 */
export function findCycle(above: Int32Array): readonly number[] | null {
  // 0 not seen, 1 on the way up from the current start, 2 known to reach the top.
  const state = new Uint8Array(above.length);
  for (let start = 0; start < above.length; start += 1) {
    let at = start;
    while (at !== -1 && state[at] === 0) {
      state[at] = 1;
      at = above[at] ?? -1;
    }
    if (at !== -1 && state[at] === 1) {
      const circle = [at];
      for (let next = above[at] ?? -1; next !== at; next = above[next] ?? -1) circle.push(next);
      return circle;
    }
    for (at = start; at !== -1 && state[at] === 1; at = above[at] ?? -1) state[at] = 2;
  }
  return null;
}
