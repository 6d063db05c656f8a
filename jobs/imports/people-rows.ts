import { hash } from "node:crypto";
import type { PeoplePlan } from "#db/intake/people/plan.ts";
import type { Context } from "#jobs/context.ts";
import { peopleMapping } from "./mapping/people-mapping.ts";
import { checkMapping } from "./mapping/read-mapping.ts";
import { takePeople } from "./people.ts";
import type { ImportReport } from "./report.ts";
import type { Row } from "./rows/open-rows.ts";

/**
 * A person as something other than a file tells them (SCIM). What no row mentions at all
 * (`undefined`) stays as it is for everybody; what some rows mention is none (null) in the others.
 */
export interface PersonRow {
  /** The HR number: the same as in HR files, since it says who is who. */
  readonly number: string;
  readonly email?: string | null | undefined;
  readonly name?: string | null | undefined;
  /** As it was written; it is brought to its international form here. */
  readonly telephone?: string | null | undefined;
  /** Two letters or a name: of a telephone without a prefix. */
  readonly country?: string | null | undefined;
  /** The number of the manager. */
  readonly manager?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly hired?: string | null | undefined;
  /** The last day of the employment; the day before `effectiveOn` ends it now. */
  readonly left?: string | null | undefined;
  /** Names from the top: `["Retail", "Lille", "Team 4"]`, at most eight. */
  readonly unit?: readonly string[] | null | undefined;
  readonly site?: PersonSite | null | undefined;
  /** What the person is in each segment, by the segment's key: `{ work: "frontline" }`. */
  readonly segments?: Readonly<Record<string, string>> | undefined;
}

export interface PersonSite {
  readonly name: string;
  readonly country?: string | null | undefined;
  readonly timeZone?: string | null | undefined;
}

export interface PeopleRows {
  /** How it is called in the list of imports: "SCIM, identity provider". */
  readonly source: string;
  readonly rows: AsyncIterable<PersonRow>;
  /** The day the rows are true on; today when left out. */
  readonly effectiveOn?: string | undefined;
  /** False: whoever is not mentioned stays as they are. True: they have left. */
  readonly isWhole: boolean;
  /** The segments the rows may speak of, as a mapping names them: `{ work: { names: … } }`. */
  readonly segments?: Readonly<Record<string, SegmentNames>> | undefined;
  /** Believe rows that end the employment of more than half the company. */
  readonly mayEmpty?: boolean | undefined;
}

export interface SegmentNames {
  readonly names?: { readonly fr: string; readonly en: string };
  readonly values?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, { readonly fr: string; readonly en: string }>>;
}

const LEVELS = 8;
const fields = [
  "number",
  "email",
  "name",
  "telephone",
  "country",
  "manager",
  "hired",
  "left",
] as const;
const path = Array.from({ length: LEVELS }, (_, level) => `unit ${level + 1}`);

/**
 * Takes people who are not in a file, as of a day, whole or not at all, by the same rules as an HR
 * file: the same rows twice change nothing the second time, and `barometer import undo` takes them
 * back. "Line" in the report is the place of the row.
 * @throws {ImportError} when they cannot be true (a circle of managers), or nothing can be kept.
 */
export async function importPeopleRows(context: Context, given: PeopleRows): Promise<ImportReport> {
  const { source, rows, effectiveOn, isWhole, mayEmpty, segments = {} } = given;
  const mentioned = new Set<string>();
  const mapping = checkMapping(
    {
      kind: "people",
      partial: !isWhole,
      ...Object.fromEntries(fields.map((name) => [name, name])),
      unit: { path },
      site: { key: "site", country: "site country", timeZone: "site zone" },
      segments: Object.fromEntries(
        Object.entries(segments).map(([key, names]) => [key, { column: `in ${key}`, ...names }]),
      ),
    },
    peopleMapping,
    source,
  );
  return takePeople(context, {
    mapping,
    source,
    effectiveOn,
    mayEmpty,
    given: { name: source },
    open: async ({ columns }) => ({
      name: source,
      digest: null,
      [Symbol.asyncIterator]: () => asRows(rows, columns.names, mentioned),
    }),
    spoken: () => spokenOf(mentioned, Object.keys(segments)),
  });
}

async function* asRows(
  people: AsyncIterable<PersonRow>,
  columns: readonly string[],
  mentioned: Set<string>,
): AsyncGenerator<Row> {
  let line = 0;
  for await (const person of people) {
    line += 1;
    for (const [name, value] of Object.entries(person)) {
      if (value !== undefined) mentioned.add(name);
    }
    const told = columnsOf(person);
    const row = columns.map((column) => told[column]?.trim() ?? "");
    yield { line, fields: row, whole: hash("sha1", row.join("\u001f")) };
  }
}

function columnsOf(person: PersonRow): Readonly<Record<string, string | null | undefined>> {
  const { unit, site, segments = {} } = person;
  return {
    ...Object.fromEntries(fields.map((name) => [name, person[name]])),
    ...Object.fromEntries(path.map((column, level) => [column, unit?.[level]])),
    ...{ site: site?.name, "site country": site?.country, "site zone": site?.timeZone },
    ...Object.fromEntries(Object.entries(segments).map(([key, value]) => [`in ${key}`, value])),
  };
}

function spokenOf(
  mentioned: ReadonlySet<string>,
  segments: readonly string[],
): PeoplePlan["speaksOf"] {
  return {
    email: mentioned.has("email"),
    manager: mentioned.has("manager"),
    site: mentioned.has("site"),
    unit: mentioned.has("unit") ? "tree" : null,
    segments: mentioned.has("segments") ? segments : [],
    directory: ["name", "email", "telephone"].filter((kind) => mentioned.has(kind)),
  };
}
