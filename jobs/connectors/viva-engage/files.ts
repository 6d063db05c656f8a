import type { CanonicalRecord } from "#app/model/canonical.ts";
import { ArchiveError, type Entry } from "../archive.ts";
import type { FileReading, FileSource } from "../connector.ts";
import { readSavedReport } from "../microsoft/saved-report.ts";
import { declaredPurposes } from "../purposes.ts";
import { readGroups, readMessages, readUsers } from "./exported.ts";
import { userActivity } from "./usage.ts";

export const files: FileReading<"purposes"> = {
  declares: {
    each: ["members", "groups", "post", "comment", "message"],
    totals: ["post", "view", "react"],
    historyDays: null,
    delayHours: 24,
  },
  formats: [
    "network data export (zip)",
    "Viva Engage activity, 7 days or one day (CSV or JSON, or a zip of several)",
  ],
  read,
};

/**
 * An export of one or several networks, each in a folder of its own; or usage reports. Of an export
 * three files are read. Who is in which group, likes and views are in none of them.
 */
async function* read({
  archive,
  settings,
}: FileSource<"purposes">): AsyncGenerator<CanonicalRecord> {
  const named = (name: string) =>
    archive.entries.filter(({ path }) => lastOf(path).toLowerCase() === name);
  const [users, groups, messages] = ["users.csv", "groups.csv", "messages.csv"].map(named);
  const isExport = [users, groups, messages].some((entries) => (entries?.length ?? 0) > 0);
  if (!isExport) {
    yield* readReports(archive.entries);
    return;
  }
  if (users?.length === 0 || messages?.length === 0) {
    throw new ArchiveError("An export has Users.csv and Messages.csv: one of them is missing.");
  }
  const purposes = declaredPurposes(settings.purposes);
  yield* purposes.refusals;
  const met = { users: new Set<string>(), groups: new Set<string>() };
  for (const entry of users ?? []) yield* readUsers(entry, met);
  for (const entry of groups ?? []) yield* readGroups(entry, met, purposes.of);
  for (const entry of messages ?? []) yield* readMessages(entry, met);
}

async function* readReports(entries: readonly Entry[]): AsyncGenerator<CanonicalRecord> {
  const reports = entries.filter(({ path }) => /\.(csv|xlsx|json)$/i.test(path));
  if (reports.length === 0) {
    throw new ArchiveError("There is neither an export (Messages.csv) nor a report in it.");
  }
  for (const report of reports) yield* readSavedReport(report, userActivity);
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
