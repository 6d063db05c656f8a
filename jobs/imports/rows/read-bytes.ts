import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const CHUNK = 1 << 18;

/**
 * The bytes of a file, decompressed if asked; `onRead` sees them as they are on the disk. A
 * listener for "data" would let the first of them go by before anybody reads.
 */
export function readBytes(
  path: string,
  isGzip: boolean,
  onRead: (chunk: Buffer) => void,
): AsyncIterable<Buffer> {
  async function* raw(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      onRead(chunk);
      yield chunk;
    }
  }
  if (!isGzip) return raw();
  // Errors reach whoever reads what comes out.
  return pipeline(Readable.from(raw()), createGunzip(), () => {});
}

/** The first bytes of a file: enough to recognise what it is. */
export async function firstBytes(path: string): Promise<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { end: 3 })) return chunk as Buffer;
  } catch {
    // Whoever opens it for reading says why it cannot be.
  }
  return Buffer.alloc(0);
}
