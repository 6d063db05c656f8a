import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import type { Entry } from "../../archive.ts";
import { groupOf } from "../records.ts";

const DAY = 86_400_000;
const counted = {
  message: ["Messages", "Message"],
  post: ["Posts", "Post"],
  comment: ["Comments", "Comment"],
} as const;
const spans = ["28 Days", "Week", "Day"] as const;
type Span = (typeof spans)[number];

const names = Object.values(counted).flat();
const person = ["Email", "Employee ID", "Status", "Activity summary for date"] as const;
const group = ["Group ID", "Group name", "Privacy"] as const;
const daily = ["Date"] as const;
const columns = [
  ...person,
  ...group,
  ...daily,
  ...names,
  ...names.flatMap((name) => spans.map((span) => `${name} in the Last ${span}` as const)),
] as const;
type Row = Readonly<Record<(typeof columns)[number], string | null>> & { readonly line: number };

/**
 * The export of people (XLSX, or CSV from Insights), the list of groups of Insights, and totals of
 * the whole company by day. Names, titles, telephones and managers are not read.
 */
export async function* readTable(entry: Entry): AsyncGenerator<CanonicalRecord> {
  let isKnown = true;
  const told = new Set<string>();
  for await (const row of entry.rows([], columns)) {
    if (row.Email !== null || row["Employee ID"] !== null) {
      yield* once(personOf(row, entry), told);
    } else if (row["Group ID"] !== null && row.Privacy !== null) yield groupOfRow(row);
    else if (row.Date !== null && names.some((name) => row[name] !== null)) {
      yield* once(dayOf(row, entry), told);
    } else {
      isKnown = false;
      break;
    }
  }
  if (!isKnown) {
    const reason =
      "None of the columns of an export of people, groups or days is there. The file was left out.";
    yield { type: "refusal", where: entry.label, reason };
  }
}

/**
 * “Day” is the day of the summary, “Week” the seven days that end on it. Only a week that ends on a
 * Sunday is one of the calendar's; of another, the day alone is taken. The 28 days are the sum of
 * weeks that are told or not told, and are not taken.
 */
function* personOf(row: Row, { label }: Entry): Generator<CanonicalRecord> {
  const email = row.Email?.trim().toLowerCase() || null;
  const number = row["Employee ID"]?.trim() || null;
  const id = email ?? number;
  if (id === null) {
    const reason = "There is neither an address nor a number. The line was left out.";
    yield { type: "refusal", where: `${label}, column Email`, reason };
    return;
  }
  const active = !/deactiv|inactive|désactiv/i.test(row.Status ?? "");
  yield { type: "member", id, email, employeeNumber: number, kind: "person", active };
  const counts = (span: Span) => totalsIn(row, (name) => row[`${name} in the Last ${span}`]);
  if (counts("Day").length + counts("Week").length === 0) return;
  const day = dayIn(row["Activity summary for date"]);
  if (day === null) {
    const reason =
      "The day of the summary is missing, or is not YYYY-MM-DD: the totals cannot be dated.";
    yield { type: "refusal", where: `${label}, column Activity summary for date`, reason };
    return;
  }
  const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  if (!isSunday && counts("Week").length > 0) {
    const reason = `The week ends on ${day}, which is no Sunday: it is no week of the calendar. Only the day was taken.`;
    yield { type: "refusal", where: `${label}, columns in the Last Week`, reason };
  }
  const weekly = isSunday ? counts("Week") : [];
  const weeks = new Set(weekly.map(({ verb }) => verb));
  const monday = new Date(Date.parse(`${day}T00:00:00Z`) - 6 * DAY).toISOString().slice(0, 10);
  const common = { type: "count", member: id, group: null, counts: "acts" } as const;
  for (const one of weekly) yield { ...common, day: monday, grain: "week", ...one };
  for (const one of counts("Day")) {
    if (!weeks.has(one.verb)) yield { ...common, day, grain: "day", ...one };
  }
}

function groupOfRow(row: Row): CanonicalRecord {
  const privacy = (row.Privacy ?? "").trim().toUpperCase();
  return groupOf({ name: row["Group name"] ?? "", privacy }, row["Group ID"] ?? "");
}

function* dayOf(row: Row, { label }: Entry): Generator<CanonicalRecord> {
  const day = dayIn(row.Date);
  if (day === null) {
    const reason = "A day is not YYYY-MM-DD. The line was left out.";
    yield { type: "refusal", where: `${label}, column Date`, reason };
    return;
  }
  const common = { type: "count", member: null, group: null, counts: "acts" } as const;
  for (const one of totalsIn(row, (name) => row[name])) {
    yield { ...common, day, grain: "day", ...one };
  }
}

/** What is empty is not known; it is not zero. */
function totalsIn(
  _: Row,
  field: (name: (typeof names)[number]) => string | null,
): readonly { readonly verb: Verb; readonly n: number }[] {
  return (Object.keys(counted) as (keyof typeof counted)[]).flatMap((verb) => {
    const written = counted[verb].map(field).find((one) => one !== null && one.trim() !== "");
    const n = Number(written ?? Number.NaN);
    return Number.isInteger(n) && n >= 0 ? [{ verb, n }] : [];
  });
}

function dayIn(text: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text?.trim() ?? "")?.[0] ?? "";
  return Number.isNaN(Date.parse(day)) ? null : day;
}

/** What is true of a whole file is said once. */
function* once(records: Iterable<CanonicalRecord>, told: Set<string>): Generator<CanonicalRecord> {
  for (const record of records) {
    const key = record.type === "refusal" ? JSON.stringify(record) : "";
    if (key !== "" && told.has(key)) continue;
    told.add(key);
    yield record;
  }
}
