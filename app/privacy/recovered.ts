import type { Value } from "#app/model/measure.ts";
import type { Count, MeasureCount } from "./count.ts";
import { type FamilyCounts, isMadeOf } from "./judge.ts";
import type { Lattice } from "./lattice.ts";
import { type Precision, precisions } from "./precision.ts";
import type { Showing } from "./published.ts";
import { shownFigure } from "./shown-figure.ts";

/** What is written of a population and a measure; null where it is hidden. */
export type WrittenOf = (population: number, measure: string) => Value | null;

/** Every precision in which a count would have been written so; none where somebody changed one of them. */
export function writtenAs(
  measure: MeasureCount,
  count: Count,
  isBeside: boolean,
  { value, within }: Value,
): readonly Precision[] {
  return precisions.filter((precision) => {
    const ours = shownFigure(measure, count, precision, isBeside);
    return isSame([ours.value, ...(ours.within ?? [])], [value, ...(within ?? [])]);
  });
}

/**
 * How finely the populations of a family are shown, read from what is written; null when something is
 * written otherwise than what was counted would be: somebody's answers have gone since.
 */
export function showingOf(
  family: readonly MeasureCount[],
  { numbers, table }: Lattice,
  counts: FamilyCounts,
  written: WrittenOf,
): Showing | null {
  const showing: (Precision | null)[] = [];
  for (const [place, number] of numbers.entries()) {
    let alike: readonly Precision[] = precisions;
    let isHidden = false;
    for (const [index, measure] of family.entries()) {
      // It is made of its questions, and written as they leave it.
      if (isMadeOf(measure, family)) continue;
      const count = counts[index]?.[place];
      const value = written(number, measure.measure);
      if (value === null) isHidden = true;
      else if (count === undefined) return null;
      else {
        const ways = new Set(writtenAs(measure, count, table.isBeside(place), value));
        alike = alike.filter((one) => ways.has(one));
      }
    }
    const found = alike.at(-1);
    if (found === undefined) return null;
    // Several may be written alike; whoever reads it does not know which it was.
    showing.push(isHidden ? null : found);
  }
  return showing;
}

function isSame(ours: readonly number[], theirs: readonly number[]): boolean {
  return (
    ours.length === theirs.length &&
    ours.every((value, index) => Math.abs(value - (theirs[index] ?? 0)) < 1e-6)
  );
}
