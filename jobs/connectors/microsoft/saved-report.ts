import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import type { Entry } from "../archive.ts";
import type { Row } from "./csv.ts";
import { stranger } from "./people.ts";
import { concealed, countsIn, isConcealed, type UserReport } from "./usage.ts";

const DAY = 86_400_000;

type SavedRow = Omit<Row, "isCut">;

/** What a saved report speaks of: a day, or the week most of its seven days are in. */
interface Period {
  readonly day: string;
  readonly grain: "day" | "week";
}

/**
 * A usage report of people that an administrator saved: the CSV of the admin centre or of Graph, or
 * the same as JSON. It covers 7 days (the week they are mostly in), or one day, which only the name
 * of the file can tell; longer ones say nothing of any week.
 */
export async function* readSavedReport(
  entry: Entry,
  report: UserReport,
): AsyncGenerator<CanonicalRecord> {
  const totals = new Map<string, { readonly period: Period; readonly verb: Verb; n: number }>();
  const met = new Set<string>();
  let isSaid = false;
  for await (const row of rowsIn(entry, report)) {
    const period = periodOf(row, entry.path);
    if (typeof period === "string") {
      yield { type: "refusal", where: `${entry.label}, line ${row.line}`, reason: period };
      continue;
    }
    const counts = countsIn(row, report);
    if (isConcealed(row)) {
      if (!isSaid) yield concealed;
      isSaid = true;
      for (const { verb, n } of counts) {
        const key = `${period.day} ${period.grain} ${verb}`;
        totals.set(key, { period, verb, n: (totals.get(key)?.n ?? 0) + n });
      }
      continue;
    }
    const email = row.get("User Principal Name") ?? "";
    const told = row.get("User Id") ?? "";
    const id = /[1-9a-f]/i.test(told) ? told : email.toLowerCase();
    if (!met.has(id)) {
      met.add(id);
      const isGuest = /#EXT#/i.test(email);
      const kind = isGuest ? "guest" : "person";
      // Whoever a report still names is there; it says so where they are not.
      const active = row.get("Is Deleted")?.toLowerCase() !== "true";
      yield { ...stranger(id, kind), email: isGuest ? null : email, active };
    }
    for (const { verb, n } of counts) {
      yield { type: "count", member: id, group: null, ...period, verb, n, counts: "acts" };
    }
  }
  for (const { period, verb, n } of totals.values()) {
    yield { type: "count", member: null, group: null, ...period, verb, n, counts: "acts" };
  }
}

async function* rowsIn(entry: Entry, { counts }: UserReport): AsyncGenerator<SavedRow> {
  if (/\.json$/i.test(entry.path)) {
    yield* rowsOfJson(entry);
    return;
  }
  const optional = [
    ...["User Id", "Report Period", "Is Deleted"],
    ...counts.flatMap(({ columns }) => columns),
  ];
  const required = ["User Principal Name", "Report Refresh Date"];
  for await (const row of entry.rows(required, optional)) {
    yield { line: row.line, get: (column) => row[column] ?? null };
  }
}

/** Graph writes `privateChatMessageCount` inside `value`; tools keep the names of the CSV in a list. */
async function* rowsOfJson(entry: Entry): AsyncGenerator<SavedRow> {
  let line = 0;
  for (const path of [["value"], []]) {
    for await (const item of entry.elements<Readonly<Record<string, unknown>>>(path)) {
      line += 1;
      yield { line, get: byName(item) };
    }
    if (line > 0) return;
  }
}

function byName(item: Readonly<Record<string, unknown>>): SavedRow["get"] {
  const named = new Map(Object.entries(item).map(([name, said]) => [bare(name), said]));
  return (column) => {
    const said = named.get(bare(column));
    return said === undefined || said === null ? null : String(said);
  };
}

function bare(name: string): string {
  return name.replaceAll(" ", "").toLowerCase();
}

/** A sentence where the report cannot be placed. */
function periodOf(row: SavedRow, path: string): Period | string {
  const days = Number(row.get("Report Period") ?? "");
  if (days === 1) {
    const day = /\d{4}-\d\d-\d\d(?!.*\d{4}-\d\d-\d\d)/.exec(path)?.[0];
    return day === undefined
      ? "a report of one day does not say which: write the day in the name of the file (2026-11-03)"
      : { day, grain: "day" };
  }
  if (days !== 7) return "only reports of 7 days or of one day can be placed: save one of those";
  const last = Date.parse(row.get("Report Refresh Date") ?? "");
  if (Number.isNaN(last)) return "“Report Refresh Date” is not a date";
  const middle = last - 3 * DAY;
  // The first of January 1970 was a Thursday.
  const monday = middle - ((((Math.floor(middle / DAY) + 3) % 7) + 7) % 7) * DAY;
  return { day: new Date(monday).toISOString().slice(0, 10), grain: "week" };
}
