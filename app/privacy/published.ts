import { type Precision, possible, precisions, type Range, type Shown } from "./precision.ts";
import type { Inside } from "./region.ts";
import { type Reading, type Table, total } from "./table.ts";

/** How finely each population is shown; null where it is hidden. */
export type Showing = readonly (Precision | null)[];

/** From here on a share may be exact; below, it is in tenths. */
export const EXACT_FROM = 20;
/** The finest way in which a share of n people is ever shown. */
export function finest(n: number): Precision {
  return n < EXACT_FROM ? "tenth" : "exact";
}

/**
 * The finest rounding of a share of n people that looks the same for two people more or less: what
 * the cuts beside the organisation are shown in, so that they tell nothing about single people in
 * it. Its error is a quarter of the share's own margin.
 */
export function finestBeside(n: number): Precision {
  if (n >= 500) return "hundredth";
  if (n >= 250) return "fiftieth";
  return n >= 100 ? "twentieth" : "tenth";
}

/** The coarser of two. */
export function coarser(a: Precision, b: Precision): Precision {
  return precisions.indexOf(a) > precisions.indexOf(b) ? a : b;
}

/** The next coarser way to show n people that makes a difference; null when only hiding is left. */
export function nextCoarser(precision: Precision, n: number, acts = false): Precision | null {
  if (acts) return null;
  const next = precisions[precisions.indexOf(precision) + 1] ?? null;
  return precision === "exact" ? finestBeside(n) : next;
}

/** What a table of one measure looks like to its readers. */
export interface Published {
  readonly table: Table;
  readonly reading: Reading;
  /** People, and what was counted, by population. */
  readonly n: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  /** How finely each population is shown at most, now. */
  readonly showing: Showing;
  /** What wholes are made of, as far as somebody asked. */
  readonly inside: Map<number, Inside>;
  /** What could be told of populations, precision by precision, as far as somebody asked. */
  readonly told: ReadonlyMap<Precision, (Range | undefined)[]>;
}

/** Adds up a reading population by population. `showing` is kept, not copied: it may still change. */
export function published(table: Table, reading: Reading, showing: Showing): Published {
  return {
    table,
    reading,
    showing,
    n: Float64Array.from(table.cells, (cells) => total(reading.n, cells)),
    x: Float64Array.from(table.cells, (cells) => total(reading.x, cells)),
    inside: new Map(),
    told: new Map(precisions.map((precision) => [precision, []])),
  };
}

/** What is shown of a population; null when it is hidden or empty. */
export function shownOf({ showing, reading, n, x }: Published, population: number): Shown | null {
  const people = n[population] ?? 0;
  if (showing[population] == null || people === 0) return null;
  return { n: people, x: x[population] ?? 0, whole: reading.whole, ends: reading.ends };
}

/** How finely it is shown: as the table says, and never finer than its size allows. */
export function precisionOf(
  { showing, n, table, reading }: Published,
  population: number,
): Precision | null {
  const precision = showing[population];
  if (precision == null || reading.acts) return precision ?? null;
  const people = n[population] ?? 0;
  return coarser(precision, table.isBeside(population) ? finestBeside(people) : finest(people));
}

/**
 * So few people did it that the figure is hidden, however many could have. Readers are taken to know
 * which those are: it may be all that can be the reason.
 */
export function isQuiet({ reading, n, x }: Published, population: number): boolean {
  const { contributors = 0, acts = false } = reading;
  return !acts && (n[population] ?? 0) > 0 && (x[population] ?? 0) < contributors;
}

/** Whether readers know anything of a population's count from itself. */
export function isTold(read: Published, population: number): boolean {
  return read.showing[population] != null || isQuiet(read, population);
}

/** What readers can tell of a population's count from itself; null when that is nothing. */
export function rangeOf(read: Published, population: number): Range | null {
  const { contributors = 0 } = read.reading;
  if (isQuiet(read, population)) return [0, contributors - 1];
  const precision = precisionOf(read, population);
  const told = precision === null ? undefined : read.told.get(precision);
  if (precision === null || told === undefined) return null;
  const before = told[population];
  if (before !== undefined) return before;
  const shown = shownOf(read, population);
  if (shown === null) return null;
  const [least, most] = possible(shown, precision);
  const range: Range = [Math.max(least, contributors), most];
  told[population] = range;
  return range;
}
