import type { Row, RowOptions, Rows } from "./open-rows.ts";

/** No survey has more questions than this; beyond it, names are not remembered. */
const NAMES = 5_000;

/** Rows that come as records, field by field, as a survey tool's API tells them. */
export function recordRows(
  records: AsyncIterable<Readonly<Record<string, string>>>,
  name: string,
  { columns, also = {}, heard }: RowOptions,
): Rows {
  async function* rows(): AsyncGenerator<Row> {
    const seen = new Set<string>();
    let line = 0;
    for await (const record of records) {
      line += 1;
      const before = seen.size;
      if (before < NAMES) for (const key of Object.keys(record)) seen.add(key);
      // What only some responses have is heard of as it comes.
      if (seen.size > before) heard?.([...seen]);
      const fields = columns.map((column) => {
        const names = [column, ...(also[column] ?? [])];
        return names.map((one) => record[one]?.trim()).find(Boolean) ?? "";
      });
      yield { line, fields, whole: JSON.stringify(record) };
    }
  }
  return { name, digest: null, [Symbol.asyncIterator]: rows };
}
