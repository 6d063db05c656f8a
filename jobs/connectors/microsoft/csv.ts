/** One row of a report, by the names of its header. */
export interface Row {
  readonly line: number;
  /** Fewer values than the header has names: the file was cut there. */
  readonly isCut: boolean;
  /** What a column says; null where the report has no such column. */
  get(column: string): string | null;
}

/**
 * The rows of a usage report. Columns are found by name: some were added over the years and others
 * moved. A value is never longer than a line.
 */
export async function* rowsOf(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  let header: ReadonlyMap<string, number> | null = null;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const values = valuesOf(text);
    if (header === null) {
      header = new Map(values.map((name, place) => [name.trim(), place]));
      continue;
    }
    const places = header;
    yield {
      line,
      isCut: values.length < places.size,
      get(column) {
        const place = places.get(column);
        return place === undefined ? null : (values[place] ?? "").trim();
      },
    };
  }
}

function valuesOf(line: string): string[] {
  const values: string[] = [];
  for (const [, quoted, bare] of `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    values.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
  }
  return values;
}
