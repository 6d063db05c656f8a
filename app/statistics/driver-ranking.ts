import {
  type Bootstrap,
  driverIntervals,
  johnson,
  LMG_UP_TO,
  lmg,
  mayRankDrivers,
  vif,
} from "./drivers.ts";
import { averageRanks } from "./numbers.ts";

/** Above this inflation two themes say much the same, and are better merged. */
export const MERGE_ABOVE = 5;

/** Themes at the top whose set must not depend on how answers are spaced. */
const TOP = 3;

export interface Driver {
  /** Place of the theme among those given. */
  readonly theme: number;
  /** Share of R² (0–1), and its interval; null where it cannot be told. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly inflation: number | null;
}

/**
 * `untested`: too few complete answers, or nothing to explain. `unordered`: the shares stand, their
 * order does not. `ordered`: the themes may be shown from the largest share down.
 */
export type RankingVerdict = "ordered" | "unordered" | "untested";

export interface DriverRanking {
  readonly verdict: RankingVerdict;
  /** Complete answers. */
  readonly n: number;
  /** From the largest share down when ordered, else as given; none when untested. */
  readonly drivers: readonly Driver[];
  /** Whether the three largest would be others if only the order of answers counted (Spearman). */
  readonly dependsOnSpacing: boolean | null;
  /** Themes that say much the same as others, to be merged. */
  readonly merge: readonly number[];
}

/**
 * Which themes move together with an outcome, never which cause it: one survey cannot tell. Only
 * people who answered everything count (null: no answer). LMG up to twelve themes, Johnson's
 * weights beyond. Untested under 100 complete answers or ten a theme; not ordered when the
 * intervals of the first and the third (the last, of two) overlap.
 * @throws RangeError on columns of unequal lengths.
 */
export function rankDrivers(
  y: readonly (number | null)[],
  themes: readonly (readonly (number | null)[])[],
  options: Bootstrap = {},
): DriverRanking {
  const [outcome, columns] = completeCases(y, themes);
  const n = outcome.length;
  const untested = { n, drivers: [], dependsOnSpacing: null, merge: [] };
  if (!mayRankDrivers(n, themes.length)) return { verdict: "untested", ...untested };
  const share = themes.length > LMG_UP_TO ? johnson : lmg;
  const shares = share(outcome, columns);
  const inflation = vif(columns);
  const merge = inflation.flatMap((one, theme) => ((one ?? 0) > MERGE_ABOVE ? [theme] : []));
  if (shares.every((one) => one === null)) return { verdict: "untested", ...untested };
  const intervals = driverIntervals(outcome, columns, share === lmg ? "lmg" : "johnson", options);
  const drivers = shares.map((one, theme): Driver => {
    const [low, high] = intervals[theme] ?? [null, null];
    return { theme, share: one, low, high, inflation: inflation[theme] ?? null };
  });
  const ranked = drivers.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1));
  const ordered = mayOrder(ranked);
  const inRanks = share(averageRanks(outcome), columns.map(averageRanks));
  return {
    verdict: ordered ? "ordered" : "unordered",
    n,
    drivers: ordered ? ranked : drivers,
    dependsOnSpacing: top(shares) !== top(inRanks),
    merge,
  };
}

function mayOrder(ranked: readonly Driver[]): boolean {
  const told = ranked.filter((driver) => driver.share !== null);
  const [first, third] = [told[0], told[Math.min(TOP, told.length) - 1]];
  if (told.length === 1) return true;
  if (!first || !third || first.low === null || third.high === null) return false;
  return first.low > third.high;
}

function top(shares: readonly (number | null)[]): string {
  const largest = shares.map((share, theme) => ({ share: share ?? -1, theme }));
  largest.sort((a, b) => b.share - a.share);
  return largest
    .slice(0, TOP)
    .map(({ theme }) => theme)
    .sort((a, b) => a - b)
    .join();
}

function completeCases(
  y: readonly (number | null)[],
  themes: readonly (readonly (number | null)[])[],
): [number[], number[][]] {
  for (const [j, theme] of themes.entries()) {
    if (theme.length !== y.length) {
      throw new RangeError(`themes[${j}] must have ${y.length} values, not ${theme.length}`);
    }
  }
  const rows = y.flatMap((_, row) =>
    [y, ...themes].every((column) => typeof column[row] === "number") ? [row] : [],
  );
  const pick = (column: readonly (number | null)[]) => rows.flatMap((row) => column[row] ?? []);
  return [pick(y), themes.map(pick)];
}
