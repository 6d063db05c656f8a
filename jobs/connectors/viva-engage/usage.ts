import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import type { UserReport } from "../microsoft/usage.ts";
import { count, countsIn, eachDay } from "../microsoft/usage.ts";

/** Posted are messages, answers among them; Read are conversations; Liked are messages. */
const counts: UserReport["counts"] = [
  { columns: ["Posted Count"], verb: "post" },
  { columns: ["Read Count"], verb: "view" },
  { columns: ["Liked Count"], verb: "react" },
];

/** What somebody did in a day. */
export const userActivity: UserReport = { name: "getYammerActivityUserDetail", counts };

const groupActivity: UserReport = { name: "getYammerGroupsActivityDetail", counts };

/** Only what nothing else tells one by one. */
export function without(report: UserReport, verbs: readonly Verb[]): UserReport {
  return { ...report, counts: report.counts.filter(({ verb }) => !verbs.includes(verb)) };
}

/**
 * What was done in communities, day by day. The report knows a community by its name alone: where
 * two have the same, or names are concealed, nobody can say whose it is, and it is not told.
 */
export async function* readGroupUsage(
  client: Client,
  days: readonly string[],
  idByName: ReadonlyMap<string, string | null>,
): AsyncGenerator<CanonicalRecord> {
  const told = eachDay(client, groupActivity.name, days, (row) => ({
    id: idByName.get(row.get("Group Display Name") ?? "") ?? null,
    counts: countsIn(row, groupActivity),
  }));
  for await (const day of told) {
    if ("type" in day) {
      yield { ...day, where: day.where.replace("usage report", "usage report of communities") };
      continue;
    }
    for (const { id: group, counts: found } of day.rows) {
      if (group === null) continue;
      for (const { verb, n } of found) yield count({ member: null, group }, day.day, verb, n);
    }
  }
}
