import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { damaged } from "./damaged.ts";
import { type ArchiveLimits, limitEntries } from "./limits.ts";
import type { Member, Members } from "./member.ts";
import { climbs, isLitter, zipName } from "./names.ts";

const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const SYMLINK = 0o120000;
const KIND = 0o170000;

/** Where a file is inside a zip: what is kept of its header, which with a million files is a lot. */
interface Place {
  readonly offset: number;
  readonly packed: number;
  readonly bytes: number;
  readonly crc: number;
  readonly isDeflated: boolean;
}

export interface ZipSource {
  readonly name: string;
  readonly limits: ArchiveLimits;
  readonly refusals: Findings;
}

/**
 * Reads the list of files of a zip, from the disk or from memory: its contents are read only when
 * they are asked for, from where they are. Nothing is ever unpacked to the disk.
 * @throws {ImportError} when it is cut short or damaged, protected, or built to deceive.
 */
export async function openZip(
  from: string | Buffer,
  { name, limits, refusals }: ZipSource,
): Promise<Members> {
  const options = { autoClose: false, lazyEntries: true, decodeStrings: false };
  const opening =
    typeof from === "string" ? openPromise(from, options) : fromBufferPromise(from, options);
  const zip = await opening.catch((error) => {
    throw damaged(error, name);
  });
  try {
    limitEntries(zip.entryCount, name, limits);
    return { members: await list(zip, name, refusals), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw damaged(error, name);
  }
}

async function list(zip: ZipFile, name: string, refusals: Findings): Promise<readonly Member[]> {
  const members: Member[] = [];
  const seen = new Set<string>();
  let packed = 0;
  let nth = 0;
  for await (const entry of zip.eachEntry()) {
    nth += 1;
    const path = zipName(entry.fileNameRaw, entry.extraFieldRaw, entry.generalPurposeBitFlag);
    const wrong = path === null ? null : deceit(entry, path, seen);
    if (wrong !== null) throw new ImportError(`${name}, file ${nth}: ${wrong}`);
    packed += entry.compressedSize;
    if (packed > zip.fileSize) {
      throw new ImportError(
        `${name}, file ${nth}: its files lie on top of each other, which no export does. Nothing was read.`,
      );
    }
    if (path === null || isSymlink(entry)) {
      refusals.add(
        null,
        null,
        path === null
          ? "A file in the archive has a name that is no text. It was left out."
          : "A file in the archive is a link to somewhere else. It was left out.",
        `file ${nth}`,
      );
      continue;
    }
    seen.add(path);
    if (path.endsWith("/") || isLitter(path)) continue;
    const place: Place = {
      offset: entry.relativeOffsetOfLocalHeader,
      packed: entry.compressedSize,
      bytes: entry.uncompressedSize,
      crc: entry.crc32,
      isDeflated: entry.compressionMethod === DEFLATED,
    };
    const open = (onRead: (bytes: number) => void) => read(zip, place, name, onRead);
    members.push({ path, bytes: place.bytes, packed: place.packed, open });
  }
  return members;
}

/** What no export has, in words; null when there is nothing. */
function deceit(entry: Entry, path: string, seen: ReadonlySet<string>): string | null {
  if (climbs(path)) return "its path leads out of the archive. Nothing was read.";
  if (seen.has(path)) {
    return "there are two files of this name, and nobody can tell which is meant. Nothing was read.";
  }
  if (entry.isEncrypted()) {
    return "it is protected by a password. Nothing was read. Unpack it, and hand in the folder.";
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return `it is compressed in a way that is not read here (method ${entry.compressionMethod}). Nothing was read. Unpack it, and hand in the folder.`;
  }
  return null;
}

function isSymlink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === UNIX && ((externalFileAttributes >>> 16) & KIND) === SYMLINK;
}

async function* read(
  zip: ZipFile,
  { offset, packed, bytes, crc, isDeflated }: Place,
  name: string,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const header = Object.assign(new Entry(), {
    relativeOffsetOfLocalHeader: offset,
    compressedSize: packed,
  });
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(header, { minimal: true });
    const raw = await rawBytes(zip, fileDataStart, packed);
    raw.on("data", ({ length }: Buffer) => onRead(length));
    const plain = isDeflated ? pipeline(raw, createInflateRaw(), () => {}) : raw;
    let seen = 0;
    let check = 0;
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      seen += chunk.length;
      check = crc32(chunk, check);
      yield chunk;
    }
    if (seen !== bytes || check !== crc) {
      throw new ImportError(
        `${name}: a file in it is damaged: it is not what its checksum says. Copy the archive again.`,
      );
    }
  } catch (error) {
    throw damaged(error, name);
  }
}

function rawBytes(zip: ZipFile, start: number, bytes: number): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStreamLowLevel(start, bytes, 0, bytes, false, null, (error, stream) =>
      error ? reject(error) : resolve(stream),
    );
  });
}
