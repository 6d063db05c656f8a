import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { archiveLimits } from "../archive/limits.ts";
import { ImportError } from "../import-error.ts";
import type { Row, RowOptions, Rows } from "./open-rows.ts";
import { bySheetHeader } from "./sheet-header.ts";
import { openWorkbook } from "./xlsx/workbook.ts";

/** What a file begins with when it is a zip, as workbooks are; or an Excel from before 2007. */
const ZIP = "504b0304";
const OLD = "d0cf11e0";

/** Whether a file is a workbook, by its first bytes. @throws {ImportError} for those that are not read. */
export function isWorkbook(first: Uint8Array, name: string): boolean {
  const mark = Buffer.from(first.subarray(0, 4)).toString("hex");
  if (mark === OLD) {
    throw new ImportError(
      `${name} is an old Excel file (.xls) or one with a password. Nothing was kept. Save it as .xlsx without a password, or as CSV.`,
    );
  }
  return mark === ZIP;
}

/** Opens a sheet of a workbook as rows. */
export async function openSheet(path: string, options: RowOptions): Promise<Rows> {
  const name = basename(path);
  const { sheet, dates, notices, progress } = options;
  const digest = createHash("sha256");
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  const { rows, others, close } = await openWorkbook(path, {
    ...{ name, limits: archiveLimits, sheet, dates },
    ...(progress === undefined ? {} : { progress }),
  });
  if (others > 0 && sheet === undefined) {
    notices.add(
      null,
      null,
      "The workbook has other sheets: only the first was read. Say `file: { sheet: … }` in the mapping for another.",
    );
  }
  async function* closing(): AsyncGenerator<Row> {
    try {
      yield* bySheetHeader(rows, { ...options, name });
    } finally {
      close();
    }
  }
  return { name, digest: digest.digest(), [Symbol.asyncIterator]: closing };
}
