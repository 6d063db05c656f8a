import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import type { CsvLine } from "./csv.ts";
import type { Row } from "./open-rows.ts";

export interface Wanted {
  /** In the order the fields are to come in. */
  readonly columns: readonly string[];
  /** After them; whether the file has them is told by `found`. */
  readonly optional?: readonly string[];
  readonly refusals: Pick<Findings, "add">;
  /** For a person. */
  readonly name: string;
  /** Hears which of `optional` the file has, before the first row. */
  found?(columns: ReadonlySet<string>): void;
}

/** The rows of a CSV by the names in its first line: only the fields that are wanted. */
export async function* byHeader(
  lines: AsyncIterable<CsvLine>,
  { columns, optional = [], refusals, name, found }: Wanted,
): AsyncGenerator<Row> {
  let header: readonly string[] | null = null;
  let at: readonly number[] = [];
  for await (const one of lines) {
    if ("trouble" in one) {
      refusals.add(one.line, null, one.trouble);
      continue;
    }
    const { line, fields } = one;
    if (header === null) {
      header = fields.map((field) => field.trim());
      const there = optional.filter((column) => header?.includes(column));
      found?.(new Set(there));
      const needed = positions([...columns, ...there], header, `${name}, line ${line}`);
      at = [...columns, ...optional].map((column) => needed.get(column) ?? -1);
    } else if (fields.length !== header.length) {
      refusals.add(
        line,
        null,
        "The line does not have as many fields as the header. It was left out: look for a separator inside a text.",
        `${fields.length} instead of ${header.length}`,
      );
    } else {
      yield {
        line,
        fields: at.map((index) => (fields[index] ?? "").trim()),
        whole: fields.join("\u001f"),
      };
    }
  }
  if (header === null) throw new ImportError(`${name} holds no line. Nothing was kept.`);
}

/** Where each column is. @throws {ImportError} when one is missing, or there twice. */
export function positions(
  columns: readonly string[],
  header: readonly string[],
  where: string,
): ReadonlyMap<string, number> {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new ImportError(missingColumns(missing, header, where));
  const twice = columns.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice !== undefined) {
    throw new ImportError(
      `${where}: the column “${twice}” appears twice. Nothing was kept. Rename one of them.`,
    );
  }
  return new Map(columns.map((column) => [column, header.indexOf(column)]));
}

/** Which columns are missing, and which there are. */
export function missingColumns(
  missing: readonly string[],
  there: readonly string[],
  where: string,
): string {
  const quoted = (names: readonly string[]) =>
    names
      .filter((one) => one !== "")
      .slice(0, 40)
      .map((one) => `“${one}”`)
      .join(", ");
  return (
    `${where}: the mapping names ${missing.length === 1 ? "a column" : "columns"} the file does not have: ` +
    `${quoted(missing)}. Nothing was kept. The file has ${quoted(there)}.`
  );
}
