import { withoutIsolates } from "#app/i18n/isolated.ts";
import { type Face, facesOf } from "./faces.server.ts";
import type { Written } from "./picture.ts";
import { type Sign, signs } from "./signs.ts";

type Type = Pick<Written, "size"> & { readonly bold?: boolean | undefined };

/** A piece of a text that one file of the typeface can write, or a sign none of them holds. */
export type Run =
  | { readonly face: Face; readonly text: string; readonly width: number }
  | { readonly sign: Sign; readonly text: string; readonly width: number };

/** A text in the pieces it is written in. What no face holds is written by the first, as a box. */
export function runsOf(written: string, { size, bold = false }: Type): readonly Run[] {
  // The typeface has no narrow no-break space; French takes the wider one in its place.
  const text = withoutIsolates(written).replaceAll("\u202f", "\u00a0");
  const faces = facesOf(bold);
  const pieces: { face: Face | null; text: string }[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const last = pieces.at(-1);
    const goesOn = last?.face?.font.hasGlyphForCodePoint(code) ?? false;
    if (last && goesOn) {
      last.text += letter;
      continue;
    }
    const face = faces.find(({ font }) => font.hasGlyphForCodePoint(code)) ?? null;
    if (face === null && letter in signs) pieces.push({ face, text: letter });
    else if (last?.face && face === null) last.text += letter;
    else pieces.push({ face: face ?? faces[0] ?? null, text: letter });
  }
  return pieces.flatMap((piece): readonly Run[] => {
    const sign = signs[piece.text];
    if (piece.face === null) {
      return sign === undefined
        ? []
        : [{ sign, text: piece.text, width: (sign.advance / 1000) * size }];
    }
    const { face } = piece;
    // Measured only when it is asked for: of a line that begins where it is written nobody asks.
    return [
      {
        face,
        text: piece.text,
        get width() {
          return advance(face, piece.text) * size;
        },
      },
    ];
  });
}

const widths = new Map<string, number>();

/** How wide a text is, in sizes of its type. Words come back on every page: they are measured once. */
function advance({ name, font }: Face, text: string): number {
  const key = `${name} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > 20_000) widths.clear();
  const width = font.layout(text).advanceWidth / font.unitsPerEm;
  widths.set(key, width);
  return width;
}

export function widthOf(text: string, type: Type): number {
  return runsOf(text, type).reduce((sum, { width }) => sum + width, 0);
}

/**
 * A text in lines no wider than this; a word that is wider still is broken. Words are measured one by
 * one, for they come back, as lines do not.
 */
export function linesOf(text: string, width: number, type: Type): readonly string[] {
  const space = widthOf(" ", type);
  const lines: string[] = [];
  let line = "";
  let room = width;
  // No-break spaces stay within their word.
  for (const word of text.split(/[ \n]+/).filter(Boolean)) {
    const wide = widthOf(word, type);
    if (line !== "" && space + wide <= room) {
      line = `${line} ${word}`;
      room -= space + wide;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (line.length > 1 && widthOf(line, type) > width) {
      let fits = line.length - 1;
      while (fits > 1 && widthOf(line.slice(0, fits), type) > width) fits -= 1;
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
    room = width - (line === word ? wide : widthOf(line, type));
  }
  return line === "" ? lines : [...lines, line];
}

/** Where a line of text begins, from where it is anchored. */
export function beginningOf({ at: [x], text, size, bold, anchor = "start" }: Written): number {
  if (anchor === "start") return x;
  const width = widthOf(text, { size, bold });
  return anchor === "end" ? x - width : x - width / 2;
}
