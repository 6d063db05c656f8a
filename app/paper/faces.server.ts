import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

/** One file of the typeface: a weight of it, for some of the alphabets. */
export interface Face {
  readonly name: string;
  readonly file: Buffer;
  readonly font: Font;
}

/** The one that is asked first comes first. */
const alphabets = [
  "latin",
  "latin-ext",
  "cyrillic",
  "cyrillic-ext",
  "greek",
  "greek-ext",
  "vietnamese",
];

const read = createRequire(import.meta.url);
const kept = new Map<number, readonly Face[]>();

/** The files of the typeface in one weight, read once. */
export function facesOf(bold: boolean): readonly Face[] {
  const weight = bold ? 600 : 400;
  const faces = kept.get(weight) ?? alphabets.map((alphabet) => faceOf(alphabet, weight));
  kept.set(weight, faces);
  return faces;
}

function faceOf(alphabet: string, weight: number): Face {
  const name = `source-sans-3-${alphabet}-${weight}-normal`;
  const file = readFileSync(read.resolve(`@fontsource/source-sans-3/files/${name}.woff`));
  const font = create(file);
  if (!("glyphForCodePoint" in font)) throw new Error(`${name} holds more than one font.`);
  return { name, file, font };
}
