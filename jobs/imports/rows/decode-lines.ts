import { isUtf8 } from "node:buffer";
import { decode, encodingOfMark, windows1252 } from "./decode.ts";

const NEWLINE = 10;

/**
 * Turns bytes into text in one pass, for files that are too large to look at twice: UTF-16 where the
 * first bytes say so, otherwise UTF-8, and whatever line is not UTF-8 as Windows-1252. `onOther` is
 * told of the first such line. The mark at the beginning is left out.
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  onOther: (line: number) => void,
): AsyncGenerator<string> {
  const bytes = chunks[Symbol.asyncIterator]();
  const first = await bytes.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<Uint8Array> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => bytes };
  }
  const head = buffer(first.value);
  const marked = encodingOfMark(head);
  if (marked === "utf-16le" || marked === "utf-16be") {
    // The decoder takes the mark away by itself.
    yield* decode(all(), marked);
    return;
  }
  let rest = Buffer.alloc(0);
  let line = 1;
  let isFirst = true;
  let isTold = false;
  for await (const chunk of all()) {
    const joined = rest.length === 0 ? buffer(chunk) : Buffer.concat([rest, chunk]);
    const end = joined.lastIndexOf(NEWLINE) + 1;
    rest = Buffer.from(joined.subarray(end));
    if (end > 0) yield text(joined.subarray(0, end));
  }
  if (rest.length > 0) yield text(rest);

  function text(whole: Buffer): string {
    const unmarked = isFirst && whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf;
    isFirst = false;
    const bare = unmarked ? whole.subarray(3) : whole;
    if (isUtf8(bare)) {
      if (!isTold) for (const byte of bare) if (byte === NEWLINE) line += 1;
      return bare.toString("utf8");
    }
    return linesOf(bare)
      .map((one) => {
        if (isUtf8(one)) {
          line += 1;
          return one.toString("utf8");
        }
        if (!isTold) onOther(line);
        isTold = true;
        return windows1252(one);
      })
      .join("");
  }
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    const to = end === -1 ? bytes.length : end + 1;
    lines.push(bytes.subarray(from, to));
    from = to;
  }
  return lines;
}

function buffer(chunk: Uint8Array): Buffer {
  return Buffer.isBuffer(chunk)
    ? chunk
    : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
