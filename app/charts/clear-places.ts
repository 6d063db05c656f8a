import { TALL } from "./reference-places.ts";
import type { TrendPoint, TrendRun } from "./trend-places.ts";

/** Where a name may stand: at a point of its line, so many pixels over or under it. */
export interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly under: number;
}

/** How far along its line a name is tried, the middle first. */
const fractions = [0.5, 0.3, 0.7, 0.15, 0.85];
/** Half of what a name takes across on a telephone, in percent; a line of letters, in pixels. */
const HALF = 15;
const RISES = 13;
const FALLS = 5;

/** Names of three lines and more, each where the fewest lines and no other name run through it. */
export function clearPlaces(
  lines: readonly (readonly TrendRun[])[],
  { over, under }: { readonly over: number; readonly under: number },
): readonly (NamePlace | null)[] {
  const points = lines.flat(2);
  const placed: NamePlace[] = [];
  return lines.map((runs) => {
    const own = runs.flat();
    const tried = fractions.flatMap((fraction): NamePlace[] => {
      const point = own[Math.floor((own.length - 1) * fraction)];
      if (point === undefined) return [];
      const { x, high, low } = point;
      return [
        { x, y: high, under: over },
        { x, y: low, under },
      ];
    });
    const [clearest = null] = tried
      .map((place) => ({ place, cost: crossed(place, points) + 20 * covered(place, placed) }))
      .toSorted((a, b) => a.cost - b.cost)
      .map(({ place }) => place);
    if (clearest !== null) placed.push(clearest);
    return clearest;
  });
}

function baseOf({ y, under }: NamePlace): number {
  return (y / 100) * TALL + under;
}

function crossed(place: NamePlace, points: readonly TrendPoint[]): number {
  const base = baseOf(place);
  return points.filter(({ x, y }) => {
    const at = (y / 100) * TALL;
    return Math.abs(x - place.x) < HALF && at > base - RISES && at < base + FALLS;
  }).length;
}

function covered(place: NamePlace, placed: readonly NamePlace[]): number {
  return placed.filter(
    (one) =>
      Math.abs(one.x - place.x) < 2 * HALF && Math.abs(baseOf(one) - baseOf(place)) < RISES + FALLS,
  ).length;
}
