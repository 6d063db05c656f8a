import { collapse, type Merge } from "./collapse.ts";
import { requireCount } from "./domain.ts";
import { columnsOf, type Margins, type Row } from "./margins.ts";
import { type Fit, fit, type Limits, trimmed } from "./raking.ts";

export { collapse } from "./collapse.ts";
export type { Margins, Row } from "./margins.ts";
export { weightedShare } from "./weighted-share.ts";

/** Fewer respondents than this are never weighted: company or large division only, never a team. */
export const FEWEST_TO_WEIGHT = 100;

/** Fewer respondents than this in a category, and raking first merges it with a neighbour. */
export const FEWEST_IN_CATEGORY = 5;

/** With fewer respondents than this in any cell, margins are raked instead of post-stratifying. */
export const FEWEST_IN_CELL = 10;

/** A weight above this many times the mean is cut back, for one voice is not to count for many. */
export const LARGEST_WEIGHT = 3;

/** How many people each respondent stands for, and what that costs in precision. */
export interface Weighting {
  /** One a respondent, in the order of the rows; they add up to the people of the margins. */
  readonly weights: readonly number[];
  /** False when the margins could not all be met: the weights are then not to be used. */
  readonly converged: boolean;
  /** n·Σw²/(Σw)² (Kish 1965): how much larger the variance is than without weights, at most. */
  readonly designEffect: number | null;
  /** (Σw)²/Σw²: how many unweighted respondents would say as much. */
  readonly effectiveN: number | null;
  readonly maxToMean: number | null;
  /** For each margin (or for the cells), where each respondent stands: what the error rests on. */
  readonly strata: readonly (readonly string[])[];
}

/** A weighting by raking, and how it came about. */
export interface Raking extends Weighting {
  readonly iterations: number;
  /** Largest relative error of a margin that is left. */
  readonly largestError: number;
  /** Whether no weight is above the cap; true without one. */
  readonly withinCap: boolean;
  /** Which categories were merged, in that order. */
  readonly merged: readonly Merge[];
}

/** All optional: without any, nothing is merged and nothing is cut. */
export interface RakingOptions extends Partial<Limits> {
  /** Cuts weights above this many times their mean, then rakes again, up to 20 times. */
  readonly cap?: number;
  /** Merges categories with fewer respondents than this before raking: see `collapse`. */
  readonly collapseBelow?: number;
}

/**
 * Weights that make respondents add up to known margins (raking; Deming & Stephan 1940):
 * w ← w·T/Σw, category by category, until every margin is met. The weights are those of R's
 * survey::rake from equal ones. It goes on to rounding error, and counts as converged when the
 * largest relative error is under `tolerance` (1e-6) within `maxIterations` (200).
 * @throws RangeError when margins do not have the same total, when a category of a row is in no
 * margin, or when a category with people has no respondent (merge it: `collapseBelow`).
 */
export function rake(
  rows: readonly Row[],
  margins: Margins,
  { cap, collapseBelow, maxIterations = 200, tolerance = 1e-6 }: RakingOptions = {},
): Raking {
  requireCount("maxIterations", maxIterations);
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be above 0, not ${tolerance}`);
  if (cap !== undefined && !(cap > 1)) throw new RangeError(`cap must be above 1, not ${cap}`);
  const small =
    collapseBelow === undefined
      ? { rows, margins, merged: [] }
      : collapse(rows, margins, collapseBelow);
  const columns = columnsOf(small.rows, small.margins);
  const limits = { maxIterations, tolerance };
  const whole = columns[0]?.targets.reduce((sum, target) => sum + target, 0) ?? 0;
  const equal = rows.map(() => whole / rows.length);
  const raked: Fit =
    cap === undefined ? fit(equal, columns, limits) : trimmed(equal, columns, limits, cap);
  return {
    ...precisionOf(raked.weights),
    strata: columns.map(({ names }) => names),
    converged: raked.largestError <= tolerance,
    iterations: raked.iterations,
    largestError: raked.largestError,
    withinCap: raked.withinCap,
    merged: small.merged,
  };
}

/**
 * Weights that make respondents add up to the people of each cell, T/n (post-stratification): those
 * of R's survey::postStratify. `cells` says in which cell each respondent is.
 * @throws RangeError when a respondent's cell has no people, or a cell with people no respondent.
 */
export function postStratify(
  cells: readonly string[],
  totals: Readonly<Record<string, number>>,
): Weighting {
  const [column] = columnsOf(
    cells.map((cell) => ({ cell })),
    { cell: totals },
  );
  const places = column?.places ?? [];
  const respondents = new Map<number, number>();
  for (const place of places) respondents.set(place, (respondents.get(place) ?? 0) + 1);
  const weights = Array.from(
    places,
    (place) => (column?.targets[place] ?? 0) / (respondents.get(place) ?? 1),
  );
  return { ...precisionOf(weights), strata: [cells], converged: true };
}

/** People of the frame, frozen at opening, who share the same categories. */
export interface FrameCell {
  readonly categories: Row;
  readonly people: number;
}

/**
 * The weights of a wave for the whole company or a large division: post-stratified when every cell
 * of the frame has 10 respondents, otherwise raked on its variables with categories under 5 merged
 * and weights cut at 3 times the mean. Null under 100 respondents. Figures weighted so are to be
 * shown beside unweighted ones, and only when `converged`.
 */
export function companyWeights(
  rows: readonly Row[],
  frame: readonly FrameCell[],
): Weighting | Raking | null {
  if (!mayWeight(rows.length)) return null;
  const variables = Object.keys(frame[0]?.categories ?? {});
  const nameOf = (row: Row) => JSON.stringify(variables.map((variable) => row[variable]));
  const respondents = new Map<string, number>();
  for (const row of rows) respondents.set(nameOf(row), (respondents.get(nameOf(row)) ?? 0) + 1);
  const filled = frame.filter(({ people }) => people > 0);
  const enough = ({ categories }: FrameCell) =>
    (respondents.get(nameOf(categories)) ?? 0) >= FEWEST_IN_CELL;
  if (filled.every(enough)) {
    return postStratify(rows.map(nameOf), totalsOf(filled, nameOf));
  }
  const margins = Object.fromEntries(
    variables.map((variable) => [
      variable,
      totalsOf(filled, (categories) => categories[variable] ?? ""),
    ]),
  );
  return rake(rows, margins, { collapseBelow: FEWEST_IN_CATEGORY, cap: LARGEST_WEIGHT });
}

/** Whether so many respondents may be weighted at all: 100 or more. */
export function mayWeight(respondents: number): boolean {
  requireCount("respondents", respondents);
  return respondents >= FEWEST_TO_WEIGHT;
}

function totalsOf(frame: readonly FrameCell[], nameOf: (row: Row) => string) {
  const totals = new Map<string, number>();
  for (const { categories, people } of frame) {
    requireCount("people of the frame", people);
    totals.set(nameOf(categories), (totals.get(nameOf(categories)) ?? 0) + people);
  }
  return Object.fromEntries(totals);
}

function precisionOf(weights: readonly number[]) {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  const squares = weights.reduce((before, weight) => before + weight * weight, 0);
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const n = weights.length;
  if (!(sum > 0)) return { weights, designEffect: null, effectiveN: null, maxToMean: null };
  const effectiveN = (sum * sum) / squares;
  return { weights, designEffect: n / effectiveN, effectiveN, maxToMean: (largest * n) / sum };
}
