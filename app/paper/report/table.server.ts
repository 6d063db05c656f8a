import { linesOf, widthOf } from "../letters.server.ts";
import type { Table } from "../sheet.ts";
import { LEADING } from "./looks.ts";
import { COLUMN } from "./page.server.ts";

const WIDEST = 150;
const NARROWEST = 30;
export const CELL = { size: 8.5, side: 5, over: 4 } as const;

/** A line of a table, broken into the lines of its cells. */
export interface LaidLine {
  readonly cells: readonly { readonly x: number; readonly lines: readonly string[] }[];
  readonly height: number;
}

export interface LaidTable {
  readonly head: LaidLine;
  readonly rows: readonly LaidLine[];
}

/** A table as wide as the column, its cells as wide as what stands in them. */
export function laidOut(table: Table): LaidTable {
  const { columns, rows } = withoutEmpty(table);
  const widths = widthsOf([columns, ...rows]);
  const line = (cells: readonly string[], bold: boolean): LaidLine => {
    let x = 0;
    const laid = cells.map((text, index) => {
      const [from, width] = [x, widths[index] ?? 0];
      x += width;
      return { x: from, lines: linesOf(text, width - 2 * CELL.side, { size: CELL.size, bold }) };
    });
    const most = Math.max(1, ...laid.map(({ lines }) => lines.length));
    return { cells: laid, height: most * CELL.size * LEADING + 2 * CELL.over };
  };
  return { head: line(columns, true), rows: rows.map((row) => line(row.map(asText), false)) };
}

function asText(cell: string | number | null): string {
  return cell === null ? "" : String(cell);
}

/** On paper a column that says nothing only takes room. */
function withoutEmpty({ columns, rows }: Table): Table {
  const kept = columns.map((_, index) => rows.some((row) => asText(row[index] ?? null) !== ""));
  const among = <T>(cells: readonly T[]) => cells.filter((_, index) => index === 0 || kept[index]);
  return { columns: among(columns), rows: rows.map(among) };
}

/** As wide as what stands in each column, within bounds, and together as wide as the page. */
function widthsOf(rows: Table["rows"]): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: columns }, (_, index) => {
    const widths = rows.map((row) =>
      widthOf(asText(row[index] ?? null), { size: CELL.size, bold: true }),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, ...widths)) + 2 * CELL.side;
  });
  const whole = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => (width / whole) * COLUMN);
}
