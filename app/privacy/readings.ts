import { type CellCount, ends, type MeasureCount } from "./count.ts";
import type { Lattice } from "./lattice.ts";
import type { Thresholds } from "./policy.ts";
import type { Reading } from "./table.ts";

/**
 * What of a measure somebody may try to work out, cell by cell. A mean is read as a share of its
 * scale. Of acts it is how often they were done, as often as anybody knows they can have been.
 */
export function readingsOf(
  measure: MeasureCount,
  { places, table }: Lattice,
  thresholds: Thresholds,
): readonly Reading[] {
  const { rule, low, high, cells } = measure;
  const spread = (value: (count: CellCount) => number) => {
    const values = new Float64Array(table.populations.length);
    for (const count of cells) values[places.get(count.cell) ?? -1] = value(count);
    return values;
  };
  const n = spread((count) => count.n);
  const base = { n, ends: ends[rule], whole: rule !== "shares" && rule !== "mean" };
  switch (rule) {
    case "mean":
      return [{ ...base, x: spread(({ n: people, x }) => (x - people * low) / (high - low)) }];
    case "activity":
      return [{ ...base, x: spread(({ x }) => x), contributors: thresholds.contributors }];
    case "acts": {
      const [acts, ofActs] = [spread((c) => c.acts ?? 0), spread((c) => c.ofActs ?? 0)];
      const most = (values: Float64Array) => {
        const all = values.reduce((total, value) => total + value, 0);
        return n.map((people) => (people > 0 ? all : 0));
      };
      const counted = { ...base, contributors: thresholds.contributors, acts: true };
      return [
        { ...counted, x: acts, most: most(acts) },
        ...(ofActs.some((value) => value > 0)
          ? [{ ...counted, x: ofActs, most: most(ofActs) }]
          : []),
      ];
    }
    default:
      return [{ ...base, x: spread(({ x }) => x) }];
  }
}
