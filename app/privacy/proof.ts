import { attacksOn } from "./attack.ts";
import { isTooFew, type MeasureCount } from "./count.ts";
import { countsOf, isMadeOf, minimumOf } from "./judge.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import type { Precision } from "./precision.ts";
import { readingsOf } from "./readings.ts";
import { type WrittenOf, writtenAs } from "./recovered.ts";
import type { Solver } from "./solver.ts";

/** What attacking a release came to. */
export interface Proof {
  /** Figures with enough people behind them, and those of them that are shown. */
  readonly figures: { readonly publishable: number; readonly shown: number };
  readonly attacks: { readonly tried: number; readonly succeeded: number };
  /** Figures that are not written as the rules would write them: none, unless somebody changed them. */
  readonly strange: number;
}

/**
 * Attacks a release as it is written, measure by measure, thoroughly: every protected target is
 * tried, with what is shown around it, by a reader who may have answered too.
 * @param written what is shown, to somebody who may read all of it.
 */
export async function prove(
  solver: Solver,
  lattice: Lattice,
  families: AsyncIterable<readonly MeasureCount[]>,
  thresholds: Thresholds,
  written: WrittenOf,
): Promise<Proof> {
  let [publishable, shown, tried, succeeded, strange] = [0, 0, 0, 0, 0];
  for await (const family of families) {
    const isSensitive = family.some(({ sensitive }) => sensitive);
    const minimum = minimumOf(family, isSensitive, thresholds);
    for (const measure of family) {
      // It is made of its questions, and shown so that it adds nothing to them.
      if (isMadeOf(measure, family) || measure.aside) continue;
      const counts = countsOf(measure, lattice);
      const showing = lattice.numbers.map((number, place): Precision | null => {
        const count = counts[place];
        const rule = { ...measure, sensitive: isSensitive };
        if (count === undefined) return null;
        if (!isTooFew(rule, count, thresholds)) publishable += 1;
        const value = written(number, measure.measure);
        if (value === null) return null;
        shown += 1;
        // Several may be written alike; whoever reads it does not know which it was.
        const isBeside = lattice.table.isBeside(place);
        const found = writtenAs(measure, count, isBeside, value).at(-1);
        if (found === undefined) strange += 1;
        return found ?? "exact";
      });
      const { table, siblings, rests } = lattice;
      const readings = readingsOf(measure, lattice, thresholds);
      const { all } = attacksOn(solver, { table, siblings, rests, readings, minimum }, showing);
      tried += all.length;
      succeeded += all.filter((attack) => attack.succeeds() && attack.succeeds(true)).length;
    }
  }
  return { figures: { publishable, shown }, attacks: { tried, succeeded }, strange };
}
