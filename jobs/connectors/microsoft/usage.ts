import type { CanonicalRecord, CountRecord, RefusalRecord, Verb } from "#app/model/canonical.ts";
import { type Client, linesOf, NetworkError } from "../http.ts";
import { type Row, rowsOf } from "./csv.ts";
import { isRefusal, reasonOf } from "./pages.ts";
import { type People, stranger } from "./people.ts";

const DAY = 86_400_000;
/** Reports of a day are kept for 30 (the day it is, and those the service is late, included). */
const KEPT = 28;
/** Figures of a day are filled in and corrected for three days. */
const LATE = 3;
/** Times a report is fetched that breaks off half-way. */
const TRIES = 4;
const brokenOff: readonly string[] = ["unreachable", "slow"];

/** A usage report that counts what each person did in a day. */
export interface UserReport {
  /** As Graph calls it. */
  readonly name: string;
  /** The first of these columns that the report has, and what it counts. */
  readonly counts: readonly { readonly columns: readonly string[]; readonly verb: Verb }[];
}

/** What of a row is counted: nothing where the report says nothing, or nothing happened. */
export function countsIn(
  row: Pick<Row, "get">,
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
export function isConcealed(row: Pick<Row, "get">): boolean {
  return !(row.get("User Principal Name") ?? "").includes("@");
}

/** Said once, wherever names are concealed. */
export const concealed: RefusalRecord = {
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
  for await (const told of eachDay(client, report.name, days, (row) => userOf(row, report))) {
    if ("type" in told) {
      yield told;
      continue;
    }
    const { day, rows, isWhole } = told;
    const totals = new Map<Verb, number>();
    for (const row of rows) {
      if (!row.isConcealed) {
        yield* countsOfPerson(row, day, people);
        continue;
      }
      if (!isSaid) yield concealed;
      isSaid = true;
      for (const { verb, n } of row.counts) totals.set(verb, (totals.get(verb) ?? 0) + n);
    }
    // Part of a company is no total of it.
    if (isWhole) for (const [verb, n] of totals) yield count({ member: null }, day, verb, n);
  }
}

interface DayTold<Value> {
  readonly day: string;
  readonly rows: readonly Value[];
  /** No line of it was cut. */
  readonly isWhole: boolean;
}

/**
 * A report, a day at a time. It is held until it is whole: one that breaks off is fetched again, and
 * half of one is never told. A report that may not be read is said once, and so is what is missing.
 */
export async function* eachDay<Value>(
  client: Client,
  name: string,
  days: readonly string[],
  take: (row: Row) => Value,
): AsyncGenerator<DayTold<Value> | RefusalRecord> {
  for (const day of days) {
    try {
      const rows = await rowsOfDay(client, `/reports/${name}(date=${day})`);
      const cut = rows.find(({ isCut }) => isCut);
      if (cut !== undefined) {
        const where = `usage report of ${day}, line ${cut.line}`;
        yield { type: "refusal", where, reason: "the line ends too early, and was left out" };
      }
      const whole = rows.filter(({ isCut }) => !isCut);
      yield { day, rows: whole.map(take), isWhole: cut === undefined };
    } catch (error) {
      // 400: the day is too far back for the report.
      const isTooOld = error instanceof NetworkError && error.status === 400;
      if (!isTooOld && !isRefusal(error)) throw error;
      const where = isTooOld ? `usage report of ${day}` : "usage reports";
      yield { type: "refusal", where, reason: reasonOf(error) };
      if (!isTooOld) return;
    }
  }
}

async function rowsOfDay(client: Client, path: string): Promise<readonly Row[]> {
  for (let attempt = 1; ; attempt += 1) {
    const bytes = await client.open(path);
    try {
      const rows: Row[] = [];
      for await (const row of rowsOf(linesOf(bytes, { asked: `GET ${path}` }))) rows.push(row);
      return rows;
    } catch (error) {
      const mayBeWhole = error instanceof NetworkError && brokenOff.includes(error.trouble);
      if (!mayBeWhole || attempt >= TRIES) throw error;
    }
  }
}

interface UserRow {
  readonly id: string | null;
  readonly name: string;
  readonly isConcealed: boolean;
  readonly counts: ReturnType<typeof countsIn>;
}

function userOf(row: Row, report: UserReport): UserRow {
  const name = row.get("User Principal Name") ?? "";
  const counts = countsIn(row, report);
  return { id: row.get("User Id"), name, isConcealed: isConcealed(row), counts };
}

function* countsOfPerson(
  { id: told, name, counts }: UserRow,
  day: string,
  people: People,
): Generator<CanonicalRecord> {
  if (counts.length === 0) return;
  const known = told !== null && people.knows(told) ? told : people.idOf(name);
  const id = known ?? name.toLowerCase();
  if (known === null) {
    // Deleted so long ago that only the report remembers.
    const member = people.introduce({ ...stranger(id, "person"), email: name }, name);
    if (member !== null) yield member;
  }
  for (const { verb, n } of counts) yield count({ member: id }, day, verb, n);
}

/** A total of a day: of a member, of a group, or of the company. */
export function count(
  of: { readonly member: string | null; readonly group?: string },
  day: string,
  verb: Verb,
  n: number,
): CountRecord {
  const { member, group = null } = of;
  return { type: "count", member, group, day, grain: "day", verb, n, counts: "acts" };
}
