import { ImportError } from "../import-error.ts";
import { hasColumns, missingColumns, positions, type Wanted } from "./by-header.ts";
import type { Row } from "./open-rows.ts";
import type { SheetRow } from "./xlsx/sheet-rows.ts";

/** A header below more than this is not looked for. */
const HIGHEST = 20;

/**
 * The rows of a sheet by the names of its header: the first row that has every column wanted, since
 * sheets begin with titles. Where a header is two rows high, with cells merged over both, a name may
 * stand in either.
 */
export async function* bySheetHeader(
  rows: AsyncIterable<SheetRow>,
  wanted: Wanted,
): AsyncGenerator<Row> {
  const { columns, name } = wanted;
  let at: readonly number[] | null = null;
  let above: readonly string[] = [];
  let fullest: readonly string[] = [];
  let looked = 0;
  for await (const { line, cells } of rows) {
    if (at !== null) {
      const fields = at.map((index) => (cells[index] ?? "").trim());
      yield { line, fields, whole: cells.join("\u001f") };
      continue;
    }
    const own = cells.map((cell) => cell.replace(/\s+/g, " ").trim());
    const header = merged(own, above);
    const names = [own, header].find((one) => hasColumns(wanted, one));
    if (names !== undefined) {
      at = positions(wanted, names, `${name}, line ${line}`);
      continue;
    }
    above = header;
    if (own.filter(Boolean).length > fullest.filter(Boolean).length) fullest = own;
    looked += 1;
    if (looked >= HIGHEST) break;
  }
  if (at !== null) return;
  if (fullest.length === 0) throw new ImportError(`${name} holds no line. Nothing was kept.`);
  const missing = columns.filter(
    (column) => !wanted.optional?.has(column) && !fullest.includes(column),
  );
  throw new ImportError(missingColumns(missing, fullest, `${name}, its first rows`));
}

function merged(own: readonly string[], above: readonly string[]): readonly string[] {
  const length = Math.max(own.length, above.length);
  return Array.from({ length }, (_, index) => own[index] || above[index] || "");
}
