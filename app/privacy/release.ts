import type { Band, Value } from "#app/model/measure.ts";
import { favourableInterval, type Interval, wilson } from "#app/statistics/interval.ts";
import { meanInterval } from "#app/statistics/mean.ts";
import type { Count } from "./count.ts";
import type { Thresholds } from "./policy.ts";
import { hiddenPopulations, type Lattice } from "./suppression.ts";

/** One row of a release: hidden rows carry nothing. */
export interface JudgedFigure {
  readonly population: number;
  readonly measure: string;
  readonly form: Count["form"];
  readonly value: Value | null;
}

/**
 * Judges everything a release counted and returns what may be written, one row for each measure
 * and each population, hidden ones included: a population that nobody answered in looks like one
 * that is too small.
 */
export function judge(
  lattice: Lattice,
  counts: readonly Count[],
  thresholds: Thresholds,
): readonly JudgedFigure[] {
  const families = new Map<string, Map<string, Map<number, Count>>>();
  for (const count of counts) {
    const family = families.get(count.family) ?? new Map<string, Map<number, Count>>();
    const measure = family.get(count.measure) ?? new Map<number, Count>();
    families.set(count.family, family.set(count.measure, measure.set(count.population, count)));
  }
  const judged = [...families].map(([name, family]) => {
    const measures = [...family.values()].map((known) => complete(known, lattice));
    return { name, measures, hidden: hiddenPopulations(lattice, measures, thresholds) };
  });
  const participation = judged.find(({ name }) => name === "participation")?.hidden;
  // The interval of a known whole gives away its size, and with n how many did not answer.
  const forShowing = (count: Count) =>
    participation?.has(count.population) ? { ...count, whole: null } : count;
  return judged.flatMap(({ measures, hidden }) =>
    measures.flatMap((measure) =>
      [...measure.values()].map((count) => ({
        population: count.population,
        measure: count.measure,
        form: count.form,
        value: hidden.has(count.population) ? null : shownValue(forShowing(count), thresholds),
      })),
    ),
  );
}

/** Gives the populations that were not counted a count of nobody. */
function complete(known: ReadonlyMap<number, Count>, lattice: Lattice): Map<number, Count> {
  const [model] = known.values();
  const all = new Map<number, Count>();
  if (model === undefined) return all;
  const nobody = { n: 0, x: 0, squares: model.squares === null ? null : 0 };
  for (const population of lattice.populations.keys()) {
    all.set(population, known.get(population) ?? { ...model, ...nobody, acts: null, population });
  }
  return all;
}

/**
 * What is written of a count that may be shown. From `exact` people on: n, the value and its
 * interval as they are. Below: a band, the value in tenths, and the interval that the low end of
 * the band would give: nothing finer is written. (Where a whole and all its other parts are exact,
 * subtracting them still narrows a band; that stays above the minimum.)
 */
export function shownValue(count: Count, thresholds: Thresholds): Value {
  const { form, rule, n } = count;
  const exact = n >= thresholds.exact;
  const band: Band = n < 10 ? "5-9" : "10-19";
  const precise = preciseValue(count);
  const value = exact || form === "count" ? precise : Math.round(precise * 10) / 10;
  const sampled = rule === "answers" || rule === "mean";
  const interval = sampled ? intervalOf(count, value, exact) : null;
  return {
    form,
    value,
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    base: exact ? { exact: n } : { band },
  };
}

function preciseValue({ rule, form, n, x, acts, ofActs }: Count): number {
  if (rule !== "acts") return x / n;
  return form === "share" ? (acts ?? 0) / (ofActs ?? 1) : (acts ?? 0);
}

function intervalOf(count: Count, value: number, exact: boolean): Interval | null {
  const { form, n, x, squares, whole } = count;
  if (form === "mean") {
    const interval = squares === null ? null : meanInterval({ n, sum: x, squares });
    if (interval === null || exact) return interval;
    return [Math.floor(interval[0] * 10) / 10, Math.ceil(interval[1] * 10) / 10];
  }
  if (!exact) {
    const people = n < 10 ? 5 : 10;
    return wilson(Math.round(value * people), people);
  }
  // An indicator of several questions is a mean of shares: counting whole people is conservative.
  const favourable = Math.round(x);
  return whole === null ? wilson(favourable, n) : favourableInterval(favourable, n, whole);
}
