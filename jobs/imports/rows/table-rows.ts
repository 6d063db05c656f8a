import type { ArchiveLimits } from "../archive/limits.ts";
import type { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { byHeader, type Wanted } from "./by-header.ts";
import { csvOf } from "./csv.ts";
import { decodeLines } from "./decode-lines.ts";
import type { Row } from "./open-rows.ts";
import { isWorkbook } from "./open-sheet.ts";
import { bySheetHeader } from "./sheet-header.ts";
import { openWorkbook } from "./xlsx/workbook.ts";

/** A workbook inside an archive is held while it is read: it is compressed, and has its index at its end. */
const LARGEST_WORKBOOK = 256 * 1024 ** 2;

export interface Table extends Wanted {
  readonly notices: Pick<Findings, "add">;
  readonly limits: ArchiveLimits;
}

/** The rows of a CSV inside an archive, read in one pass, or of the first sheet of a workbook. */
export async function* tableRows(bytes: AsyncIterable<Buffer>, table: Table): AsyncGenerator<Row> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await chunks.next();
  async function* all(): AsyncGenerator<Buffer> {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  const { name, limits, notices } = table;
  if (!first.done && isWorkbook(first.value, name)) {
    const sheet = await openWorkbook(await whole(all(), name), { name, limits });
    try {
      yield* bySheetHeader(sheet.rows, table);
    } finally {
      sheet.close();
    }
    return;
  }
  const text = decodeLines(all(), (line) =>
    notices.add(line, null, "The file is not UTF-8: it was read as Windows-1252."),
  );
  yield* byHeader(csvOf(text, undefined, name), table);
}

async function whole(bytes: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LARGEST_WORKBOOK) {
      throw new ImportError(`${name} is a workbook of more than 256 MiB. Save it as CSV.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
