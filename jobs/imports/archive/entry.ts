import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ArchiveRow, Entry, Part } from "#jobs/connectors/archive.ts";
import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { decodeLines } from "../rows/decode-lines.ts";
import { tableRows } from "../rows/table-rows.ts";
import { damaged } from "./damaged.ts";
import { BrokenJson, JsonWalk } from "./json-walk.ts";
import type { ArchiveLimits, Meter } from "./limits.ts";
import type { Member } from "./member.ts";
import { parseJson } from "./parse-json.ts";

const MIB = 1024 ** 2;
const LARGEST_JSON = 64 * MIB;
const LONGEST_LINE = 16 * MIB;

/** What the entries of one archive share. */
export interface Reading {
  readonly meter: Meter;
  readonly limits: ArchiveLimits;
  readonly refusals: Findings;
  readonly notices: Findings;
  onRead(bytes: number): void;
}

/** A file of an archive, with the ways of reading it that a connector is given. */
export class ArchiveEntry implements Entry {
  readonly path: string;
  readonly bytes: number | null;

  constructor(
    private readonly member: Member,
    path: string,
    readonly label: string,
    private readonly reading: Reading,
  ) {
    const isGzip = /\.gz$/i.test(path);
    this.path = isGzip ? path.slice(0, -3) : path;
    this.bytes = isGzip ? null : member.bytes;
  }

  async *open(): AsyncGenerator<Buffer> {
    const { member, reading, label } = this;
    const raw = member.open((bytes) => reading.onRead(bytes));
    try {
      yield* reading.meter.watch(gunzipped(raw), label, member.packed);
    } catch (error) {
      throw damaged(error, label);
    }
  }

  async *lines(): AsyncGenerator<string> {
    let rest = "";
    for await (const text of decodeLines(this.open(), (line) => this.#tellEncoding(line))) {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
      if (rest.length > LONGEST_LINE) {
        throw new ImportError(`${this.label}: there is no end of line in 16 million letters.`);
      }
    }
    if (rest !== "") yield rest;
  }

  async json<Body>(): Promise<Body> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.open()) {
      bytes += chunk.length;
      if (bytes > LARGEST_JSON) {
        throw new ImportError(
          `${this.label} is larger than 64 MiB, more than one document may be.`,
        );
      }
      chunks.push(chunk);
    }
    const whole = Buffer.concat(chunks);
    try {
      return parseJson(whole.toString("utf8").replace(/^\ufeff/, "")) as Body;
    } catch {
      // What the parser says repeats the text, and does not say whether it only ends too early.
      throw this.#broken(whyBroken(whole), bytes);
    }
  }

  async *elements<Item>(path: readonly string[] = []): AsyncGenerator<Item> {
    for await (const { at, value } of this.parts([...path, "*"])) {
      if (typeof at.at(-1) === "number") yield value as Item;
    }
  }

  async *parts(...paths: readonly (readonly string[])[]): AsyncGenerator<Part> {
    const walk = new JsonWalk(paths);
    let isFirst = true;
    try {
      for await (const chunk of this.open()) {
        const isMarked = isFirst && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
        isFirst = false;
        yield* walk.take(isMarked ? chunk.subarray(3) : chunk);
      }
      yield* walk.end();
    } catch (error) {
      throw error instanceof BrokenJson ? this.#broken(error.kind, error.byte) : error;
    }
  }

  async *rows<const Column extends string, const Optional extends string = never>(
    columns: readonly Column[],
    optional: readonly Optional[] = [],
  ): AsyncGenerator<ArchiveRow<Column, Optional>> {
    const { limits } = this.reading;
    const within = (findings: Findings) => ({
      add: (line: number | null, field: string | null, reason: string, example?: string) =>
        findings.add(line, field, `${this.label}: ${reason}`, example),
    });
    const [refusals, notices] = [within(this.reading.refusals), within(this.reading.notices)];
    let absent: ReadonlySet<string> = new Set();
    const rows = tableRows(this.open(), {
      ...{ refusals, notices, limits },
      columns: [...columns, ...optional],
      optional: new Set(optional),
      name: this.label,
      missing: (missing) => {
        absent = missing;
      },
    });
    for await (const { line, fields } of rows) {
      const row: Record<string, string | number | null> = { line };
      for (const [index, column] of columns.entries()) row[column] = fields[index] ?? "";
      for (const [index, column] of optional.entries()) {
        row[column] = absent.has(column) ? null : (fields[columns.length + index] ?? "");
      }
      yield row as ArchiveRow<Column, Optional>;
    }
  }

  #tellEncoding(line: number): void {
    this.reading.notices.add(line, null, "The file is not UTF-8: it was read as Windows-1252.");
  }

  #broken(kind: BrokenJson["kind"], byte: number): ImportError {
    const what = {
      "cut short": `is cut short: the document should go on after ${byte} bytes. Copy or export it again.`,
      "not JSON": "is not JSON as a whole. Export it again.",
      "too large": `holds one element of more than 64 MiB before byte ${byte}: it is not what was expected.`,
    }[kind];
    return new ImportError(`${this.label} ${what}`);
  }
}

/** What is inside a gzip; anything else as it is. */
async function* gunzipped(raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = raw[Symbol.asyncIterator]();
  const first = await bytes.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<Buffer> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => bytes };
  }
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // Errors reach whoever reads what comes out.
  yield* isGzip ? pipeline(Readable.from(all()), createGunzip(), () => {}) : all();
}

function whyBroken(document: Buffer): BrokenJson["kind"] {
  const walk = new JsonWalk([]);
  try {
    walk.take(document);
    walk.end();
  } catch (error) {
    if (error instanceof BrokenJson) return error.kind;
  }
  return "not JSON";
}
