import { ImportError } from "../import-error.ts";

/** What an archive may be before it is taken for an attack, or for a mistake. */
export interface ArchiveLimits {
  /** Files in it. */
  readonly entries: number;
  /** Bytes of everything that is read, decompressed. */
  readonly bytes: number;
  /** How many times its size a file may grow when it is decompressed: exports of text grow 5 to 50 times. */
  readonly ratio: number;
  /** Small files may grow as they like, up to here. */
  readonly smallBytes: number;
}

const GIB = 1024 ** 3;

export const archiveLimits: ArchiveLimits = {
  entries: 1_000_000,
  bytes: 64 * GIB,
  ratio: 200,
  smallBytes: 16 * 1024 ** 2,
};

/** Counts what really comes out of an archive, because its own headers can say anything. */
export class Meter {
  #bytes = 0;

  constructor(
    private readonly name: string,
    private readonly limits: ArchiveLimits,
  ) {}

  /** Passes bytes on, and stops them at a limit. `packed` is what they take on the disk. */
  async *watch(
    bytes: AsyncIterable<Buffer>,
    label: string,
    packed: number,
  ): AsyncGenerator<Buffer> {
    const { ratio, smallBytes } = this.limits;
    const most = Math.max(smallBytes, ratio * packed);
    let out = 0;
    for await (const chunk of bytes) {
      out += chunk.length;
      if (out > most) {
        throw new ImportError(
          `${label} becomes more than ${ratio} times as large when it is decompressed, which no export does. ` +
            "It is not read on. If it is genuine, decompress it and hand in the folder.",
        );
      }
      this.#add(chunk.length);
      yield chunk;
    }
  }

  #add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.limits.bytes) return;
    throw new ImportError(
      `${this.name} holds more than ${this.limits.bytes} bytes when it is decompressed: too much for one import. ` +
        "Export a shorter period, or hand in its parts one after the other.",
    );
  }
}

/** @throws {ImportError} when there are too many files in it. */
export function limitEntries(count: number, name: string, { entries }: ArchiveLimits): void {
  if (count <= entries) return;
  throw new ImportError(
    `${name} holds more than ${entries} files. Nothing was read. Export a shorter period, or hand in its parts one after the other.`,
  );
}
