import type { Words } from "#app/services/around.ts";
import type { Sheet, Table } from "../sheet.ts";
import type { Style } from "./looks.ts";
import type { Paper } from "./paper.server.ts";

/** A chart of the report; one that names no values has them in a table besides. */
export interface Block {
  readonly sheet: Sheet;
  readonly besides?: Table | null;
}

/** What is left under a drawing before what is told of it. */
const BETWEEN = 8;
/** A drawing may be this much smaller so that pages are full; smaller, its text is not read. */
const SMALLEST = 0.72;

/**
 * Charts one under the other, each as on its page: what may be said of it, the drawing, how to read it.
 * As many stand on a page as can be read there, all at one scale; what no page holds is a table.
 */
function writeBlocks(paper: Paper, blocks: readonly (Block | null)[], words: Words): void {
  let waiting = blocks.flatMap((one) => (one === null ? [] : measured(paper, one)));
  while (waiting.length > 0) {
    const together = fitting(waiting, paper.room);
    const [first] = waiting;
    if (together.length === 0 && first !== undefined && paper.isBegun) {
      const hasPage = fitting([first], paper.wholeRoom).length > 0;
      // What no page holds may as well begin here.
      if (hasPage) {
        paper.turn();
        continue;
      }
    }
    if (together.length === 0 && first !== undefined) {
      writeTable(paper, first.block);
      waiting = waiting.slice(1);
      continue;
    }
    const fixed = sumOf(together.map((one) => one.fixed));
    const drawn = sumOf(together.map((one) => one.drawn));
    const scale = Math.min(1, (paper.room - fixed) / drawn);
    for (const { block } of together) writeDrawn(paper, block, scale, words);
    waiting = waiting.slice(together.length);
  }
}

interface Opening {
  readonly title: string;
  readonly texts: readonly (readonly [text: string, style: Style])[];
}

/** A part of the report: its title and what opens it are not parted from its first chart. */
export function writePart(
  paper: Paper,
  { title, texts }: Opening,
  blocks: readonly (Block | null)[],
  words: Words,
): void {
  const first = blocks.find((one) => one !== null);
  const { fixed, drawn } = first ? measured(paper, first) : { fixed: 0, drawn: 0 };
  const opening = paper.heightOf([[title, "part"], ...texts]) + fixed + drawn * SMALLEST;
  paper.part(title, opening);
  for (const [text, style] of texts) paper.write(text, style);
  writeBlocks(paper, blocks, words);
}

interface Measured {
  readonly block: Block;
  /** How high all is but the drawing, and how high that is as wide as the column. */
  readonly fixed: number;
  readonly drawn: number;
}

function measured(paper: Paper, block: Block): Measured {
  const { title, sentence, picture } = block.sheet;
  const around = paper.heightOf([
    [title, "block"],
    [sentence, "sentence"],
    [noteOf(block.sheet), "note"],
  ]);
  const besides = block.besides ? paper.heightOfTable(block.besides) : 0;
  return { block, fixed: around + BETWEEN + besides, drawn: paper.heightOn(picture) };
}

/** As many of the first as this room holds. */
function fitting(waiting: readonly Measured[], room: number): readonly Measured[] {
  let height = 0;
  const count = waiting.findIndex(({ fixed, drawn }) => {
    height += fixed + drawn * SMALLEST;
    return height > room;
  });
  return count === -1 ? waiting : waiting.slice(0, count);
}

function writeDrawn(paper: Paper, { sheet, besides }: Block, scale: number, words: Words): void {
  paper.write(sheet.title, "block");
  paper.write(sheet.sentence, "sentence");
  paper.draw(sheet.picture, altOf(sheet, words), scale);
  paper.write(noteOf(sheet), "note");
  if (besides) paper.table(besides);
}

function writeTable(paper: Paper, { sheet }: Block): void {
  paper.write(sheet.title, "block");
  paper.write(sheet.sentence, "sentence");
  paper.table(sheet.table);
  paper.write(noteOf(sheet), "note");
}

function noteOf({ caption, source }: Sheet): string {
  return `${caption} ${source}`.trim();
}

function sumOf(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}

/** All of a drawing in words: a row of its table is a sentence. */
function altOf({ title, sentence, table }: Sheet, { t }: Words): string {
  const rows = table.rows.map((row) =>
    row
      .flatMap((cell, index) =>
        cell === null
          ? []
          : [
              index === 0
                ? String(cell)
                : t("paper.report.cell", {
                    column: table.columns[index] ?? "",
                    cell: String(cell),
                  }),
            ],
      )
      .join(", "),
  );
  return [title, sentence, ...rows].filter(Boolean).join(". ");
}
