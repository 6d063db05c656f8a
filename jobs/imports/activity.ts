import { basename } from "node:path";
import type { CanonicalRecord, Verb } from "#app/model/canonical.ts";
import { ensureConnection, findConnection } from "#db/intake/connection.ts";
import type { Context } from "#jobs/context.ts";
import { momentsOf } from "./activity/moments.ts";
import { ActivityReader } from "./activity/records-of-row.ts";
import { Findings } from "./findings.ts";
import type { ActivityMapping } from "./mapping/activity-mapping.ts";
import { optionalColumns, tellAbsent } from "./mapping/optional-columns.ts";
import type { ImportReport } from "./report.ts";
import { openRows, type RowSource, type Rows } from "./rows/open-rows.ts";
import { runActivity } from "./run-activity.ts";

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
  const { now } = context;
  const { mapping } = given;
  const source = given.source ?? ("path" in given ? basename(given.path) : given.name);
  const refusals = new Findings();
  const notices = new Findings();
  const timeZone = mapping.timeZone ?? context.timeZone;
  const moments = momentsOf(mapping.dates, timeZone, new Date(now.getTime() + DAY));
  const reader = new ActivityReader(mapping, moments, refusals);
  const rows = await openRows(given, {
    ...mapping.file,
    dates: mapping.dates,
    columns: reader.columns.names,
    also: mapping.also,
    optional: optionalColumns(mapping, reader.columns.names, reader.needed),
    missing: (columns) => tellAbsent(columns, notices),
    refusals,
    notices,
    progress: (done, total) => context.progress(`Reading ${source}`, done, total),
  });
  const connection = { id: await connectionOf(context, given), key: given.connection };
  const counted = { read: 0, kept: 0 };
  return runActivity(context, {
    ...{ connection, source, counted, refusals, notices },
    digest: rows.digest,
    records: records(rows, reader, counted),
    numberRepeats: mapping.id === "line",
    isCovering: true,
    fields: "columns",
  });
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
