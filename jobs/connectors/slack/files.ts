import type { CanonicalRecord } from "#app/model/canonical.ts";
import { type Archive, ArchiveError, type Entry } from "../archive.ts";
import type { FileReading, FileSource } from "../connector.ts";
import { type AnalyticsLine, totalOf } from "./analytics.ts";
import { readExport } from "./export.ts";

/** Slack, from what one can take out of it by hand. */
export const files: FileReading = {
  declares: {
    each: [
      "members",
      "groups",
      "memberships",
      "post",
      "comment",
      "react",
      "join",
      "leave",
      "message",
    ],
    totals: ["view", "message"],
    historyDays: null,
    delayHours: 0,
  },
  formats: [
    "workspace export (zip)",
    "file of analytics as the API gives it (JSON lines, gzip), alone or laid into the export",
    "overview of analytics (CSV)",
  ],
  async *read({ archive, settings }: FileSource) {
    const groups = new Set<string>();
    const isExport = archive.find("users.json") !== null || archive.find("channels.json") !== null;
    if (isExport) {
      for await (const record of readExport(archive, settings)) {
        if (record.type === "group") groups.add(record.id);
        yield record;
      }
    }
    const others = isExport ? laidIn(archive) : archive.entries;
    const isOverview = ({ path }: Entry) => /\.(csv|xlsx)$/i.test(path);
    const lines = others.filter((entry) => !isOverview(entry));
    const hasMessages = isExport && archive.find("dms.json") !== null;
    const around = { groups, hasPeople: isExport, hasMessages };
    for (const entry of lines) yield* linesOf(entry, around);
    // The overview counts what the lines count, by everybody together.
    if (lines.length === 0) for (const entry of others) yield* overviewOf(entry);
  },
};

/** Files beside the export that have analytics in their name. */
function laidIn({ entries }: Archive): readonly Entry[] {
  return entries.filter(({ path }) => /(^|\/)[^/]*analytics[^/]*$/i.test(path));
}

function unknownFile({ label }: Entry, isExport: boolean): string {
  const lines = `${label} is not JSON lines of analytics`;
  if (isExport) return `${lines}.`;
  return `${lines}, and there is no users.json or channels.json as in the export of a workspace.`;
}

interface Around {
  readonly groups: ReadonlySet<string>;
  readonly hasPeople: boolean;
  /** The export has the messages themselves: their totals would count them again. */
  readonly hasMessages: boolean;
}

/**
 * Analytics of one day or of several. Who saw a channel is told where the export says which channel
 * that is; people are introduced where no export does.
 */
async function* linesOf(
  entry: Entry,
  { groups, hasPeople, hasMessages }: Around,
): AsyncGenerator<CanonicalRecord> {
  const known = new Set<string>();
  let number = 0;
  for await (const text of entry.lines()) {
    number += 1;
    if (text.trim() === "") continue;
    const line = parsed(text);
    const { date, user_id: id } = line ?? {};
    if (line === null || typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
      if (number === 1) throw new ArchiveError(unknownFile(entry, hasPeople));
      const where = `${entry.label}, line ${number}`;
      yield { type: "refusal", where, reason: "the line is not JSON of analytics" };
      continue;
    }
    if (typeof id === "string" && !hasPeople && !known.has(id)) {
      known.add(id);
      const { email_address: email, is_guest: isGuest } = line;
      const kind = isGuest === true ? "guest" : "person";
      yield { type: "member", id, email: email || null, kind, active: true };
    }
    const total = totalOf(line, date);
    if (total === null || (total.group === null ? hasMessages : !groups.has(total.group))) continue;
    yield total;
  }
}

/** Of the overview only what no message tells: the messages between people, by day. */
async function* overviewOf(entry: Entry): AsyncGenerator<CanonicalRecord> {
  for await (const row of entry.rows(["Date", "Messages in DMs"])) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(row.Date)?.[0];
    const n = Number(row["Messages in DMs"].replaceAll(/[\s,]/g, ""));
    if (day === undefined || !Number.isInteger(n) || row["Messages in DMs"] === "") {
      const where = `${entry.label}, line ${row.line}`;
      yield { type: "refusal", where, reason: "the date or the number of messages is none" };
    } else if (n > 0) {
      const everybody = { member: null, group: null, day, grain: "day" } as const;
      yield { type: "count", ...everybody, verb: "message", n, counts: "acts" };
    }
  }
}

function parsed(text: string): AnalyticsLine | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}
