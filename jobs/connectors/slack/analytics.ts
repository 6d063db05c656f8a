import type { CanonicalRecord, CountRecord } from "#app/model/canonical.ts";
import { type Client, linesOf, NetworkError } from "../http.ts";
import { refusalOf, saysNo } from "./refusal.ts";

const DAY = 24 * 3600_000;
const METHOD = "admin.analytics.getFile";

/** One line of either file: what is not of its kind is absent. */
export interface AnalyticsLine {
  readonly date?: string;
  readonly user_id?: string;
  readonly email_address?: string | null;
  readonly is_guest?: boolean;
  readonly messages_posted_count?: number;
  readonly channel_messages_posted_count?: number;
  readonly channel_id?: string;
  readonly members_who_viewed_count?: number;
  /** Seconds. */
  readonly date_last_active?: number;
}

/** What the newest file of channels said: enough to leave quiet channels alone. */
export interface Quiet {
  /** Milliseconds: the end of the day of that file. */
  readonly until: number;
  /** When each of its channels was last active, in milliseconds. */
  readonly lastActive: ReadonlyMap<string, number>;
}

/**
 * What no message tells: how many people saw a channel, and how many private messages each person
 * wrote. History has the messages of channels, so of a person's total only what is above
 * `channel_messages_posted_count` is told, and nothing is counted twice.
 *
 * A file is a day of UTC, a company elsewhere has its nights in the wrong one; the newest are not
 * there yet, and are told by a later night (docs.slack.dev/reference/methods/admin.analytics.getFile).
 */
export async function* dailyTotals(
  client: Client,
  window: { readonly from: number; readonly to: number },
  groups: ReadonlySet<string>,
): AsyncGenerator<CanonicalRecord, Quiet | null> {
  let quiet: Quiet | null = null;
  for (let day = Math.ceil(window.from / DAY) * DAY; day + DAY <= window.to; day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const lastActive = new Map<string, number>();
    try {
      for (const type of ["member", "public_channel"]) {
        for await (const line of linesIn(client, { type, date })) {
          const total = totalOf(line, date);
          if (total !== null && (total.group === null || groups.has(total.group))) yield total;
          if (line.channel_id !== undefined && line.date_last_active !== undefined) {
            lastActive.set(line.channel_id, line.date_last_active * 1000);
          }
        }
      }
    } catch (error) {
      if (saysNo(error, "file_not_yet_available")) return quiet;
      if (!(error instanceof NetworkError) || !isOnlyThis(error)) throw error;
      const reason = error.said ?? error.trouble;
      yield { type: "refusal", where: `analytics of ${date}`, reason, groups: [] };
      if (error.trouble !== "refused") return quiet;
      continue;
    }
    quiet = { until: day + DAY, lastActive };
  }
  return quiet;
}

/**
 * Whether nothing was done in a channel since `from`. The newest file is a day or two old: what
 * woke up since is read by the next night, whose window still reaches back to it as long as the
 * file covers more than half of this one.
 */
export function isQuiet(
  channel: string,
  quiet: Quiet | null,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  if (quiet === null || quiet.until < (from + to) / 2) return false;
  const lastActive = quiet.lastActive.get(channel);
  return lastActive !== undefined && lastActive < from;
}

/** Null for a line that tells nothing beyond what history tells. */
export function totalOf(line: AnalyticsLine, day: string): CountRecord | null {
  const seen = line.members_who_viewed_count ?? 0;
  if (line.channel_id !== undefined && seen > 0) {
    return count({
      member: null,
      group: line.channel_id,
      day,
      verb: "view",
      n: seen,
      counts: "people",
    });
  }
  const { messages_posted_count: all = 0, channel_messages_posted_count: inChannels } = line;
  if (line.user_id === undefined || inChannels === undefined || all <= inChannels) return null;
  const n = all - inChannels;
  return count({ member: line.user_id, group: null, day, verb: "message", n, counts: "acts" });
}

function count(particulars: Omit<CountRecord, "type" | "grain">): CountRecord {
  const { member, group, day, ...rest } = particulars;
  return { type: "count", member, group, day, grain: "day", ...rest };
}

/** An error comes as JSON in the place of the file. */
async function* linesIn(
  client: Client,
  query: { readonly type: string; readonly date: string },
): AsyncGenerator<AnalyticsLine> {
  const bytes = await client.open(`/${METHOD}`, query);
  let isFirst = true;
  for await (const text of linesOf(bytes, { asked: METHOD })) {
    if (text.trim() === "") continue;
    // Half an error says nothing of the file; half a line further on, that the file is no good.
    const line = parsed(text, isFirst ? "unreadable" : "refused");
    isFirst = false;
    if ("ok" in line && line.ok === false) throw refusalOf(METHOD, line);
    yield line;
  }
}

function parsed(text: string, trouble: "unreadable" | "refused"): AnalyticsLine {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Said below, without the line.
  }
  const said = "the file has a line that is not JSON";
  throw new NetworkError({ trouble, asked: METHOD, status: 200, said });
}

/** The rest of the workspace can be read all the same: analytics have a token of their own. */
function isOnlyThis({ trouble }: NetworkError): boolean {
  return ["forbidden", "missing", "refused", "unauthorised"].includes(trouble);
}
