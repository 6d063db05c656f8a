export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "latin-1"] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes 0x80 to 0x9F of Windows-1252; the few that mean nothing stay as they are. */
const WINDOWS =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/**
 * Turns chunks of bytes into chunks of text. UTF-8 is strict: bytes that are not UTF-8 throw.
 * Windows-1252 is done by hand, because TextDecoder of Node 20 reads it as Latin-1.
 */
export async function* decode(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  if (encoding === "latin-1" || encoding === "windows-1252") {
    for await (const chunk of chunks) yield windows1252(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Latin-1 files that use those bytes mean Windows-1252, whatever they say they are. */
export function windows1252(chunk: Uint8Array): string {
  const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1");
  return text.replace(
    /[\u0080-\u009f]/g,
    (letter) => WINDOWS[letter.charCodeAt(0) - 0x80] ?? letter,
  );
}

/** What the first bytes say of the encoding; null when they say nothing. */
export function encodingOfMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // Without a mark: text in UTF-16 has a zero in nearly every pair.
  const sample = head.subarray(0, 1000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > sample.length / 4) return "utf-16le";
  return even > sample.length / 4 ? "utf-16be" : null;
}
