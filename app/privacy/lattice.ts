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
  /**
   * Cells of people no population is about, by place: for each set of siblings who of the whole is in
   * none of them; then for each whole who of it is in no part that has no parts itself.
   */
  readonly rests: readonly (readonly number[])[];
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
  const placeOf = new Map(rows.map(({ key }, index) => [key, index]));
  const wholes = [...siblings.keys()].map((key) => placeOf.get(key.slice(key.indexOf(" ") + 1)));
  const sets = [...siblings.values()];
  const left = (whole: number | undefined, parts: readonly number[]) => {
    const inParts = new Set(parts.flatMap((part) => members[part] ?? []));
    return (members[whole ?? -1] ?? []).filter((cell) => !inParts.has(cell));
  };
  const organisation = new Map(
    sets.flatMap((parts, index) =>
      rows[parts[0] ?? -1]?.cut === "organisation" ? [[wholes[index], parts] as const] : [],
    ),
  );
  const ends = rows.flatMap(({ cut }, index) =>
    cut === "organisation" && !organisation.has(index) ? index : [],
  );
  const direct = sets.map((parts, index) => left(wholes[index], parts));
  const deep = [...organisation.keys()].map((whole) => left(whole, ends));
  return {
    rests: [...direct, ...deep.filter((cells) => !direct.some((one) => isSame(one, cells)))],
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

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((cell, index) => cell === other[index]);
}

/** A population that is laid beside those of a lattice, by the cells it is made of. */
export type Added = Population & {
  readonly population: number;
  readonly cells: readonly number[];
};

/** The same cells with more populations: parts of one whole where they have a parent in common. */
export function withAdded(lattice: Lattice, added: readonly Added[]): Lattice {
  const { numbers, places, table, siblings, rests, populations } = lattice;
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
    rests: [
      ...rests.slice(0, siblings.length),
      ...[...wholes.values()].map(() => []),
      ...rests.slice(siblings.length),
    ],
  };
}
