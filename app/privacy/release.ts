import type { MeasureName, Value } from "#app/model/measure.ts";
import { type Count, ends, isTooFew, type MeasureCount, sum } from "./count.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import { protect } from "./protect.ts";
import { finestBeside, type Showing } from "./published.ts";
import { readingsOf } from "./readings.ts";
import { noFinerThan, shownFigure } from "./shown-figure.ts";
import type { Solver } from "./solver.ts";
import { tellsTooMuch } from "./together.ts";

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
 * Judges one family after the other and hands on what may be written. Participation comes first: the
 * interval of a share tells how many were invited, and so only where that is told anyhow.
 */
export async function judgeAll(
  solver: Solver,
  lattice: Lattice,
  families: AsyncIterable<readonly MeasureCount[]>,
  thresholds: Thresholds,
  write: (figures: readonly JudgedFigure[]) => Promise<void>,
): Promise<void> {
  const told = new Set<number>();
  const shares = new Map<MeasureName, readonly JudgedFigure[]>();
  for await (const family of families) {
    const isTold = (number: number) => told.has(number);
    const figures = judgeTogether(family, lattice, shares, (barred) =>
      judge(solver, lattice, family, thresholds, isTold, barred),
    );
    for (const { measure, rule } of family) {
      if (rule === "answers")
        shares.set(
          measure,
          figures.filter((one) => one.measure === measure),
        );
    }
    if (family.some(({ rule }) => rule === "participation")) {
      for (const { population, value } of figures) if (isExact(value)) told.add(population);
    }
    await write(figures);
  }
}

/** So often what tells too much is hidden and the rest judged again; then all of it is hidden. */
const ROUNDS = 4;

/**
 * Judges parts of one whole until none of them tells more side by side than alone: where they do, all
 * are hidden for that population, and everything is judged again, so that nobody can subtract what was
 * hidden. What is judged aside is left out.
 */
function judgeTogether(
  family: readonly MeasureCount[],
  lattice: Lattice,
  before: ReadonlyMap<MeasureName, readonly JudgedFigure[]>,
  judged: (barred: ReadonlySet<number>) => Judged,
): readonly JudgedFigure[] {
  const aside = new Set(family.flatMap(({ measure, aside }) => (aside ? [measure] : [])));
  const barred = new Set(family[0]?.partWith === undefined ? [] : lattice.numbers.filter(isDeep));
  let written: readonly JudgedFigure[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    written = judged(barred).figures.filter(({ measure }) => !aside.has(measure));
    const excessive = excessIn(written, family, lattice, before);
    if (excessive.length === 0) return written;
    for (const number of excessive) barred.add(number);
  }
  return written.map((one) => ({ ...one, value: null }));

  /** How answers fall is told of the company, its first parts, frontline and desks, and nothing finer. */
  function isDeep(number: number): boolean {
    const { kind, parentKey, cut } = lattice.populations.get(number) ?? {};
    const isFirst = parentKey === "company" && (kind === "unit" || cut === "work");
    return kind !== "company" && !isFirst;
  }
}

/** The populations in which parts of one whole tell more side by side than each does alone. */
function excessIn(
  written: readonly JudgedFigure[],
  family: readonly MeasureCount[],
  lattice: Lattice,
  before: ReadonlyMap<MeasureName, readonly JudgedFigure[]>,
): readonly number[] {
  const [first] = family;
  if (first?.partWith === undefined) return [];
  const counts = countsOf(first, lattice);
  const rest: readonly null[] = family.some(({ aside }) => aside) ? [null] : [];
  const others = new Map(
    (before.get(first.partWith ?? "") ?? []).map((one) => [one.population, one.value]),
  );
  return lattice.numbers.filter((number, place) => {
    const own = written.flatMap(({ population, value }) => (population === number ? [value] : []));
    if (own.some((value) => value === null)) return false;
    const n = counts[place]?.n ?? 0;
    if (first.partWith === null) return tellsTooMuch(own, n, ends[first.rule]);
    const told = others.get(number) ?? null;
    // Where that is hidden, nothing is told of what it leaves either.
    return told === null || tellsTooMuch([...own, told, ...rest], n, ends[first.rule]);
  });
}

function isExact(value: Value | null): boolean {
  return value !== null && value.within === null && "exact" in value.base;
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
  const isSensitive = family.some(({ sensitive }) => sensitive);
  const start = lattice.numbers.map((number, place) => {
    const { kind } = lattice.populations.get(number) ?? {};
    const tooFew = family.some((measure, index) => {
      const count = counts[index]?.[place];
      const judged = { ...measure, sensitive: isSensitive };
      return count === undefined || isTooFew(judged, count, thresholds);
    });
    // What may harm somebody is never divided by what they are.
    if (tooFew || barred.has(number) || (isSensitive && kind === "segment")) return null;
    // Parts that add up to everybody are rounded: told to the person, the others would tell the last.
    return family[0]?.partWith === null ? finestBeside(counts[0]?.[place]?.n ?? 0) : "exact";
  });
  const showing = protect(
    solver,
    {
      table: lattice.table,
      siblings: lattice.siblings,
      readings: family
        .filter((measure) => !isMadeOf(measure, family))
        .flatMap((measure) => readingsOf(measure, lattice, thresholds)),
      minimum: minimumOf(family, isSensitive, thresholds),
    },
    start,
  );
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
  const figures = judged.flatMap((rows, index) => {
    const measure = family[index];
    if (measure === undefined || !isMadeOf(measure, family)) return rows;
    const parts = judged.filter((_, at) => family[at]?.rule === "answers");
    return rows.map((row, place) => {
      const { n = 0, x = 0 } = counts[index]?.[place] ?? {};
      const shown = parts.map((part) => part[place]?.value ?? null);
      return { ...row, value: row.value && noFinerThan(row.value, x / n, shown) };
    });
  });
  return { figures, showing };
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
