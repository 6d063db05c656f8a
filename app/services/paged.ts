/** What a table or a drawing carries at a time: more is a click away. */
export const ROWS = 60;

/** Which rows of how many a page carries; null where it carries all of them. */
export interface Part {
  readonly part: number;
  readonly parts: number;
  readonly first: number;
  readonly last: number;
  readonly all: number;
}

/** The rows of one part of a long list, counted from 1; a part that is not there is the first. */
export function paged<T>(
  rows: readonly T[],
  asked: number | null | undefined,
): { readonly rows: readonly T[]; readonly part: Part | null } {
  const parts = Math.ceil(rows.length / ROWS);
  if (parts <= 1) return { rows, part: null };
  const part = asked != null && asked <= parts ? asked : 1;
  const first = (part - 1) * ROWS;
  const some = rows.slice(first, first + ROWS);
  return {
    rows: some,
    part: { part, parts, first: first + 1, last: first + some.length, all: rows.length },
  };
}
