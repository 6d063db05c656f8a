import type { CanonicalRecord } from "#app/model/canonical.ts";
import { ArchiveError } from "../archive.ts";
import type { FileReading, FileSource } from "../connector.ts";
import { readSavedReport } from "../microsoft/saved-report.ts";
import type { UserReport } from "../microsoft/usage.ts";
import { userActivity } from "./usage.ts";

/** Where nothing but the report is read, it is the one that tells what was written in channels. */
const savedActivity: UserReport = {
  ...userActivity,
  counts: [
    { columns: ["Post Messages"], verb: "post" },
    { columns: ["Reply Messages"], verb: "comment" },
    ...userActivity.counts,
  ],
};

export const files: FileReading = {
  declares: {
    each: ["members"],
    totals: ["post", "comment", "message", "meet"],
    historyDays: 7,
    delayHours: 72,
  },
  formats: ["Teams user activity, 7 days or one day (CSV or JSON, or a zip of several)"],
  read,
};

async function* read({ archive }: FileSource): AsyncGenerator<CanonicalRecord> {
  const reports = archive.entries.filter(({ path }) => /\.(csv|xlsx|json)$/i.test(path));
  if (reports.length === 0) throw new ArchiveError("There is no report in it (CSV or JSON).");
  for (const report of reports) yield* readSavedReport(report, savedActivity);
}
