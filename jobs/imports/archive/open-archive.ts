import { open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Archive, Entry } from "#jobs/connectors/archive.ts";
import { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { ArchiveEntry } from "./entry.ts";
import { openFolder, plainFile } from "./folder.ts";
import { type ArchiveLimits, archiveLimits, Meter } from "./limits.ts";
import type { Member, Members } from "./member.ts";
import { commonFolder } from "./names.ts";
import { openZip } from "./zip.ts";

export interface ArchiveOptions {
  /** How it is called in messages; its own name when not said. */
  readonly name?: string;
  readonly limits?: Partial<ArchiveLimits>;
  /** What was left out of it, and lines that could not be read. */
  readonly refusals?: Findings;
  /** What a person should know although nothing was lost. */
  readonly notices?: Findings;
  /** Bytes read from the disk, of how many there are in the archive. */
  progress?(done: number, total: number): void;
}

export interface OpenArchive extends Archive {
  close(): void;
}

const NESTED = /\.(zip|7z|rar|tar|tgz|tar\.(gz|bz2|xz)|bz2|xz|zst)$/i;
const WORKBOOK = "xl/workbook.xml";

/**
 * Opens what an administrator hands in: a zip, a folder, a `.gz` or a single file. A zip is read
 * where it lies, never unpacked to the disk, so that neither its size nor its paths matter to us.
 * @throws {ImportError} when it cannot be read, or goes beyond the limits.
 */
export async function openArchive(
  path: string,
  {
    name = basename(resolve(path)),
    limits: given,
    refusals = new Findings(),
    notices = new Findings(),
    progress,
  }: ArchiveOptions = {},
): Promise<OpenArchive> {
  const limits = { ...archiveLimits, ...given };
  const { members, close } = await membersOf(path, { name, limits, refusals });
  const total = members.reduce((sum, { packed }) => sum + packed, 0);
  let done = 0;
  const reading = {
    ...{ meter: new Meter(name, limits), limits, refusals, notices },
    onRead(bytes: number) {
      done += bytes;
      progress?.(Math.min(done, total), total);
    },
  };
  const entries = entriesOf(members, name, reading);
  refuseNested(entries, name, notices);
  return {
    name,
    entries,
    find: (wanted) => shallowest(entries, wanted),
    close,
  };
}

async function membersOf(
  path: string,
  about: { name: string; limits: ArchiveLimits; refusals: Findings },
): Promise<Members> {
  const { name } = about;
  const found = await stat(path).catch((error) => {
    throw new ImportError(`${name} cannot be read (${error.code}). Check the path: ${path}`);
  });
  const close = () => {};
  if (found.isDirectory()) {
    const members = await openFolder(path, about);
    if (members.length === 0) throw new ImportError(`${name} is an empty folder.`);
    return { members, close };
  }
  if (!found.isFile()) throw new ImportError(`${name} is neither a file nor a folder.`);
  if (found.size === 0) throw new ImportError(`${name} is empty. Nothing was kept.`);
  const single = { members: [plainFile(path, basename(path), found.size)], close };
  if (!(await isZip(path, name))) {
    if (/\.zip$/i.test(path)) {
      throw new ImportError(
        `${name} is no zip, whatever its name says. Copy or download it again; a page of an error may have been saved in its place.`,
      );
    }
    return single;
  }
  const zip = await openZip(path, about);
  // A workbook is a zip as well, but one file to whoever hands it in.
  if (zip.members.some((member) => member.path === WORKBOOK)) {
    zip.close();
    return single;
  }
  if (zip.members.length === 0) {
    zip.close();
    throw new ImportError(`${name} holds no file that can be read.`);
  }
  return zip;
}

/** @throws {ImportError} for archives of other kinds. */
async function isZip(path: string, name: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(512);
    await file.read(head, 0, head.length, 0);
    const starts = (...bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
    const isOther =
      starts(0x37, 0x7a, 0xbc, 0xaf) ||
      starts(0x52, 0x61, 0x72, 0x21) ||
      starts(0x42, 0x5a, 0x68) ||
      starts(0xfd, 0x37, 0x7a, 0x58) ||
      starts(0x28, 0xb5, 0x2f, 0xfd) ||
      head.toString("latin1", 257, 262) === "ustar";
    if (isOther) {
      throw new ImportError(
        `${name} is an archive of a kind that is not read here (zip and gzip are). Unpack it, and hand in the folder.`,
      );
    }
    return starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6) || starts(0x50, 0x4b, 7, 8);
  } finally {
    await file.close();
  }
}

function entriesOf(
  members: readonly Member[],
  name: string,
  reading: ConstructorParameters<typeof ArchiveEntry>[3],
): readonly Entry[] {
  const sorted = members.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const outer = commonFolder(sorted.map(({ path }) => path));
  return sorted.map((member, index) => {
    const path = member.path.slice(outer);
    const last = path.slice(path.lastIndexOf("/") + 1);
    const label = sorted.length === 1 ? name : `${name}, file ${index + 1} (${last})`;
    return new ArchiveEntry(member, path, label, reading);
  });
}

function refuseNested(entries: readonly Entry[], name: string, notices: Findings): void {
  const nested = entries.filter(({ path }) => NESTED.test(path));
  if (nested.length === entries.length) {
    throw new ImportError(
      `${name} holds nothing but another archive. Unpack it, and hand in what is inside.`,
    );
  }
  notices.addMany({
    line: null,
    field: null,
    reason:
      "There is an archive inside the archive. It was not opened: hand it in by itself if it matters.",
    occurrences: nested.length,
  });
}

function shallowest(entries: readonly Entry[], wanted: string): Entry | null {
  let best: Entry | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    if (entry.path !== wanted && !entry.path.endsWith(`/${wanted}`)) continue;
    const folders = entry.path.split("/").length;
    if (folders >= fewest) continue;
    best = entry;
    fewest = folders;
  }
  return best;
}
