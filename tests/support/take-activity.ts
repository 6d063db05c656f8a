import type { Context } from "#jobs/context.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import type { ImportReport } from "#jobs/imports/report.ts";
import { fileOf } from "./files.ts";

/** Reads a file of activity given as lines into the connection `mail`. */
export function takeActivity(
  context: Context,
  lines: readonly string[] | Buffer,
  mapping: Readonly<Record<string, unknown>>,
  name = "mail.csv",
): Promise<ImportReport> {
  return ingestActivityFile(context, {
    path: fileOf(name, lines),
    mapping: checkMapping({ kind: "activity", ...mapping }, activityMapping, "mail.yaml"),
    connection: "mail",
  });
}
