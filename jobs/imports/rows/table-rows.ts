import type { ArchiveLimits } from "../archive/limits.ts";
import type { Findings } from "../findings.ts";
import { byHeader, type Wanted } from "./by-header.ts";
import { csvOf } from "./csv.ts";
import { decodeLines } from "./decode-lines.ts";
import type { Row } from "./open-rows.ts";

export interface Table extends Wanted {
  readonly notices: Pick<Findings, "add">;
  readonly limits: ArchiveLimits;
}

/** The rows of a CSV inside an archive, read in one pass. */
export async function* tableRows(bytes: AsyncIterable<Buffer>, table: Table): AsyncGenerator<Row> {
  const text = decodeLines(bytes, (line) =>
    table.notices.add(line, null, "The file is not UTF-8: it was read as Windows-1252."),
  );
  yield* byHeader(csvOf(text, undefined, table.name), table);
}
