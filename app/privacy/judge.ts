import type { Value } from "#app/model/measure.ts";
import type { Family } from "./attack.ts";
import { type Count, isTooFew, type MeasureCount, sum } from "./count.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import { protect } from "./protect.ts";
import { finestBeside, type Showing } from "./published.ts";
import { readingsOf } from "./readings.ts";
import { noFinerThan, shownFigure } from "./shown-figure.ts";
import type { Solver } from "./solver.ts";

/** One row of a release: hidden rows carry nothing. */
export interface JudgedFigure {
  readonly population: number;
  readonly measure: string;
  readonly form: MeasureCount["form"];
  readonly value: Value | null;
}

/** A family that was judged: what may be written of it, and how finely. */
export interface Judged {
  readonly figures: readonly JudgedFigure[];
  /** By place in the lattice. */
  readonly showing: Showing;
}

/**
 * Judges the measures of one family and returns what may be written, one row for each measure and
 * each population, hidden ones included: a population that nobody answered in looks like one that
 * is too small.
 * @param isWholeTold whether a population's size may be told by the interval around its share.
 * @param barred populations that are not shown, whatever was counted.
 */
export function judge(
  solver: Solver,
  lattice: Lattice,
  family: readonly MeasureCount[],
  thresholds: Thresholds,
  isWholeTold: (population: number) => boolean = () => false,
  barred: ReadonlySet<number> = new Set(),
): Judged {
  const counts = family.map((measure) => countsOf(measure, lattice));
  const isOpen = mayBeShown(lattice, family, counts, thresholds);
  const start = lattice.numbers.map((number, place) => {
    if (barred.has(number) || !isOpen(place)) return null;
    // Parts that add up to everybody are rounded: told to the person, the others would tell the last.
    // How often something was done is told as it is or not at all; its share is rounded on writing.
    const [first] = family;
    const isRounded = first?.partWith === null || (first?.overlaps && first.rule !== "acts");
    return isRounded ? finestBeside(counts[0]?.[place]?.n ?? 0) : "exact";
  });
  const showing = protect(solver, attacked(lattice, family, thresholds), start);
  return { figures: figuresOf(lattice, family, counts, showing, isWholeTold), showing };
}

/** What a family of measures counted, measure by measure and population by population. */
export type FamilyCounts = readonly (readonly (Count | undefined)[])[];

/** Whether a population, by its place, has enough people behind every measure of a family. */
export function mayBeShown(
  lattice: Lattice,
  family: readonly MeasureCount[],
  counts: FamilyCounts,
  thresholds: Thresholds,
): (place: number) => boolean {
  const isSensitive = family.some(({ sensitive }) => sensitive);
  return (place) => {
    const { kind } = lattice.populations.get(lattice.numbers[place] ?? -1) ?? {};
    // What may harm somebody is never divided by what they are.
    if (isSensitive && kind === "segment") return false;
    return family.every((measure, index) => {
      const count = counts[index]?.[place];
      return (
        count !== undefined && !isTooFew({ ...measure, sensitive: isSensitive }, count, thresholds)
      );
    });
  };
}

/** What somebody may try to work out of a family. */
export function attacked(
  lattice: Lattice,
  family: readonly MeasureCount[],
  thresholds: Thresholds,
): Family {
  const isSensitive = family.some(({ sensitive }) => sensitive);
  return {
    table: lattice.table,
    siblings: lattice.siblings,
    rests: lattice.rests,
    readings: family
      .filter((measure) => !isMadeOf(measure, family))
      .flatMap((measure) => readingsOf(measure, lattice, thresholds)),
    minimum: minimumOf(family, isSensitive, thresholds),
  };
}

/** What is written of a family that is shown so: hidden rows included. */
export function figuresOf(
  lattice: Lattice,
  family: readonly MeasureCount[],
  counts: FamilyCounts,
  showing: Showing,
  isWholeTold: (population: number) => boolean,
): readonly JudgedFigure[] {
  const judged = family.map((measure, index) =>
    lattice.numbers.map((population, place): JudgedFigure => {
      const count = counts[index]?.[place];
      const precision = showing[place] ?? null;
      const { form } = measure;
      if (count === undefined || precision === null) {
        return { population, measure: measure.measure, form, value: null };
      }
      const known = isWholeTold(population) ? count : { ...count, whole: null };
      const beside = lattice.table.isBeside(place);
      return {
        population,
        measure: measure.measure,
        form,
        value: shownFigure(measure, known, precision, beside),
      };
    }),
  );
  return judged.flatMap((rows, index) => {
    const measure = family[index];
    if (measure === undefined || !isMadeOf(measure, family)) return rows;
    const parts = judged.filter((_, at) => family[at]?.rule === "answers");
    return rows.map((row, place) => {
      const { n = 0, x = 0 } = counts[index]?.[place] ?? {};
      const shown = parts.map((part) => part[place]?.value ?? null);
      return { ...row, value: row.value && noFinerThan(row.value, x / n, shown) };
    });
  });
}

/** An indicator whose questions are judged with it: it is shown so that it adds nothing to them. */
export function isMadeOf({ rule }: MeasureCount, family: readonly MeasureCount[]): boolean {
  return rule === "shares" && family.some((other) => other.rule === "answers");
}

/** Fewer people than this are protected from being worked out. */
export function minimumOf(
  family: readonly MeasureCount[],
  isSensitive: boolean,
  { answers, sensitive, members, contributors }: Thresholds,
): number {
  const rules = new Set(family.map(({ rule }) => rule));
  if (rules.has("acts")) return contributors;
  if (rules.has("activity") || rules.has("participation")) return members;
  return isSensitive ? sensitive : answers;
}

/** Adds a measure up, population by population; nobody where nothing was counted. */
export function countsOf(
  { cells }: MeasureCount,
  { places, table }: Lattice,
): readonly (Count | undefined)[] {
  const byPlace = new Map(cells.map((count) => [places.get(count.cell) ?? -1, count]));
  return table.cells.map((members) => {
    const counted = members.flatMap((cell) => byPlace.get(cell) ?? []);
    return counted.length === 0 ? undefined : sum(counted);
  });
}
