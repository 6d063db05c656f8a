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
  // A team has no units in it: it is seen among its neighbours, or divided by what its people are.
  const isTeam = population !== null && !own.some(({ cut }) => cut === "organisation");
  const divided = new Set(own.map(({ cut }) => cut));
  const rows = isTeam
    ? [...under(population.parentKey).filter(({ cut }) => !divided.has(cut)), ...own]
    : own;
  const cuts = [...new Set(rows.map(({ cut }) => cut))];
  const usual = isTeam ? population.cut : "organisation";
  const cut = cuts.find((one) => one === by) ?? cuts.find((one) => one === usual) ?? cuts[0];
  return {
    rows: rows.filter((one) => one.cut === cut),
    cut: cut ?? "organisation",
    cuts,
  };
}
