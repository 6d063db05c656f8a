import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { type Client, linesOf, NetworkError } from "../http.ts";
import { type Row, rowsOf } from "./csv.ts";
import { isRefusal, reasonOf } from "./pages.ts";
import { type People, stranger } from "./people.ts";

const DAY = 86_400_000;
/** Reports of a day are kept for 30 (the day it is, and those the service is late, included). */
const KEPT = 28;
/** Figures of a day are filled in and corrected for three days. */
const LATE = 3;

/** A usage report that counts what each person did in a day. */
export interface UserReport {
  /** As Graph calls it. */
  readonly name: string;
  /** The first of these columns that the report has, and what it counts. */
  readonly counts: readonly { readonly columns: readonly string[]; readonly verb: Verb }[];
}

/** What of a row is counted: nothing where the report says nothing, or nothing happened. */
export function countsIn(
  row: Row,
  { counts }: UserReport,
): readonly { readonly verb: Verb; readonly n: number }[] {
  return counts.flatMap(({ columns, verb }) => {
    const told = columns.map((column) => row.get(column)).find((value) => value !== null);
    const n = told ? Number(told) : 0;
    return Number.isSafeInteger(n) && n > 0 ? [{ verb, n }] : [];
  });
}

/** The whole days a window speaks of (UTC, as the reports are), as far back as reports are kept. */
export function reportedDays(from: Date, to: Date): readonly string[] {
  const last = Math.floor(to.getTime() / DAY);
  const first = Math.max(Math.floor(from.getTime() / DAY) - LATE, last - KEPT);
  return Array.from({ length: Math.max(0, last - first) }, (_, number) =>
    new Date((first + number) * DAY).toISOString().slice(0, 10),
  );
}

/** Concealed names are 32 hexadecimal digits; a sign-in name is an address. */
export function isConcealed(row: Row): boolean {
  return !(row.get("User Principal Name") ?? "").includes("@");
}

/** Said once, wherever names are concealed. */
export const concealed: CanonicalRecord = {
  type: "refusal",
  where: "usage reports",
  reason:
    "names are concealed in this organisation, so only totals of the whole company are kept; to change it, in the Microsoft 365 admin centre: Settings, Org settings, Reports, “Display concealed user, group, and site names”",
};

/**
 * What people did, day by day. A day that is not there yet has no rows. Where names are concealed
 * the day becomes one total of the company, and nobody is matched, even where an id is left.
 */
export async function* readUsage(
  client: Client,
  report: UserReport,
  days: readonly string[],
  people: People,
): AsyncGenerator<CanonicalRecord> {
  let isSaid = false;
  for await (const { day, row, refusal } of rowsOfDays(client, report.name, days)) {
    if (refusal !== null) {
      yield refusal;
      continue;
    }
    if (row === null) continue;
    const totals = new Map<Verb, number>();
    let isWhole = true;
    for await (const one of row) {
      if (one.isCut) {
        isWhole = false;
        const reason = "the line ends too early, and was left out";
        yield { type: "refusal", where: `usage report of ${day}, line ${one.line}`, reason };
        continue;
      }
      if (isConcealed(one)) {
        if (!isSaid) yield concealed;
        isSaid = true;
        for (const { verb, n } of countsIn(one, report)) {
          totals.set(verb, (totals.get(verb) ?? 0) + n);
        }
        continue;
      }
      yield* countsOfPerson(one, report, day, people);
    }
    // Part of a company is no total of it.
    if (isWhole) for (const [verb, n] of totals) yield count(null, day, verb, n);
  }
}

/** The rows of a report, a day at a time. A report that may not be read is said once. */
export async function* rowsOfDays(
  client: Client,
  name: string,
  days: readonly string[],
): AsyncGenerator<{
  readonly day: string;
  readonly row: AsyncGenerator<Row> | null;
  readonly refusal: CanonicalRecord | null;
}> {
  for (const day of days) {
    const path = `/reports/${name}(date=${day})`;
    try {
      const row = rowsOf(linesOf(await client.open(path), { asked: `GET ${path}` }));
      yield { day, row, refusal: null };
    } catch (error) {
      // 400: the day is too far back for the report.
      const isTooOld = error instanceof NetworkError && error.status === 400;
      if (!isTooOld && !isRefusal(error)) throw error;
      const where = isTooOld ? `usage report of ${day}` : "usage reports";
      yield { day, row: null, refusal: { type: "refusal", where, reason: reasonOf(error) } };
      if (!isTooOld) return;
    }
  }
}

function* countsOfPerson(
  row: Row,
  report: UserReport,
  day: string,
  people: People,
): Generator<CanonicalRecord> {
  const name = row.get("User Principal Name") ?? "";
  const told = row.get("User Id");
  const id = (told !== null && people.knows(told) ? told : people.idOf(name)) ?? null;
  const counts = countsIn(row, report);
  if (counts.length === 0) return;
  if (id === null) {
    // Deleted so long ago that only the report remembers.
    const gone = { ...stranger(name.toLowerCase(), "person"), email: name };
    const member = people.introduce(gone, name);
    if (member !== null) yield member;
  }
  for (const { verb, n } of counts) yield count(id ?? name.toLowerCase(), day, verb, n);
}

function count(member: string | null, day: string, verb: Verb, n: number): CanonicalRecord {
  return { type: "count", member, group: null, day, grain: "day", verb, n, counts: "acts" };
}
