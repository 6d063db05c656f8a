import { dayIn } from "#app/model/period.ts";
import { applyPeople, type PeopleApplied } from "#db/intake/people/apply.ts";
import { type PeoplePlan, RefusedPeople, type StagedPerson } from "#db/intake/people/plan.ts";
import { stagePeople, stageUnits } from "#db/intake/people/stage.ts";
import type { Context } from "#jobs/context.ts";
import { matchAccountsNow } from "#jobs/steps/match-accounts.ts";
import type { Findings } from "./findings.ts";
import { optionalColumns, tellAbsent } from "./mapping/optional-columns.ts";
import type { PeopleMapping } from "./mapping/people-mapping.ts";
import { nothingKept } from "./nothing-kept.ts";
import { addPeopleFinding, refusalOf } from "./people/findings-of.ts";
import { declares, PersonReader } from "./people/person-of-row.ts";
import type { ImportReport } from "./report.ts";
import { openRows, type RowSource, type Rows } from "./rows/open-rows.ts";
import { runWhole, type WholeResult, type WholeRun } from "./run-whole.ts";

export type PeopleSource = RowSource & {
  readonly mapping: PeopleMapping;
  /** How the file is called in reports; its own name when left out. */
  readonly source?: string | undefined;
  /** The day it is true on; today when left out. Of a history, the last day it speaks of. */
  readonly effectiveOn?: string | undefined;
  /** Believe a file that ends the employment of more than half the company. */
  readonly mayEmpty?: boolean | undefined;
};

/**
 * Takes an HR file as of a day, whole or not at all. A file taken twice changes nothing the second
 * time.
 * @throws {ImportError} when it cannot be true, or nothing of it can be kept.
 */
export async function importPeople(context: Context, given: PeopleSource): Promise<ImportReport> {
  const { mapping } = given;
  let absent: ReadonlySet<string> = new Set();
  return takePeople(context, {
    ...given,
    given,
    spoken: () => speaksOf(mapping, absent),
    open: (reader, { source, refusals, notices }) =>
      openRows(given, {
        ...mapping.file,
        dates: mapping.dates,
        columns: reader.columns.names,
        also: mapping.also,
        optional: optionalColumns(mapping, reader.columns.names, [mapping.number]),
        missing(columns) {
          absent = columns;
          reader.absent = columns;
          tellAbsent(columns, notices);
        },
        refusals,
        notices,
        progress: (done, total) => context.progress(`Reading ${source}`, done, total),
      }),
  });
}

/** People from wherever rows of the mapping's columns come. */
export interface PeopleTaking
  extends Pick<PeopleSource, "mapping" | "source" | "effectiveOn" | "mayEmpty"> {
  readonly given: { readonly path: string } | { readonly name: string };
  open(reader: PersonReader, run: WholeRun): Promise<Rows>;
  /** What the rows speak of; asked after the last of them. */
  spoken(): PeoplePlan["speaksOf"];
}

/** Takes rows of people as of a day, whole or not at all. */
export async function takePeople(context: Context, taking: PeopleTaking): Promise<ImportReport> {
  const { given } = taking;
  const today = dayIn(context.timeZone, context.now);
  const source = taking.source ?? ("path" in given ? null : given.name);
  const effectiveOn = taking.effectiveOn ?? today;
  const report = await runWhole(context, { kind: "people", given, source, effectiveOn }, (run) =>
    take(context, taking, { ...run, today, effectiveOn }),
  );
  // Accounts that waited for somebody: whoever is found late has their weeks counted again.
  await matchAccountsNow(context);
  return report;
}

type Taking = WholeRun & { readonly today: string; readonly effectiveOn: string };

async function take(context: Context, taking: PeopleTaking, run: Taking): Promise<WholeResult> {
  const { mapping } = taking;
  const { session, refusals, notices, source, importId, today, effectiveOn } = run;
  const reader = new PersonReader(mapping, context.keys, source, refusals);
  const rows = await taking.open(reader, run);
  const counted = { read: 0 };
  const staged = await stagePeople(session, people(rows, reader, counted));
  if (staged === 0) throw nothingKept(source, refusals);
  await stageUnits(session, reader.units.list());
  const isReadable = isReadWhole(refusals.total - reader.refusedFields, notices);
  const plan: PeoplePlan = {
    importId,
    effectiveOn: reader.days.last ?? effectiveOn,
    firstOn: reader.days.first ?? effectiveOn,
    today,
    isHistory: mapping.history !== undefined,
    isComplete: isReadable && !mapping.partial,
    mayEmpty: taking.mayEmpty ?? false,
    speaksOf: taking.spoken(),
  };
  const applied = await applyPeople(session, plan, {
    sites: reader.sites.list(),
    segments: reader.segments.map((segment) => segment.staged()),
  }).catch((error) => {
    throw error instanceof RefusedPeople ? refusalOf(error, source) : error;
  });
  for (const finding of applied.findings) addPeopleFinding(finding, mapping, { refusals, notices });
  return {
    digest: rows.digest,
    read: counted.read,
    kept: staged - conflicting(applied),
    already: 0,
    effectiveOn: plan.effectiveOn,
    summary: summaryOf(applied, plan.effectiveOn),
  };
}

async function* people(
  rows: Rows,
  reader: PersonReader,
  counted: { read: number },
): AsyncGenerator<StagedPerson> {
  for await (const row of rows) {
    const person = reader.read(row);
    if (person === null) continue;
    counted.read += 1;
    if (person !== undefined) yield person;
  }
}

/** Nobody is taken to have left because of a line that could not be read. */
function isReadWhole(unread: number, notices: Findings): boolean {
  if (unread === 0) return true;
  notices.add(
    null,
    null,
    "Because of the refused lines, nobody is taken to have left. Correct them and run again.",
  );
  return false;
}

/** What the file says something of: what the mapping names, and the file has. */
function speaksOf(mapping: PeopleMapping, absent: ReadonlySet<string>): PeoplePlan["speaksOf"] {
  const { unit, site, segments } = mapping;
  const has = (columns: string | readonly string[] | undefined) =>
    columns !== undefined && [columns].flat().some((column) => !absent.has(column));
  return {
    email: has(mapping.email),
    manager: has(mapping.manager),
    site: has(site?.key),
    unit: unit === undefined ? null : unitIn(unit, mapping, has),
    segments: Object.keys(segments).filter((key) => has(segments[key]?.column)),
    directory: (["name", "email", "telephone"] as const).filter((kind) => has(mapping[kind])),
  };
}

function unitIn(
  unit: NonNullable<PeopleMapping["unit"]>,
  { manager }: PeopleMapping,
  has: (columns: string | readonly string[] | undefined) => boolean,
): PeoplePlan["speaksOf"]["unit"] {
  if ("from" in unit) return has(manager) ? "managers" : null;
  if (!has("path" in unit ? unit.path : unit.key)) return null;
  return declares(unit) ? "tree" : "known";
}

function conflicting({ findings }: PeopleApplied): number {
  return findings
    .filter(({ what }) => what === "conflicting" || what === "repeated")
    .reduce((sum, { occurrences }) => sum + occurrences, 0);
}

function summaryOf({ people, arrived, left, changed }: PeopleApplied, day: string): string {
  if (changed === 0) return `${people} people, nothing new on ${day}.`;
  return `${people} people as of ${day}: ${arrived} new, ${left} left, ${changed} dated facts changed.`;
}
