import type { Population } from "#app/model/population.ts";
import { type Table, tableOf } from "./table.ts";

/** The populations of a release, and who is in which. */
export interface Lattice {
  readonly populations: ReadonlyMap<number, Population>;
  /** Populations and cells by their place in these lists. */
  readonly numbers: readonly number[];
  readonly places: ReadonlyMap<number, number>;
  readonly table: Table;
  /** Parts of one whole in one cut, set by set, by place. */
  readonly siblings: readonly (readonly number[])[];
}

/** Lays populations and cells out, in the order they come in. */
export function latticeOf(
  rows: readonly (Population & { readonly population: number })[],
  cells: readonly { readonly cell: number; readonly populations: readonly number[] }[],
): Lattice {
  const numbers = rows.map(({ population }) => population);
  const place = new Map(numbers.map((number, index) => [number, index]));
  const members: number[][] = rows.map(() => []);
  cells.forEach(({ populations }, cell) => {
    for (const number of populations) members[place.get(number) ?? -1]?.push(cell);
  });
  const siblings = new Map<string, number[]>();
  rows.forEach(({ parentKey, cut }, index) => {
    if (parentKey === null) return;
    const key = `${cut} ${parentKey}`;
    siblings.set(key, [...(siblings.get(key) ?? []), index]);
  });
  return {
    populations: new Map(rows.map(({ population, ...rest }) => [population, rest])),
    numbers,
    places: new Map(cells.map(({ cell }, index) => [cell, index])),
    table: tableOf(
      members,
      cells.length,
      rows.map(({ cut }) => cut !== "organisation"),
    ),
    siblings: [...siblings.values()],
  };
}

/** A population that is laid beside those of a lattice, by the cells it is made of. */
export type Added = Population & {
  readonly population: number;
  readonly cells: readonly number[];
};

/** The same cells with more populations: parts of one whole where they have a parent in common. */
export function withAdded(lattice: Lattice, added: readonly Added[]): Lattice {
  const { numbers, places, table, siblings, populations } = lattice;
  const wholes = new Map<string | null, number[]>();
  added.forEach(({ parentKey }, index) => {
    wholes.set(parentKey, [...(wholes.get(parentKey) ?? []), numbers.length + index]);
  });
  return {
    populations: new Map([...populations, ...added.map((one) => [one.population, one] as const)]),
    numbers: [...numbers, ...added.map(({ population }) => population)],
    places,
    table: tableOf(
      [...table.cells, ...added.map(({ cells }) => cells.flatMap((one) => places.get(one) ?? []))],
      table.populations.length,
      [...numbers.keys()].map((place) => table.isBeside(place)),
    ),
    siblings: [...siblings, ...wholes.values()],
  };
}
