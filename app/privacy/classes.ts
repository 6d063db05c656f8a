import { isTold, type Published } from "./published.ts";

/** Cells no shown population tells apart. */
export interface Classes {
  /** Class of each cell. */
  readonly of: Int32Array;
  /** The populations of each class that readers know something of. */
  readonly rows: readonly (readonly number[])[];
  /** Whether somebody in the class answered 0, and whether somebody answered 1. */
  readonly answers: readonly (readonly number[])[];
  /**
   * One way the counts of the cells could be, the same for everything that looks the same: what a
   * class counted is given to its cells in order. Nothing here or after depends on which of them
   * it really was.
   */
  readonly x: Float64Array;
}

/** Sorts cells into classes. It depends on which populations are shown, not on how finely. */
export function classesOf(read: Published): Classes {
  const { table, reading } = read;
  const ids = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  const left: number[] = [];
  const people: number[] = [];
  const of = Int32Array.from(table.populations, (around, cell) => {
    const shown = around.filter((population) => isTold(read, population));
    const key = shown.join(" ");
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    rows[id] ??= shown;
    left[id] = (left[id] ?? 0) + (reading.x[cell] ?? 0);
    people[id] = (people[id] ?? 0) + (reading.n[cell] ?? 0);
    return id;
  });
  const answers = left.map((x, id) => [
    ...(x < (people[id] ?? 0) ? [0] : []),
    ...(x > 0 ? [1] : []),
  ]);
  const x = Float64Array.from(of, (id, cell) => {
    const given = Math.min(left[id] ?? 0, reading.most?.[cell] ?? reading.n[cell] ?? 0);
    left[id] = (left[id] ?? 0) - given;
    return given;
  });
  return { of, rows, answers, x };
}
