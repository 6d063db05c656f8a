import { widthOf } from "../letters.server.ts";
import { A4, COLUMN, type Pdf, writeLine } from "./page.server.ts";

/** What the contents name: a part of the report, or what is in it. */
export interface Entry {
  readonly text: string;
  readonly level: 0 | 1;
  /** From zero. */
  readonly page: number;
  readonly name: string;
}

const ROOM = A4.height - A4.bottom;

type Element = ReturnType<Pdf["struct"]>;

/** The contents, written last, when every page is known, on the page that was kept for them. */
export function writeContents(
  pdf: Pdf,
  told: Element,
  { entries, top }: { readonly entries: readonly Entry[]; readonly top: number },
): void {
  const units = entries.reduce((sum, { level }) => sum + (level === 0 ? 1.5 : 1), 0);
  const step = Math.min(17, (ROOM - top) / units);
  let y = top;
  for (const { text, level, page, name } of entries) {
    y += step * (level === 0 ? 1.5 : 1);
    const look = { size: level === 0 ? 11.5 : Math.min(10, step * 0.72), bold: level === 0 };
    const left = A4.side + level * 14;
    const number = String(page + 1);
    const right = A4.width - A4.side;
    const shown = fitted(text, COLUMN - level * 14 - 40, look);
    const item = pdf.struct("TOCI");
    told.add(item);
    item.add(
      pdf.struct("P", {}, () => {
        const ink = level === 0 ? "ink" : "ink-2";
        writeLine(pdf, { kind: "text", at: [left, y], text: `${shown} `, ink, ...look });
        writeLine(pdf, { kind: "text", at: [right, y], text: number, ink, anchor: "end", ...look });
      }),
    );
    item.end();
    pdf.goTo(left, y - look.size, right - left, look.size * 1.4, name);
  }
  told.end();
}

function fitted(text: string, width: number, look: { size: number; bold: boolean }): string {
  let shown = text;
  while (widthOf(shown, look) > width && shown.length > 8) shown = `${shown.slice(0, -2)}…`;
  return shown;
}
