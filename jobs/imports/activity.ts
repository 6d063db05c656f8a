import { basename } from "node:path";
import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { addDays, dayIn } from "#app/model/period.ts";
import { ensureConnection, findConnection, markCovered } from "#db/intake/connection.ts";
import { beginImport, closeAbandoned, endImport } from "#db/intake/imports.ts";
import type { Context } from "#jobs/context.ts";
import { matchAccountsNow } from "#jobs/steps/match-accounts.ts";
import { momentsOf } from "./activity/moments.ts";
import { ActivityReader } from "./activity/records-of-row.ts";
import { instantsIn } from "./dates/local-time.ts";
import { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import type { ActivityMapping } from "./mapping/activity-mapping.ts";
import { nothingKept } from "./nothing-kept.ts";
import type { ImportReport } from "./report.ts";
import { openRows, type RowSource, type Rows } from "./rows/open-rows.ts";
import { type Stored, storeRecords } from "./store-records.ts";

export type ActivitySource = RowSource & {
  readonly mapping: ActivityMapping;
  /** Key of the connection it belongs to; made, fed by files, when there is none. */
  readonly connection: string;
  /** How that connection is called when it is made. */
  readonly title?: string | undefined;
  readonly source?: string | undefined;
};

const DAY = 86_400_000;

/**
 * Reads a file of activity into a connection, batch by batch: one that is interrupted is run again
 * and goes on, and a file read twice doubles nothing.
 * @throws {ImportError} when the file cannot be read on; what was kept before that stays.
 */
export async function ingestActivityFile(
  context: Context,
  given: ActivitySource,
): Promise<ImportReport> {
  const { db, now } = context;
  const { mapping } = given;
  const source = given.source ?? ("path" in given ? basename(given.path) : given.name);
  const refusals = new Findings();
  const notices = new Findings();
  const timeZone = mapping.timeZone ?? context.timeZone;
  const moments = momentsOf(mapping.dates, timeZone, new Date(now.getTime() + DAY));
  const reader = new ActivityReader(mapping, moments, refusals);
  const rows = await openRows(given, {
    ...mapping.file,
    columns: reader.columns.names,
    refusals,
    notices,
    progress: (done, total) => context.progress(`Reading ${source}`, done, total),
  });
  const connectionId = await connectionOf(context, given);
  const name = `${given.connection}: ${source}`;
  const importId = await beginImport(db, {
    kind: "activity",
    source: name,
    effectiveOn: null,
    now,
  });
  await closeAbandoned(db, ["activity"], importId, `${given.connection}: %`);
  const lines = { read: 0, kept: 0 };
  try {
    const stored = await storeRecords(context, {
      connectionId,
      source: name,
      importId,
      numberRepeats: mapping.id === "line",
      records: records(rows, reader, lines),
      refusals,
    });
    if (lines.kept === 0) throw nothingKept(source, refusals);
    if (stored.last !== null) {
      await markCovered(db, connectionId, endOfDay(context.timeZone, stored.last, now));
    }
    const counts = { ...lines, refused: refusals.total };
    const lists = { refusals: refusals.list(), digest: rows.digest };
    await endImport(db, importId, { state: "kept", ...counts, ...lists }, now);
    const { matched, unmatched } = await matchAccountsNow(context);
    const summary = summaryOf(stored, matched, unmatched);
    const already = stored.read - stored.added;
    const told = { refusals: refusals.list(), notices: notices.list(), summary };
    return { importId, kind: "activity", source, state: "kept", ...counts, already, ...told };
  } catch (error) {
    const counts = { ...lines, refused: refusals.total, digest: null };
    await endImport(db, importId, { state: "refused", ...counts, refusals: refusals.list() }, now);
    if (!(error instanceof ImportError) || lines.kept === 0) throw error;
    throw new ImportError(
      `${error.message}\nWhat was read before that is kept. Run the same command again after correcting: nothing is doubled.`,
    );
  }
}

async function* records(
  rows: Rows,
  reader: ActivityReader,
  lines: { read: number; kept: number },
): AsyncGenerator<CanonicalRecord> {
  for await (const row of rows) {
    if (!reader.wants(row)) continue;
    lines.read += 1;
    let isKept = false;
    for (const record of reader.read(row)) {
      if (record.type === "activity" || record.type === "count") isKept = true;
      yield record;
    }
    if (isKept) lines.kept += 1;
  }
}

async function connectionOf(
  { db, keys }: Context,
  { connection, title, mapping }: ActivitySource,
): Promise<number> {
  const known = await findConnection(db, connection);
  if (known !== null) return known.id;
  return ensureConnection(db, keys.secrets, {
    key: connection,
    network: "file",
    title: title ?? connection,
    supplies: verbsOf(mapping),
    fedBy: "files",
  });
}

function verbsOf({ verb, counts = [] }: ActivityMapping): readonly Verb[] {
  if (typeof verb === "string") return [verb];
  const named = verb === undefined ? counts.map((one) => one.verb) : Object.values(verb.values);
  return [...new Set(named)];
}

/** A file speaks of whole days: midnight after its last. */
function endOfDay(timeZone: string, last: Date, now: Date): Date {
  const midnight = instantsIn(timeZone)(Date.parse(`${addDays(dayIn(timeZone, last), 1)}T00:00Z`));
  return new Date(Math.min(midnight, now.getTime()));
}

function summaryOf({ read, added }: Stored, matched: number, unmatched: number): string {
  const already = read - added;
  return (
    `${added} new${already > 0 ? `, ${already} were there already` : ""}. ` +
    `${matched} accounts belong to somebody, ${unmatched} to nobody known (kept, and counted apart).`
  );
}
