import type { CanonicalRecord } from "#app/model/canonical.ts";
import { addDays, dayIn } from "#app/model/period.ts";
import { markCovered } from "#db/intake/connection.ts";
import { beginImport, closeAbandoned, endImport } from "#db/intake/imports.ts";
import { ArchiveError } from "#jobs/connectors/archive.ts";
import type { Context } from "#jobs/context.ts";
import { matchAccountsNow } from "#jobs/steps/match-accounts.ts";
import { instantsIn } from "./dates/local-time.ts";
import type { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import { nothingKept } from "./nothing-kept.ts";
import type { Fields, ImportReport } from "./report.ts";
import { type Stored, storeRecords } from "./store-records.ts";

export interface ActivityRun {
  readonly connection: { readonly id: number; readonly key: string };
  /** How the file is called in reports. */
  readonly source: string;
  readonly digest: Buffer | null;
  readonly records: AsyncIterable<CanonicalRecord>;
  /** Lines, or records where there are no lines; counted while `records` are read. */
  readonly counted: { readonly read: number; readonly kept: number };
  readonly numberRepeats: boolean;
  /** The connection is fed by files alone, so what it covers is what they say. */
  readonly isCovering: boolean;
  readonly refusals: Findings;
  readonly notices: Findings;
  readonly fields: Fields;
}

/**
 * Stores what files say people did, batch by batch: one that is interrupted is run again and goes
 * on, and what is read twice doubles nothing.
 * @throws {ImportError} when the file cannot be read on; what was kept before that stays.
 */
export async function runActivity(context: Context, run: ActivityRun): Promise<ImportReport> {
  const { db, now } = context;
  const { connection, source, counted, refusals, notices, fields } = run;
  const name = `${connection.key}: ${source}`;
  const importId = await beginImport(db, {
    kind: "activity",
    source: name,
    effectiveOn: null,
    now,
  });
  await closeAbandoned(db, ["activity"], importId, `${connection.key}: %`);
  try {
    const stored = await storeRecords(context, {
      connectionId: connection.id,
      source: name,
      importId,
      numberRepeats: run.numberRepeats,
      records: run.records,
      refusals,
    });
    if (counted.kept === 0) throw nothingKept(source, refusals, fields);
    if (stored.last !== null && run.isCovering) {
      await markCovered(db, connection.id, endOfDay(context.timeZone, stored.last, now));
    }
    const counts = { ...counted, refused: refusals.total };
    const lists = { refusals: refusals.list(), digest: run.digest };
    await endImport(db, importId, { state: "kept", ...counts, ...lists }, now);
    const { matched, unmatched } = await matchAccountsNow(context);
    const summary = summaryOf(stored, matched, unmatched);
    const already = stored.read - stored.added;
    const told = { refusals: refusals.list(), notices: notices.list(), fields, summary };
    return { importId, kind: "activity", source, state: "kept", ...counts, already, ...told };
  } catch (error) {
    const counts = { ...counted, refused: refusals.total, digest: null };
    await endImport(db, importId, { state: "refused", ...counts, refusals: refusals.list() }, now);
    const isOurs = error instanceof ImportError || error instanceof ArchiveError;
    if (!isOurs) throw error;
    if (counted.kept === 0) throw new ImportError(error.message);
    throw new ImportError(
      `${error.message}\nWhat was read before that is kept. Run the same command again after correcting: nothing is doubled.`,
    );
  }
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
