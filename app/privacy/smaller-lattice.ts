import type { Population } from "#app/model/population.ts";
import { type CellCount, sum } from "./count.ts";
import { type Lattice, latticeOf } from "./lattice.ts";

/**
 * Some populations of a lattice as a lattice of their own, for measures that are released of these
 * alone: people whom only the others told apart become one cell. `merged` adds counts up to it.
 */
export function smallerLattice(
  { populations, numbers, places, table }: Lattice,
  isKept: (population: Population) => boolean,
): { readonly lattice: Lattice; merged(cells: readonly CellCount[]): readonly CellCount[] } {
  const kept = [...populations].filter(([, population]) => isKept(population));
  const keptNumbers = new Set(kept.map(([number]) => number));
  const kinds = new Map<string, number>();
  const members: number[][] = [];
  const cellOf = new Map<number, number>();
  for (const [cell, place] of places) {
    const own = (table.populations[place] ?? [])
      .flatMap((one) => numbers[one] ?? [])
      .filter((number) => keptNumbers.has(number));
    if (own.length === 0) continue;
    const key = own.join(" ");
    const kind = kinds.get(key) ?? members.push(own) - 1;
    kinds.set(key, kind);
    cellOf.set(cell, kind);
  }
  return {
    lattice: latticeOf(
      kept.map(([population, rest]) => ({ ...rest, population })),
      members.map((own, cell) => ({ cell, populations: own })),
    ),
    merged(cells) {
      const byKind = new Map<number, CellCount[]>();
      for (const count of cells) {
        const kind = cellOf.get(count.cell);
        if (kind !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), count]);
      }
      return [...byKind].map(([cell, counts]) => ({ cell, ...sum(counts) }));
    },
  };
}
