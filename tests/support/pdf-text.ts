import { inflateSync } from "node:zlib";

/** What a PDF says, page after page, as somebody who copies its text gets it; spaces left out. */
export function textOf(pdf: Uint8Array): string {
  return pagesOf(pdf).join("");
}

/** The same, a text a page. */
export function pagesOf(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(pdf).toString("latin1"));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => pageText(head, objects));
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(file: string): ReadonlyMap<string, PdfObject> {
  const found = new Map<string, PdfObject>();
  for (const [, id = "", body = ""] of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const from = body.indexOf("stream\n");
    const head = from === -1 ? body : body.slice(0, from);
    const raw = from === -1 ? "" : body.slice(from + 7, body.lastIndexOf("\nendstream"));
    const packed = /FlateDecode/.test(head);
    const stream = packed ? inflateSync(Buffer.from(raw, "latin1")).toString("latin1") : raw;
    found.set(id, { head, stream });
  }
  return found;
}

function pageText(page: string, objects: ReadonlyMap<string, PdfObject>): string {
  const at = (head: string, name: string) =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? "");
  const resources = at(page, "Resources")?.head ?? "";
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = "", id = ""] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, lettersIn(at(objects.get(id)?.head ?? "", "ToUnicode")?.stream ?? ""));
  }
  let letters: ReadonlyMap<string, string> = new Map();
  const said: string[] = [];
  const content = at(page, "Contents")?.stream ?? "";
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    for (const [, codes = ""] of (shown ?? "").matchAll(/<([0-9a-f]+)>/g)) {
      said.push(...(codes.match(/.{4}/g) ?? []).map((code) => letters.get(code) ?? "?"));
    }
  }
  return unspaced(said.join(""));
}

/** The table of a typeface: which letters each of its codes stands for. */
function lettersIn(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const ranges = /<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g;
  for (const [, first = "0", listed = ""] of table.matchAll(ranges)) {
    for (const [index, [, units = ""]] of [...listed.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      const points = units.replaceAll(" ", "").match(/.{4}/g) ?? [];
      letters.set(code, String.fromCharCode(...points.map((unit) => Number.parseInt(unit, 16))));
    }
  }
  return letters;
}

/** The same text without its spaces, and without the signs that are drawn rather than written. */
export function unspaced(text: string): string {
  return text.replace(/[\s\u00a0\u202f▲▼●○□≈≥≤→]/g, "");
}
