import { basename } from "node:path";
import type { Readable } from "node:stream";
import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { byHeader, missingColumns } from "./by-header.ts";
import { csvOf } from "./csv.ts";
import { decode, type Encoding } from "./decode.ts";
import { inspect } from "./inspect.ts";
import { fieldNames, fieldOf, jsonLines } from "./json-lines.ts";
import { isWorkbook, openSheet } from "./open-sheet.ts";
import { underOneHeader } from "./qualtrics-header.ts";
import { firstBytes, readBytes } from "./read-bytes.ts";
import { recordRows } from "./record-rows.ts";

/** Where rows come from: a file, a stream of UTF-8 text, or records that are fields already. */
export type RowSource =
  | { readonly path: string }
  | { readonly records: AsyncIterable<Readonly<Record<string, string>>>; readonly name: string }
  | { readonly stream: Readable; readonly name: string };

export interface RowOptions {
  /** The columns wanted, in the order the fields are to come in. */
  readonly columns: readonly string[];
  /** Those that may be missing, other names they may have, and who hears which are missing. */
  readonly optional?: ReadonlySet<string> | undefined;
  readonly also?: Readonly<Record<string, readonly string[]>> | undefined;
  missing?(columns: ReadonlySet<string>): void;
  /** Hears all the names in the header, wanted or not. */
  heard?(header: readonly string[]): void;
  /** The header is several lines, as Qualtrics writes it. */
  readonly header?: "qualtrics" | undefined;
  readonly format?: "csv" | "ndjson" | "xlsx" | undefined;
  readonly encoding?: Encoding | undefined;
  readonly separator?: string | undefined;
  /** Of a workbook: the sheet, and the format its dates are to come in. */
  readonly sheet?: string | undefined;
  readonly dates?: string | undefined;
  /** Lines that cannot be read. */
  readonly refusals: Findings;
  /** What a person should know although nothing was lost. */
  readonly notices: Findings;
  /** Bytes read of the file on the disk, of how many; null for a stream. */
  progress?(done: number, total: number | null): void;
}

export interface Row {
  readonly line: number;
  /** As many as columns were wanted; what is absent is empty. */
  readonly fields: readonly string[];
  /** The whole line, wanted or not, for telling lines apart. Never stored. */
  readonly whole: string;
}

export interface Rows extends AsyncIterable<Row> {
  readonly name: string;
  /** SHA-256 of the file; null for a stream. */
  readonly digest: Buffer | null;
}

/**
 * Opens a file of rows, CSV, NDJSON or XLSX, whatever its encoding, separator and compression, and gives it row by row:
 * the memory used does not depend on its length.
 * @throws {ImportError} when the file as a whole cannot be read, or lacks a wanted column.
 */
export async function openRows(source: RowSource, options: RowOptions): Promise<Rows> {
  if ("records" in source) return recordRows(source.records, source.name, options);
  if (!("path" in source)) {
    const text = decode(source.stream, "utf-8");
    const format = options.format === "ndjson" ? "ndjson" : "csv";
    return { name: source.name, digest: null, ...iterable(text, source.name, format, options) };
  }
  const isSheet = isWorkbook(await firstBytes(source.path), basename(source.path));
  if (isSheet) return openSheet(source.path, options);
  if (options.format === "xlsx") {
    throw new ImportError(`${basename(source.path)} is no .xlsx, although the mapping says so.`);
  }
  const found = await inspect(source.path, options.encoding ?? null);
  if (found.notUtf8 !== null) {
    options.notices.add(
      found.notUtf8,
      null,
      "The file is not UTF-8: it was read as Windows-1252. Say `encoding:` in the mapping if that is wrong.",
    );
  }
  const name = basename(source.path);
  const format =
    options.format ?? (/\.(ndjson|jsonl)(\.gz)?$/i.test(source.path) ? "ndjson" : "csv");
  let done = 0;
  const bytes = readBytes(source.path, found.isGzip, (chunk) => {
    done += chunk.length;
    options.progress?.(done, found.bytes);
  });
  const text = decode(bytes, found.encoding);
  return { name, digest: found.digest, ...iterable(text, name, format, options) };
}

function iterable(
  text: AsyncGenerator<string>,
  name: string,
  format: "csv" | "ndjson",
  options: RowOptions,
): AsyncIterable<Row> {
  const rows = format === "csv" ? csvRows : jsonRows;
  return { [Symbol.asyncIterator]: () => rows(text, name, options) };
}

async function* csvRows(
  text: AsyncGenerator<string>,
  name: string,
  { separator, ...wanted }: RowOptions,
): AsyncGenerator<Row> {
  const lines = csvOf(text, separator, name);
  const also = Object.values(wanted.also ?? {}).flat();
  const asked = new Set([...wanted.columns, ...also]);
  const rows =
    wanted.header === "qualtrics" ? underOneHeader(lines, (one) => asked.has(one)) : lines;
  yield* byHeader(rows, { ...wanted, name });
}

async function* jsonRows(
  text: AsyncGenerator<string>,
  name: string,
  { columns, refusals, optional, also = {} }: RowOptions,
): AsyncGenerator<Row> {
  const missing = new Set(columns.filter((column) => !optional?.has(column)));
  const seen = new Set<string>();
  let read = 0;
  for await (const one of jsonLines(text, name)) {
    if ("trouble" in one) {
      refusals.add(one.line, null, one.trouble);
      continue;
    }
    const { line, object } = one;
    read += 1;
    if (missing.size > 0 && seen.size < 500) for (const key of fieldNames(object)) seen.add(key);
    const fields = columns.map((column) => {
      const names = [column, ...(also[column] ?? [])];
      return names.map((one) => fieldOf(object, one).trim()).find(Boolean) ?? "";
    });
    for (const [index, field] of fields.entries()) {
      if (field !== "") missing.delete(columns[index] ?? "");
    }
    yield { line, fields, whole: one.text };
  }
  if (read === 0) throw new ImportError(`${name} holds no line that is a JSON object.`);
  if (missing.size > 0)
    throw new ImportError(missingColumns([...missing], [...seen], `${name}, line 1`));
}
