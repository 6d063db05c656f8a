import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { ImportError } from "../import-error.ts";

export const separators = [",", ";", "\t", "|"] as const;

/** A line longer than this is a quotation mark that nobody closed. */
const LONGEST = 1 << 20;

/** A record and the line it begins on; or why there is none. */
export type CsvLine =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly trouble: string };

/** The separator that cuts the first lines into the same number of pieces, most of them. */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, text.lastIndexOf("\n") === -1 ? undefined : text.lastIndexOf("\n"))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ""));
  let best = { separator: ",", agreeing: 0, pieces: 1 };
  for (const separator of separators) {
    const counts = lines.map((line) => line.split(separator).length);
    const pieces = counts[0] ?? 1;
    if (pieces < 2) continue;
    const agreeing = counts.filter((count) => count === pieces).length;
    const isBetter =
      agreeing > best.agreeing || (agreeing === best.agreeing && pieces > best.pieces);
    if (isBetter) best = { separator, agreeing, pieces };
  }
  return best.separator;
}

/** The records of a CSV text whose separator is to be found out, unless it is said. */
export async function* csvOf(
  text: AsyncIterator<string>,
  separator: string | undefined,
  name: string,
): AsyncGenerator<CsvLine> {
  const first = await text.next();
  const head = String(first.value ?? "").replace(/^\ufeff/, "");
  // Excel's own way of telling the separator, before the header.
  const told = /^sep=(.)\r?\n/i.exec(head);
  async function* all(): AsyncGenerator<string> {
    yield told === null ? head : head.slice(told[0].length);
    yield* { [Symbol.asyncIterator]: () => text };
  }
  const used = separator ?? told?.[1] ?? separatorOf(head);
  yield* csvLines(all(), used, name, told === null ? 1 : 2);
}

/**
 * The records of a CSV text. Lines are counted here, because asking csv-parse for them costs it
 * three quarters of its speed; a record that spans lines is known by its first.
 */
export async function* csvLines(
  text: AsyncIterable<string>,
  separator: string,
  name: string,
  from = 1,
): AsyncGenerator<CsvLine> {
  const skipped: { after: number; error: CsvError }[] = [];
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip(error) {
      if (error !== undefined) skipped.push({ after: parser.info.records, error });
      return undefined;
    },
  });
  const source = Readable.from(text);
  source.on("error", (error) => parser.destroy(error));
  let line = from;
  let records = 0;
  try {
    for await (const record of source.pipe(parser) as AsyncIterable<string[]>) {
      while (skipped[0] !== undefined && skipped[0].after <= records) {
        const trouble = troubleOf(skipped.shift()?.error, line, name);
        yield { line: trouble.line, trouble: trouble.reason };
        line = trouble.line + 1;
      }
      const begins = line;
      line += 1 + newlinesIn(record);
      records += 1;
      if (record.length === 1 && record[0] === "") continue;
      yield { line: begins, fields: record };
    }
  } finally {
    source.destroy();
  }
  for (const { error } of skipped) {
    const trouble = troubleOf(error, line, name);
    yield { line: trouble.line, trouble: trouble.reason };
    line = trouble.line + 1;
  }
}

function newlinesIn(record: readonly string[]): number {
  let lines = 0;
  for (const field of record) {
    if (!field.includes("\n")) continue;
    for (const letter of field) if (letter === "\n") lines += 1;
  }
  return lines;
}

function troubleOf(
  error: CsvError | undefined,
  begins: number,
  name: string,
): { line: number; reason: string } {
  if (error?.code === "CSV_QUOTE_NOT_CLOSED" || error?.code === "CSV_MAX_RECORD_SIZE") {
    throw new ImportError(
      `${name}, line ${begins}: a quotation mark is opened there and never closed, so the rest of ` +
        "the file cannot be told apart. Correct the line (a mark inside a text is written twice) and run again.",
    );
  }
  const line = Math.max(begins, Number(error?.lines ?? begins));
  return {
    line,
    reason:
      "A quotation mark stands where none may. The line was left out: put the text between marks, and double the marks inside it.",
  };
}
