import type { Value } from "#app/model/measure.ts";
import type { Range } from "./precision.ts";

/**
 * One part of a whole: everybody is in exactly one. Null where nothing is shown of it: it is then what
 * the others leave.
 */
export type Part = Value | null;

/** Shares carry rounding errors of a few units in the last place. */
const NEARLY = 1e-6;

/** A rounded share that others narrow must leave so many counts more than one. */
const ALIKE = 2;

/**
 * Whether shares of one whole tell more side by side than each does alone. Each was attacked as if the
 * others were not there; but together they add up to everybody, so that a part that is only known to be
 * "10 % or less" may be known to the person by what the others leave. None may be told apart at either
 * end (`ends` people there look the same), and what is rounded must not be pinned by the rest.
 */
export function tellsTooMuch(parts: readonly Part[], n: number, ends: number): boolean {
  const own = parts.map((part) => countsIn(part, n, ends));
  const sum = (end: 0 | 1) => own.reduce((total, range) => total + range[end], 0);
  const [fewest, most] = [sum(0), sum(1)];
  return own.some(([least, greatest], index) => {
    const [low, high] = [
      Math.max(least, n - (most - greatest)),
      Math.min(greatest, n - (fewest - least)),
    ];
    const cutsLow = low <= ends && high >= 0 && (low > 0 || high < Math.min(ends, n));
    const cutsHigh = high >= n - ends && (high < n || low > Math.max(0, n - ends));
    if (least < greatest || parts[index] === null) {
      const narrowed = parts[index] !== null && high - low < Math.min(ALIKE, greatest - least);
      return cutsLow || cutsHigh || narrowed;
    }
    return false;
  });
}

/** Every count of people that a part may be, as readers know it who know n and how ends are shown. */
function countsIn(part: Part, n: number, ends: number): Range {
  if (part === null) return [0, n];
  const [low, high] = part.within ?? [part.value, part.value];
  const [least, most] = [Math.ceil(low * n - NEARLY * n), Math.floor(high * n + NEARLY * n)];
  return [
    low > 0 ? Math.max(least, Math.min(ends + 1, most)) : 0,
    high < 1 ? Math.min(most, Math.max(n - ends - 1, least)) : n,
  ];
}
