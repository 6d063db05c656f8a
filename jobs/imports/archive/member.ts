/** A file in an archive, before anybody reads it. */
export interface Member {
  readonly path: string;
  /** Decompressed, as its archive says; it is checked when it is read. */
  readonly bytes: number;
  /** What it takes on the disk. */
  readonly packed: number;
  /** As it was before it went into the archive; `onRead` hears of bytes read from the disk. */
  open(onRead: (bytes: number) => void): AsyncIterable<Buffer>;
}

/** What was found where an archive was expected. */
export interface Members {
  readonly members: readonly Member[];
  close(): void;
}
