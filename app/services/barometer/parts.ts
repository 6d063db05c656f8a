import type { Population } from "#app/model/population.ts";

/** What the map and the table of participation go through: the parts of what is looked at. */
export function partsOf(
  population: Population | null,
  populations: readonly Population[],
  by: string | null,
): {
  readonly rows: readonly Population[];
  readonly cut: string;
  readonly cuts: readonly string[];
} {
  const under = (key: string | null) => populations.filter(({ parentKey }) => parentKey === key);
  const own = under(population?.key ?? "company");
  // A team has no parts: it is seen among its neighbours.
  const rows = own.length > 0 || population === null ? own : under(population.parentKey);
  const cuts = [...new Set(rows.map(({ cut }) => cut))];
  const usual = own.length > 0 ? "organisation" : (population?.cut ?? "organisation");
  const cut = cuts.find((one) => one === by) ?? cuts.find((one) => one === usual) ?? cuts[0];
  return {
    rows: rows.filter((one) => one.cut === cut),
    cut: cut ?? "organisation",
    cuts,
  };
}
