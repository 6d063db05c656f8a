import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { slug } from "../mapping/columns.ts";
import type { CsvLine } from "./csv.ts";
import type { Row } from "./open-rows.ts";

export interface Wanted {
  /** In the order the fields are to come in. */
  readonly columns: readonly string[];
  /** Those of them that a file need not have: they are empty then. */
  readonly optional?: ReadonlySet<string> | undefined;
  /** What else a column may be called, capitals and accents not counting. */
  readonly also?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly refusals: Pick<Findings, "add">;
  /** For a person. */
  readonly name: string;
  /** Hears which of `optional` the file does not have, before the first row. */
  missing?(columns: ReadonlySet<string>): void;
  /** Hears all the names in the header, before the first row. */
  heard?(header: readonly string[]): void;
}

/** The rows of a CSV by the names in its first line: only the fields that are wanted. */
export async function* byHeader(
  lines: AsyncIterable<CsvLine>,
  wanted: Wanted,
): AsyncGenerator<Row> {
  const { refusals, name } = wanted;
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
      at = positions(wanted, header, `${name}, line ${line}`);
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

/**
 * Where each column is in a header; -1 for one that may be missing and is.
 * @throws {ImportError} when one is missing, or there twice.
 */
export function positions(
  { columns, optional = new Set(), also = {}, missing, heard }: Wanted,
  header: readonly string[],
  where: string,
): readonly number[] {
  const folded = header.map(slug);
  const at = columns.map((column) => {
    const [place, second] = placesOf(column, also[column], header, folded);
    if (second === undefined) return place ?? -1;
    throw new ImportError(
      `${where}: the column “${column}” appears twice. Nothing was kept. Rename one of them.`,
    );
  });
  const absent = columns.filter((_, index) => at[index] === -1);
  const needed = absent.filter((column) => !optional.has(column));
  if (needed.length > 0) throw new ImportError(missingColumns(needed, header, where));
  missing?.(new Set(absent));
  heard?.(header);
  return at;
}

/** Whether a header has all columns that it must have. */
export function hasColumns(
  { columns, optional = new Set(), also = {} }: Wanted,
  header: readonly string[],
): boolean {
  const folded = header.map(slug);
  return columns.every(
    (column) => optional.has(column) || placesOf(column, also[column], header, folded).length > 0,
  );
}

/** Under its own name, else under the first other name the header knows. */
function placesOf(
  column: string,
  others: readonly string[] | undefined,
  header: readonly string[],
  folded: readonly string[],
): readonly number[] {
  const own = places(header, column);
  if (own.length > 0 || others === undefined) return own;
  for (const name of [column, ...others]) {
    const found = places(folded, slug(name));
    if (found.length > 0) return found;
  }
  return [];
}

function places(names: readonly string[], name: string): readonly number[] {
  return names.flatMap((one, index) => (one === name && name !== "" ? [index] : []));
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
