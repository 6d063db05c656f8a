import { requireCount } from "./domain.ts";
import { categoryOf, type Margins, type Row, requireMargins } from "./margins.ts";

/** Categories of a variable that became one. */
export interface Merge {
  readonly variable: string;
  readonly categories: readonly string[];
}

interface Group {
  readonly categories: readonly string[];
  readonly respondents: number;
  readonly people: number;
}

/**
 * Merges categories with fewer than `fewest` respondents, so that no weight rests on a handful.
 * The order: variable by variable as the margins list them; each time the category with the fewest
 * respondents (the first listed of equals) joins its neighbour in the list with the fewer
 * respondents (the earlier of equals), until all have enough or one is left. List categories so
 * that neighbours are alike. A merged category is named after all it holds: "Lille + Lyon".
 */
export function collapse(
  rows: readonly Row[],
  margins: Margins,
  fewest: number,
): { rows: readonly Row[]; margins: Margins; merged: readonly Merge[] } {
  requireCount("collapseBelow", fewest);
  requireMargins(margins);
  const merged: Merge[] = [];
  const names = new Map<string, ReadonlyMap<string, string>>();
  const collapsed = Object.entries(margins).map(([variable, people]) => {
    const counts = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const category = categoryOf(row, variable, index);
      counts.set(category, (counts.get(category) ?? 0) + 1);
    }
    const groups = merge(
      Object.entries(people).map(([category, target]) => ({
        categories: [category],
        respondents: counts.get(category) ?? 0,
        people: target,
      })),
      fewest,
    );
    for (const { categories } of groups) {
      if (categories.length > 1) merged.push({ variable, categories });
    }
    names.set(
      variable,
      new Map(
        groups.flatMap(({ categories }) => categories.map((one) => [one, nameOf(categories)])),
      ),
    );
    return [
      variable,
      Object.fromEntries(groups.map((group) => [nameOf(group.categories), group.people])),
    ] as const;
  });
  const renamed = rows.map((row) =>
    Object.fromEntries(
      Array.from(names, ([variable, to]) => {
        const category = row[variable] ?? "";
        return [variable, to.get(category) ?? category];
      }),
    ),
  );
  return { rows: renamed, margins: Object.fromEntries(collapsed), merged };
}

function merge(from: readonly Group[], fewest: number): readonly Group[] {
  const groups = from.filter(({ respondents, people }) => respondents > 0 || people > 0);
  while (groups.length > 1) {
    const counts = groups.map(({ respondents }) => respondents);
    const smallest = counts.indexOf(Math.min(...counts));
    if ((counts[smallest] ?? 0) >= fewest) break;
    const before = counts[smallest - 1] ?? Infinity;
    const first = before <= (counts[smallest + 1] ?? Infinity) ? smallest - 1 : smallest;
    const pair = groups.slice(first, first + 2);
    groups.splice(first, 2, {
      categories: pair.flatMap(({ categories }) => categories),
      respondents: pair.reduce((sum, { respondents }) => sum + respondents, 0),
      people: pair.reduce((sum, { people }) => sum + people, 0),
    });
  }
  return groups;
}

function nameOf(categories: readonly string[]): string {
  return categories.join(" + ");
}
