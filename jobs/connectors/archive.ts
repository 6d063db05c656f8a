/** One file of an archive, read as it comes: it is never held whole. */
export interface Entry {
  /** With `/` between folders, relative to the archive; never climbs out of it. */
  readonly path: string;
  /** Decompressed; null for what does not say. */
  readonly bytes: number | null;
  /** Its bytes, decompressed (a `.gz` too), within the limits of the archive. */
  open(): AsyncIterable<Uint8Array>;
  /** Its lines as UTF-8 text, whatever mark it begins with. */
  lines(): AsyncIterable<string>;
  /** A small file, parsed. Refused over 64 MiB. */
  json<Body>(): Promise<Body>;
  /** The elements of one large JSON array, one at a time, wherever the array is (`path` of keys). */
  elements<Item>(path?: readonly string[]): AsyncIterable<Item>;
  /** The rows of a CSV or an XLSX sheet by the names of its header; only `columns` are read. */
  rows<const Column extends string>(
    columns: readonly Column[],
  ): AsyncIterable<{ readonly line: number } & Readonly<Record<Column, string>>>;
}

/** What an administrator hands in: a zip, a folder, or a single file (an archive of one entry). */
export interface Archive {
  /** Its name, for people. */
  readonly name: string;
  /** In the order of their paths. */
  readonly entries: readonly Entry[];
  /** The first entry with this name at the end of its path, whatever folder it is in, or null. */
  find(name: string): Entry | null;
}
