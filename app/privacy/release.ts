import type { MeasureName, Value } from "#app/model/measure.ts";
import { ends, type MeasureCount } from "./count.ts";
import { countsOf, type Judged, type JudgedFigure, judge } from "./judge.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import type { Solver } from "./solver.ts";
import { tellsTooMuch } from "./together.ts";

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
