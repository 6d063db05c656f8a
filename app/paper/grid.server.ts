import { linesOf } from "./letters.server.ts";
import type { Tone } from "./marks.ts";
import { type Ink, type Picture, type Shape, WIDE } from "./picture.ts";
import { wordOn } from "./rows.server.ts";

/** One cell: what is read in it, tinted only where it differs. */
export interface GridCell {
  readonly text: string;
  /** Beside the text, smaller: by how much it differs, with its sign. */
  readonly beside?: string;
  readonly tone?: Tone;
  /** Ten points or more. */
  readonly strong?: boolean;
  readonly hidden?: boolean;
}

export interface DrawnGrid {
  readonly firstColumn: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly GridCell[] }[];
  /** The word for a hidden cell. */
  readonly hiddenWord: string;
}

const SIZE = 14;
const SMALL = 12.5;
const NAME = 170;
const CELL = 84;
/** Wider than this a cell is only empty: names take the room. */
const WIDEST_CELL = 130;

/** Populations by measures, as a table that is looked at; it grows as wide as its columns need. */
export function drawGrid({ firstColumn, columns, rows, hiddenWord }: DrawnGrid): Picture {
  const count = Math.max(1, columns.length);
  const cell = Math.min(WIDEST_CELL, Math.max(CELL, (WIDE - NAME) / count));
  const room = Math.max(NAME, WIDE - cell * count);
  const width = room + cell * count;
  const heads = columns.map((name) => linesOf(name, cell - 10, { size: SMALL }));
  const head = Math.max(1, ...heads.map(({ length }) => length)) * 16 + 8;
  const small = { kind: "text", size: SMALL, ink: "ink-2" } as const;
  const shapes: Shape[] = [{ ...small, at: [0, head - 8], text: firstColumn }];
  for (const [index, lines] of heads.entries()) {
    const x = room + (index + 1) * cell - 6;
    for (const [line, text] of lines.entries()) {
      const y = head - 8 - (lines.length - 1 - line) * 16;
      shapes.push({ ...small, at: [x, y], text, anchor: "end" });
    }
  }
  let top = head;
  for (const { name, cells } of rows) {
    const lines = linesOf(name, room - 12, { size: SIZE });
    const height = Math.max(36, lines.length * 18 + 12);
    shapes.push({
      kind: "line",
      from: [0, top],
      to: [width, top],
      stroke: { ink: "line", wide: 1 },
    });
    for (const [line, text] of lines.entries()) {
      const y = top + height / 2 + 5 + (line - (lines.length - 1) / 2) * 18;
      shapes.push({ kind: "text", at: [0, y], text, size: SIZE, ink: "ink" });
    }
    for (const [index, one] of cells.entries()) {
      const box = { x: room + index * cell + 2, y: top + 2, width: cell - 4, height: height - 4 };
      shapes.push(...cellOf(one, box, hiddenWord));
    }
    top += height;
  }
  return { width, height: top + 4, shapes };
}

interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function cellOf(cell: GridCell, box: CellBox, hiddenWord: string): readonly Shape[] {
  const middle = box.y + box.height / 2;
  if (cell.hidden) {
    return [{ kind: "hatch", ...box }, ...wordOn(hiddenWord, box.x + box.width / 2, middle, SMALL)];
  }
  const right = box.x + box.width - 6;
  const { tone, text, beside = "" } = cell;
  const shapes: Shape[] = [];
  if (tone !== undefined) {
    const fill: Ink = `${tone}-${cell.strong ? 2 : 1}`;
    shapes.push({ kind: "box", ...box, fill, round: 2 });
  }
  const number = { size: SIZE, ink: tone === undefined ? "ink-2" : "ink" } as const;
  const x = beside === "" ? right : right - 32;
  shapes.push({ kind: "text", at: [x, middle + 5], text, anchor: "end", ...number });
  if (beside !== "") {
    const look = { size: SMALL, ink: tone ?? "ink-2", anchor: "end" } as const;
    shapes.push({ kind: "text", at: [right, middle + 5], text: beside, ...look });
  }
  return shapes;
}
