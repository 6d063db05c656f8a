/** One file of an archive, read as it comes: it is never held whole. */
export interface Entry {
  /**
   * With `/` between folders, relative to the archive and without the folders that everything is in;
   * a `.gz` at its end is left out. It may name people and groups: never into a record or an error.
   */
  readonly path: string;
  /** Decompressed; null for what does not say. */
  readonly bytes: number | null;
  /** How it may be spoken of in a refusal: its place in the archive and its last name, no folder. */
  readonly label: string;
  /** Its bytes, decompressed (a `.gz` too), within the limits of the archive. */
  open(): AsyncIterable<Uint8Array>;
  /** Its lines as text, without their ends, whatever mark it begins with. */
  lines(): AsyncIterable<string>;
  /** A small file, parsed. Refused over 64 MiB. Whole numbers beyond 2^53 come as strings. */
  json<Body>(): Promise<Body>;
  /**
   * The elements of one large JSON array, one at a time, wherever the array is (`path` of keys, the
   * document itself when not said). None when there is no array there.
   */
  elements<Item>(path?: readonly string[]): AsyncIterable<Item>;
  /**
   * Whatever stands at one of these paths of a large JSON document, in the order of the document.
   * `*` is any key or place: `["chats", "list", "*", "id"]`. Nothing inside what is told is told again.
   */
  parts(...paths: readonly (readonly string[])[]): AsyncIterable<Part>;
  /**
   * The rows of a CSV or an XLSX sheet by the names of its header; only these columns are read. A
   * column of `columns` that is missing is an error, one of `optional` is null on every row. Lines
   * that cannot be read are refused in the report by the archive itself.
   */
  rows<const Column extends string, const Optional extends string = never>(
    columns: readonly Column[],
    optional?: readonly Optional[],
  ): AsyncIterable<ArchiveRow<Column, Optional>>;
}

export type ArchiveRow<Column extends string, Optional extends string> = {
  readonly line: number;
} & Readonly<Record<Column, string>> &
  Readonly<Record<Optional, string | null>>;

/** Something found in a JSON document. */
export interface Part {
  /** Keys and places that lead to it. */
  readonly at: readonly (string | number)[];
  readonly value: unknown;
}

/** What an administrator hands in: a zip, a folder, or a single file (an archive of one entry). */
export interface Archive {
  /** Its name, for people. */
  readonly name: string;
  /** In the order of their paths. */
  readonly entries: readonly Entry[];
  /** The entry with this name at the end of its path, in the fewest folders, or null. */
  find(name: string): Entry | null;
}

/**
 * Files that are not what they should be, told by a reading: which file is missing, what to do. It
 * ends the import with this message, so it names no person, no closed group and no text.
 */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
