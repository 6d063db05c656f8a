import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { ArchiveError, type ArchiveRow, type Entry } from "../archive.ts";
import type { FileReading } from "../connector.ts";

/** Names a column has in one report or another; what the others hold is not read. */
const names = {
  email: ["Email", "User Email", "Email Address", "Host Email"],
  day: ["Date", "Start Time", "Start time", "Join Time", "Join time"],
  message: ["Messages Sent", "Total Sent", "Chat Messages"],
  meet: ["Meetings", "Total Meetings", "Number of Meetings"],
  present: ["Join Time", "Join time"],
  meeting: ["Meeting ID", "Meeting UUID"],
} as const;

const optional = [...new Set(Object.values(names).flat())];
type Row = ArchiveRow<never, (typeof optional)[number]>;

/**
 * Reports that Zoom's web pages save as CSV. An account is known by its address there: it is not the
 * same account as the one the API names by its id. Columns are found by name; a report without a
 * day on each line covers a month, which no day can be given to, and is refused.
 */
export const files: FileReading = {
  declares: {
    each: ["members"],
    totals: ["message", "meet"],
    historyDays: null,
    delayHours: 0,
  },
  formats: [
    "report of chat messages by person and day (CSV)",
    "report of meetings by host and day (CSV)",
    "list of participants of meetings (CSV)",
  ],
  async *read({ archive }) {
    const known = new Set<string>();
    for (const entry of archive.entries) yield* readReport(entry, known);
  },
};

async function* readReport(entry: Entry, known: Set<string>): AsyncGenerator<CanonicalRecord> {
  const totals = new Map<string, number>();
  const met = new Set<string>();
  let verb: Verb | null = null;
  for await (const row of entry.rows([], optional)) {
    verb ??= verbOf(row, entry.label);
    const email = valueIn(row, "email")?.toLowerCase();
    const day = dayIn(valueIn(row, "day"));
    const n = numberIn(row, verb);
    if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email) || day === null || n === null) {
      // A visitor has no address: they are nobody's account.
      if (email === undefined && isListOfPeople(row)) continue;
      const reason = "the address, the day or the number is none";
      yield { type: "refusal", where: `${entry.label}, line ${row.line}`, reason };
      continue;
    }
    const key = `${day} ${email}`;
    // Whoever leaves a meeting and comes back is on its list again.
    const meeting = isListOfPeople(row) ? `${key} ${valueIn(row, "meeting") ?? ""}` : null;
    if (meeting !== null && met.has(meeting)) continue;
    if (meeting !== null) met.add(meeting);
    totals.set(key, (totals.get(key) ?? 0) + n);
  }
  for (const [key, n] of totals) {
    const [day = "", member = ""] = key.split(" ");
    if (n <= 0 || verb === null) continue;
    if (!known.has(member)) {
      known.add(member);
      yield { type: "member", id: member, email: member, kind: "person", active: true };
    }
    yield { type: "count", member, group: null, day, grain: "day", verb, n, counts: "acts" };
  }
}

function verbOf(row: Row, label: string): Verb {
  const has = (kind: keyof typeof names) => names[kind].some((column) => row[column] !== null);
  if (has("email") && has("day")) {
    if (has("message")) return "message";
    if (has("meet") || has("present")) return "meet";
  }
  throw new ArchiveError(
    `${label}: a column with addresses, one with days and one with numbers are missing.`,
  );
}

function isListOfPeople(row: Row): boolean {
  return valueIn(row, "present") !== undefined && valueIn(row, "meet") === undefined;
}

/** Undefined where the report has no such column, or nothing in it. */
function valueIn(row: Row, kind: keyof typeof names): string | undefined {
  for (const column of names[kind]) {
    const value = row[column]?.trim();
    if (value) return value;
  }
  return undefined;
}

function numberIn(row: Row, verb: Verb): number | null {
  if (verb === "meet" && isListOfPeople(row)) return 1;
  const value = valueIn(row, verb === "message" ? "message" : "meet")?.replaceAll(/[\s,]/g, "");
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : null;
}

/** `2026-11-03…`, or `11/03/2026…`: Zoom writes the month first, whatever the language. */
function dayIn(value: string | undefined): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(value ?? "");
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(value ?? "");
  const [, month = "", date = "", year = ""] = american ?? [];
  const day = iso?.[0] ?? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : day;
}
