import { linesOf } from "../letters.server.ts";
import type { Picture } from "../picture.ts";
import type { Table } from "../sheet.ts";
import { type Entry, writeContents } from "./contents.server.ts";
import { LEADING, type Look, looks, type Style } from "./looks.ts";
import { A4, COLUMN, drawPicture, newPdf, type Pdf, type Told, writeLine } from "./page.server.ts";
import { CELL, type LaidLine, laidOut } from "./table.server.ts";

/** The last line that is written on. */
const FOOT = A4.height - A4.bottom;
/** What is put under a heading must begin on its page. */
const BELOW_HEAD = 70;
const AFTER_TABLE = 10;
const BEFORE_PART = 26;
/** With less of a page left another part begins on the next. */
const WORTH_BEGINNING = 0.45;

type Outline = ReturnType<Pdf["outline"]["addItem"]>;

/** A report as it is written, from top to bottom: what is put in is also told to whoever listens to it. */
export class Paper {
  readonly #pdf: Pdf;
  readonly #root;
  readonly #entries: Entry[] = [];
  #part: Outline | null = null;
  #contents: { told: ReturnType<Pdf["struct"]>; page: number; top: number } | null = null;
  #page = 0;
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
  write(text: string, style: Style, { lang }: { readonly lang?: string } = {}): void {
    const look: Look = looks[style];
    const lines = linesOf(text, COLUMN, look);
    if (lines.length === 0) return;
    const isHead = look.tag !== "P";
    if (this.#y > A4.top) this.#y += look.before ?? 0;
    this.need(lines.length * look.size * LEADING + (isHead ? BELOW_HEAD : 0));
    if (style === "part" || style === "block") this.#enter(text, style === "part" ? 0 : 1);
    this.#tell(look.tag, lang === undefined ? {} : { lang }, () =>
      this.#lines(lines, look, A4.side),
    );
    this.#y += look.after;
  }

  /** A part begins on a page of its own, unless most of this one, and room for its opening, is left. */
  part(title: string, opening: number): void {
    const least = Math.max(opening + BEFORE_PART, this.wholeRoom * WORTH_BEGINNING);
    if (this.isBegun && this.room < least) this.turn();
    else if (this.isBegun) this.#y += BEFORE_PART;
    this.write(title, "part");
  }

  /** A page kept for the contents, which are written when all others are. */
  keepContents(title: string): void {
    this.turn();
    this.#tell("H2", {}, () =>
      this.#lines(linesOf(title, COLUMN, looks.part), looks.part, A4.side),
    );
    const told = this.#pdf.struct("TOC");
    this.#root.add(told);
    this.#contents = { told, page: this.#page, top: this.#y };
  }

  /** How high these would be, one under the other. */
  heightOf(texts: readonly (readonly [text: string, style: Style])[]): number {
    return texts.reduce((sum, [text, style]) => {
      const look: Look = looks[style];
      const lines = linesOf(text, COLUMN, look).length;
      return lines === 0
        ? sum
        : sum + lines * look.size * LEADING + (look.before ?? 0) + look.after;
    }, 0);
  }

  heightOfTable(table: Table): number {
    const { head, rows } = laidOut(table);
    return rows.reduce((sum, { height }) => sum + height, head.height) + AFTER_TABLE;
  }

  /** How high a drawing is when it is as wide as the column. */
  heightOn({ width, height }: Picture): number {
    return (COLUMN / width) * height;
  }

  /** What is left of this page. */
  get room(): number {
    return FOOT - this.#y;
  }

  /** What a page holds that nothing is on. */
  get wholeRoom(): number {
    return FOOT - A4.top;
  }

  get isBegun(): boolean {
    return this.#y > A4.top;
  }

  /** A drawing, as wide as the column or so much smaller; `alt` says all of it. */
  draw(picture: Picture, alt: string, smaller: number): void {
    const scale = (COLUMN / picture.width) * smaller;
    const height = picture.height * scale;
    this.need(height);
    const top = this.#y;
    const bbox = [A4.side, top, A4.side + picture.width * scale, top + height] as const;
    this.#tell("Figure", { alt, bbox }, () =>
      drawPicture(this.#pdf, picture, [A4.side, top], scale),
    );
    this.#y += height + 8;
  }

  /** A table whose heads come back on every page it goes on to. Its first column holds names. */
  table(table: Table): void {
    const { head, rows } = laidOut(table);
    const whole = this.#pdf.struct("Table");
    this.#root.add(whole);
    this.need(head.height + (rows[0]?.height ?? 0) + (rows[1]?.height ?? 0));
    this.#row(whole, head, true);
    for (const row of rows) {
      if (this.#y + row.height > FOOT) {
        this.turn();
        // Heads that only come back on a new page are told once.
        this.#row(null, head, true);
      }
      this.#row(whole, row, false);
    }
    whole.end();
    this.#y += AFTER_TABLE;
  }

  /** So much must still fit on this page, or another begins. */
  need(height: number): void {
    if (this.#y + height > FOOT && this.#y > A4.top) this.turn();
  }

  turn(): void {
    this.#pdf.addPage();
    this.#page += 1;
    this.#y = A4.top;
  }

  /** The whole document, its contents written and its pages numbered. */
  async end(foot: (page: number, pages: number) => string): Promise<Uint8Array<ArrayBuffer>> {
    const pdf = this.#pdf;
    if (this.#contents !== null) {
      const { told, page, top } = this.#contents;
      pdf.switchToPage(page);
      writeContents(pdf, told, { entries: this.#entries, top });
    }
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

  /** One more line of the contents, and of the bookmarks. */
  #enter(text: string, level: 0 | 1): void {
    const name = `entry-${this.#entries.length}`;
    const top = this.#y - 8;
    this.#pdf.addNamedDestination(name, "XYZ", 0, top, null);
    this.#entries.push({ text, level, page: this.#page, name });
    const under = level === 0 || this.#part === null ? this.#pdf.outline : this.#part;
    // The library knows more of a bookmark than its types do.
    const at = { expanded: false, top };
    const item = under.addItem(text, at);
    if (level === 0) this.#part = item;
  }

  #row(whole: ReturnType<Pdf["struct"]> | null, { cells, height }: LaidLine, isHead: boolean) {
    const pdf = this.#pdf;
    const [top, row] = [this.#y, whole === null ? null : pdf.struct("TR")];
    if (row !== null) whole?.add(row);
    for (const [index, { x, lines }] of cells.entries()) {
      const content = () => {
        this.#y = top + CELL.over;
        const look = { size: CELL.size, ink: isHead ? "ink-2" : "ink", bold: isHead } as const;
        this.#lines(lines, look, A4.side + x + CELL.side);
      };
      const kind = isHead || index === 0 ? "TH" : "TD";
      const scope: Told = kind === "TD" ? {} : { scope: isHead ? "Column" : "Row" };
      if (row === null) this.#beside(content);
      else row.add(pdf.struct(kind, scope, content));
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
