import type { Findings } from "../findings.ts";

/** What a mapping says of the columns a file need not have. */
interface Lenient {
  readonly optional: boolean | readonly string[];
  readonly only?: { readonly column: string } | undefined;
}

/** The columns a file need not have. Those in `needed`, and the one lines are chosen by, it must. */
export function optionalColumns(
  { optional, only }: Lenient,
  columns: readonly string[],
  needed: readonly (string | undefined)[],
): ReadonlySet<string> {
  if (optional === false) return new Set();
  const must = new Set([...needed, only?.column]);
  const may = optional === true ? columns : optional;
  return new Set(may.filter((column) => !must.has(column)));
}

/** Says which columns of the mapping the file does not have, in one note. */
export function tellAbsent(columns: ReadonlySet<string>, notices: Findings): void {
  if (columns.size === 0) return;
  const names = [...columns].map((column) => `“${column}”`).join(", ");
  notices.add(
    null,
    null,
    `The file has no column ${names}: nothing is said of what it would tell, and what was known stays.`,
  );
}
