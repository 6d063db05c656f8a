import { isTold, type Published } from "./published.ts";

/** Some cells, sorted by which populations readers know something of. */
export interface Classes {
  /** Class of each of the cells, in their order. */
  readonly of: readonly number[];
  /** The populations of each class that readers know something of. */
  readonly rows: readonly (readonly number[])[];
  /** Whether somebody in the class answered 0, and whether somebody answered 1. */
  readonly answers: readonly (readonly number[])[];
  /**
   * One way the counts of the cells could be, the same for everything that looks the same: what a
   * class counted is given to its cells in order. Nothing that follows depends on which of them it
   * really was.
   */
  readonly x: readonly number[];
}

/** Sorts cells into classes that nothing shown tells apart, however finely it is shown. */
export function classesOf(read: Published, cells: readonly number[]): Classes {
  const { table, reading } = read;
  const ids = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const counted: number[] = [];
  const people: number[] = [];
  const of = cells.map((cell) => {
    const told = (table.populations[cell] ?? []).filter((population) => isTold(read, population));
    const key = told.join(" ");
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    rows[id] ??= told;
    counted[id] = (counted[id] ?? 0) + (reading.x[cell] ?? 0);
    people[id] = (people[id] ?? 0) + (reading.n[cell] ?? 0);
    return id;
  });
  const answers = counted.map((x, id) => [
    ...(x < (people[id] ?? 0) ? [0] : []),
    ...(x > 0 ? [1] : []),
  ]);
  const x = of.map((id, index) => {
    const cell = cells[index] ?? -1;
    const given = Math.min(counted[id] ?? 0, reading.most?.[cell] ?? reading.n[cell] ?? 0);
    counted[id] = (counted[id] ?? 0) - given;
    return given;
  });
  return { of, rows, answers, x };
}
