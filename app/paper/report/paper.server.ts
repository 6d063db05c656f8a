import { linesOf, widthOf } from "../letters.server.ts";
import type { Ink, Picture } from "../picture.ts";
import type { Table } from "../sheet.ts";
import { A4, COLUMN, drawPicture, newPdf, type Pdf, type Told, writeLine } from "./page.server.ts";

interface Look {
  readonly size: number;
  readonly ink: Ink;
  readonly bold?: boolean;
  readonly before?: number;
  readonly after: number;
}

const looks = {
  name: { size: 11, ink: "ink-2", after: 60 },
  H1: { size: 30, ink: "ink", bold: true, after: 8 },
  H2: { size: 17, ink: "ink", bold: true, before: 10, after: 5 },
  H3: { size: 11.5, ink: "ink", bold: true, before: 6, after: 2 },
  sentence: { size: 12.5, ink: "ink", after: 7 },
  text: { size: 10, ink: "ink", after: 5 },
  note: { size: 8.5, ink: "ink-2", after: 4 },
} satisfies Record<string, Look>;
export type Style = keyof typeof looks;

const LEADING = 1.38;
/** What a heading and its sentence take, at most, over a drawing. */
const HEADED = 110;
const WIDEST = 150;
const NARROWEST = 30;
const CELL = { size: 8.5, side: 5, over: 4 } as const;

/** A report as it is written, from top to bottom: what is put in is also told to whoever listens to it. */
export class Paper {
  readonly #pdf: Pdf;
  readonly #root;
  #y = A4.top;

  constructor(described: {
    readonly title: string;
    readonly language: string;
    readonly now: Date;
  }) {
    this.#pdf = newPdf(described);
    this.#root = this.#pdf.struct("Document");
    this.#pdf.addStructure(this.#root);
  }

  /** A heading or a paragraph; nothing where there is no text. Headings stay with what follows them. */
  write(text: string, style: Style): void {
    const look: Look = looks[style];
    const lines = linesOf(text, COLUMN, look);
    if (lines.length === 0) return;
    const isHead = style === "H1" || style === "H2" || style === "H3";
    const height = lines.length * look.size * LEADING;
    this.#y += look.before ?? 0;
    this.need(height + (isHead ? 90 : 0));
    if (style === "H2") this.#pdf.outline.addItem(text);
    this.#tell(isHead ? style : "P", {}, () => this.#lines(lines, look, A4.side));
    this.#y += look.after;
  }

  /** A drawing as wide as the column; `alt` says all of it to whoever does not see it. */
  draw(picture: Picture, alt: string): void {
    const scale = scaleOf(picture);
    const height = picture.height * scale;
    this.need(height);
    const [left, top] = [A4.side, this.#y];
    const bbox = [left, top, left + COLUMN, top + height] as const;
    this.#tell("Figure", { alt, bbox }, () => drawPicture(this.#pdf, picture, [left, top], scale));
    this.#y += height + 8;
  }

  /** A table whose heads come back on every page it goes on to. Its first column holds names. */
  table(table: Table): void {
    const { columns, rows } = withoutEmpty(table);
    const widths = widthsOf([columns, ...rows]);
    const pdf = this.#pdf;
    const whole = pdf.struct("Table");
    this.#root.add(whole);
    const line = (cells: readonly string[], isHead: boolean, isTold: boolean) => {
      const written = cells.map((text, index) =>
        linesOf(text, (widths[index] ?? 0) - 2 * CELL.side, { size: CELL.size, bold: isHead }),
      );
      const most = Math.max(1, ...written.map(({ length }) => length));
      const height = most * CELL.size * LEADING + 2 * CELL.over;
      if (!isHead && this.#y + height > A4.height - A4.bottom) {
        this.turn();
        line(columns, true, false);
      }
      const [top, row] = [this.#y, isTold ? pdf.struct("TR") : null];
      if (row !== null) whole.add(row);
      let x: number = A4.side;
      for (const [index, lines] of written.entries()) {
        const [from, width] = [x, widths[index] ?? 0];
        const content = () => {
          this.#y = top + CELL.over;
          const look = { size: CELL.size, ink: isHead ? "ink-2" : "ink", bold: isHead } as const;
          this.#lines(lines, look, from + CELL.side);
        };
        const kind = isHead || index === 0 ? "TH" : "TD";
        const scope: Told = kind === "TD" ? {} : { scope: isHead ? "Column" : "Row" };
        // Heads that only come back on a new page are told once.
        if (row === null) this.#beside(content);
        else row.add(pdf.struct(kind, scope, content));
        x += width;
      }
      row?.end();
      this.#y = top + height;
      this.#beside(() =>
        pdf
          .lineWidth(0.5)
          .undash()
          .moveTo(A4.side, this.#y)
          .lineTo(A4.side + COLUMN, this.#y)
          .stroke("#d5dbdf"),
      );
    };
    this.need(70);
    line(columns, true, true);
    for (const row of rows) line(row.map(asText), false, true);
    whole.end();
    this.#y += 10;
  }

  /** A drawing with its heading and its sentence: they are not parted. */
  needFor(picture: Picture): void {
    this.need(HEADED + picture.height * scaleOf(picture));
  }

  /** So much must still fit on this page, or another begins. */
  need(height: number): void {
    if (this.#y + height > A4.height - A4.bottom) this.turn();
  }

  turn(): void {
    this.#pdf.addPage();
    this.#y = A4.top;
  }

  /** The whole document, its pages numbered. */
  async end(foot: (page: number, pages: number) => string): Promise<Uint8Array<ArrayBuffer>> {
    const pdf = this.#pdf;
    this.#root.end();
    const { start, count } = pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      pdf.switchToPage(page);
      const at = [A4.width - A4.side, A4.height - 30] as const;
      const text = foot(page + 1, count);
      const look = { size: 8.5, ink: "ink-2", anchor: "end" } as const;
      this.#beside(() => writeLine(pdf, { kind: "text", at, text, ...look }));
    }
    const pieces: Uint8Array[] = [];
    const written = new Promise<void>((resolve, reject) => {
      pdf.on("data", (piece: Uint8Array) => pieces.push(piece));
      pdf.on("end", resolve);
      pdf.on("error", reject);
    });
    pdf.end();
    await written;
    return new Uint8Array(Buffer.concat(pieces));
  }

  /** Content with its place in the structure that screen readers walk. */
  #tell(kind: string, options: Told, content: () => void): void {
    const told = this.#pdf.struct(kind, options, content);
    this.#root.add(told);
  }

  /** What is drawn for the eye only. */
  #beside(content: () => void): void {
    this.#pdf.markContent("Artifact");
    content();
    this.#pdf.endMarkedContent();
  }

  #lines(lines: readonly string[], look: Pick<Look, "size" | "ink" | "bold">, left: number): void {
    for (const [index, line] of lines.entries()) {
      // The space between two lines, for whoever copies the text.
      const text = index === lines.length - 1 ? line : `${line} `;
      const at = [left, this.#y + look.size * 1.05] as const;
      writeLine(this.#pdf, { kind: "text", at, text, ...look });
      this.#y += look.size * LEADING;
    }
  }
}

/** As wide as the column, or as small as it takes to stand on one page with its heading. */
function scaleOf({ width, height }: Picture): number {
  return Math.min(COLUMN / width, (A4.height - A4.top - A4.bottom - HEADED) / height);
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
