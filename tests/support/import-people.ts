import type { Context } from "#jobs/context.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import type { ImportReport } from "#jobs/imports/report.ts";
import { fileOf } from "./files.ts";

/** Takes an HR file given as lines, as of a day. The mapping's `kind` is filled in. */
export function takePeople(
  context: Context,
  effectiveOn: string,
  lines: readonly string[],
  mapping: Readonly<Record<string, unknown>>,
): Promise<ImportReport> {
  return importPeople(context, {
    path: fileOf("staff.csv", lines),
    mapping: checkMapping({ kind: "people", ...mapping }, peopleMapping, "staff.yaml"),
    effectiveOn,
  });
}
