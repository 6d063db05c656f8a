import { ImportError } from "../../import-error.ts";
import { cellText, type Meanings } from "./cell-text.ts";
import { readXml } from "./read-xml.ts";

/** What Excel itself ends at. */
const MOST_COLUMNS = 16_384;

/** A row that holds something: its cells, and where it is in the sheet. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a sheet as they come. Empty rows are left out, empty cells are empty texts. */
export function sheetRows(
  bytes: AsyncIterable<Buffer>,
  name: string,
  meanings: Meanings,
): AsyncGenerator<SheetRow> {
  let rows: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let cell = { type: "n", style: 0, value: "" };
  let isValue = false;
  let isSpoken = false;

  return readXml(
    bytes,
    name,
    {
      open(tag, { r, t, s }) {
        if (tag === "row") {
          line = r === undefined ? line + 1 : Number(r);
          cells = [];
          column = -1;
        } else if (tag === "c") {
          column = r === undefined ? column + 1 : columnOf(r);
          if (column >= MOST_COLUMNS || column < 0) {
            throw new ImportError(`${name} is damaged inside: a cell has no place.`);
          }
          cell = { type: t ?? "n", style: Number(s ?? 0), value: "" };
        } else if (tag === "rPh") isSpoken = true;
        else if (tag === "v" || (tag === "t" && !isSpoken)) isValue = true;
      },
      text(text) {
        if (isValue) cell.value += text;
      },
      close(tag) {
        if (tag === "v" || tag === "t") isValue = false;
        else if (tag === "rPh") isSpoken = false;
        else if (tag === "c") {
          const text = cellText(cell.value, cell.type, cell.style, meanings);
          if (text === "") return;
          while (cells.length < column) cells.push("");
          cells[column] = text;
        } else if (tag === "row" && cells.some((text) => text.trim() !== "")) {
          rows.push({ line, cells });
        }
      },
    },
    () => {
      const done = rows;
      rows = [];
      return done;
    },
  );
}

/** `AB12` is in column 27, counted from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of place) {
    const nth = letter.toUpperCase().charCodeAt(0) - 64;
    if (nth < 1 || nth > 26) break;
    column = column * 26 + nth;
  }
  return column - 1;
}
