import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportError } from "../import-error.ts";
import { type Encoding, encodingOfMark } from "./decode.ts";
import { firstBytes, readBytes } from "./read-bytes.ts";

/** What a file is, found by reading it once before anything of it is kept. */
export interface Inspection {
  readonly path: string;
  readonly name: string;
  /** On the disk, compressed or not: what progress is measured against. */
  readonly bytes: number;
  readonly isGzip: boolean;
  readonly encoding: Encoding;
  /** The first line that is not UTF-8, when that is why another encoding was taken. */
  readonly notUtf8: number | null;
  readonly digest: Buffer;
}

const NEWLINE = 10;

/**
 * Reads a file from end to end, so that a cut-short archive or a wrong encoding is known before the
 * first row. A declared encoding is believed, except that UTF-8 is checked.
 * @throws {ImportError} naming the place.
 */
export async function inspect(path: string, declared: Encoding | null): Promise<Inspection> {
  const name = basename(path);
  const { size } = await stat(path).catch((error) => {
    throw new ImportError(`${name} cannot be read (${error.code}). Check the path: ${path}`);
  });
  if (size === 0) throw new ImportError(`${name} is empty. Nothing was kept.`);
  const digest = createHash("sha256");
  const first = await firstBytes(path);
  const isGzip = first[0] === 0x1f && first[1] === 0x8b;
  const text = readBytes(path, isGzip, (chunk) => digest.update(chunk));

  const seen = { bytes: 0, lines: 1, notUtf8: null as number | null };
  let head: Buffer | null = null;
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of text) {
      head ??= chunk;
      seen.bytes += chunk.length;
      if (seen.notUtf8 === null) {
        const joined = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        const whole = endOfWholeLetters(joined);
        const checked = joined.subarray(0, whole);
        if (!isUtf8(checked)) seen.notUtf8 = seen.lines + badLine(checked);
        rest = Buffer.from(joined.subarray(whole));
      }
      seen.lines += countLines(chunk);
    }
  } catch (error) {
    throw brokenArchive(error, name, seen);
  }
  if (rest.length > 0) seen.notUtf8 ??= seen.lines;

  const facts = { path, name, bytes: size, isGzip, digest: digest.digest() };
  const marked = encodingOfMark(head ?? first);
  if (declared !== null && declared !== "utf-8") {
    return { ...facts, encoding: declared, notUtf8: null };
  }
  if (marked !== null && marked !== "utf-8") return { ...facts, encoding: marked, notUtf8: null };
  if (seen.notUtf8 === null) return { ...facts, encoding: "utf-8", notUtf8: null };
  if (declared === "utf-8" || marked === "utf-8") {
    throw new ImportError(
      `${name}, line ${seen.notUtf8}: not UTF-8, although the ${declared ? "mapping" : "file"} says so. ` +
        "Nothing was kept. Save the file as UTF-8, or say `encoding: windows-1252` in the mapping.",
    );
  }
  return { ...facts, encoding: "windows-1252", notUtf8: seen.notUtf8 };
}

/** Where the last letter that may be cut in two by the end of the chunk begins. */
function endOfWholeLetters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function badLine(bytes: Buffer): number {
  let from = 0;
  for (let line = 0; ; line += 1) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

function brokenArchive(
  error: unknown,
  name: string,
  { bytes, lines }: { bytes: number; lines: number },
): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const where = `after ${bytes} bytes of text, in line ${lines}`;
  if (code === "Z_BUF_ERROR") {
    return new ImportError(
      `${name} is cut short: the compressed text ends ${where}. Nothing was kept. ` +
        "Copy the file again and check its size.",
    );
  }
  if (code === "Z_DATA_ERROR") {
    return new ImportError(
      `${name} is damaged: it cannot be decompressed ${where}. Nothing was kept. Copy it again.`,
    );
  }
  return error;
}
