import type { Separators } from "#app/services/exports/asked.ts";
import { cell } from "#app/services/exports/csv.ts";
import type { Sheet } from "./sheet.ts";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The table of a sheet, as RFC 4180 writes it, with where it is from on every line. */
export function csvOf({ source, table }: Sheet, separators: Separators): string {
  const between = separators === "comma" ? ";" : ",";
  const lines = [
    [...table.columns, "source"],
    ...table.rows.map((row) => [...row, source]),
    ...(table.others ?? []).map((one) => [...one.row, one.source]),
  ];
  const written = lines.map((line) => line.map((one) => cell(one, separators)).join(between));
  return BYTE_ORDER_MARK + written.map((line) => `${line}\r\n`).join("");
}
