import type { Separators } from "./asked.ts";
import { columns, type Row } from "./columns.ts";

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";
const END_OF_LINE = "\r\n";

/** What makes a spreadsheet take a text for a formula, which could then call out or run something. */
const formula = /^[=+\-@\t\r\n]/;

/** The first line, which names the columns. */
export function csvHead(separators: Separators): string {
  return BYTE_ORDER_MARK + columns.join(between(separators)) + END_OF_LINE;
}

/** Lines as RFC 4180 writes them. */
export function csvLines(rows: readonly Row[], separators: Separators): string {
  return rows
    .map((row) => columns.map((column) => cell(row[column], separators)).join(between(separators)))
    .map((line) => line + END_OF_LINE)
    .join("");
}

/** A number stays a number; a text that looks like a formula is kept a text by an apostrophe. */
export function cell(content: string | number | null, separators: Separators): string {
  if (content === null) return "";
  if (typeof content === "number") {
    return separators === "comma" ? String(content).replace(".", ",") : String(content);
  }
  const safe = formula.test(content) ? `'${content}` : content;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function between(separators: Separators): string {
  return separators === "comma" ? ";" : ",";
}
