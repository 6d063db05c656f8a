import type { Disclosed } from "#app/privacy/gate.ts";
import type { Difference } from "./difference.ts";

/** Everything a drawing of differences has to hold. */
export function extentOfDifferences(
  rows: readonly { readonly difference: Difference }[],
): readonly number[] {
  return rows.flatMap(({ difference: { displayed, low, high } }) => [
    displayed,
    low ?? displayed,
    high ?? displayed,
  ]);
}

/** Everything a drawing of figures has to hold; what is hidden takes no room. */
export function extentOfFigures(figures: readonly (Disclosed | null)[]): readonly number[] {
  return figures.flatMap((figure) => {
    if (figure === null || figure.hidden) return [];
    const { value, within, low, high } = figure.value;
    return [value, ...(within ?? []), low ?? value, high ?? value];
  });
}

/** Everything a drawing over time has to hold: its lines, and what others published beside them. */
export function extentOfTrend(
  lines: readonly { readonly figures: readonly (Disclosed | null)[] }[],
  references: readonly { readonly value: number }[] = [],
): readonly number[] {
  return [
    ...extentOfFigures(lines.flatMap(({ figures }) => figures)),
    ...references.map(({ value }) => value),
  ];
}
