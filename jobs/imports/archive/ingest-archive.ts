import type { CanonicalRecord } from "#app/model/canonical.ts";
import { verbsIn } from "#app/model/declaration.ts";
import {
  type Connection,
  ensureConnection,
  findConnection,
  readSettingsOf,
} from "#db/intake/connection.ts";
import { ArchiveError } from "#jobs/connectors/archive.ts";
import type { Connector, FileReading } from "#jobs/connectors/connector.ts";
import type { Context } from "#jobs/context.ts";
import { Findings } from "../findings.ts";
import { ImportError } from "../import-error.ts";
import { nothingKept } from "../nothing-kept.ts";
import type { ImportReport } from "../report.ts";
import { runActivity } from "../run-activity.ts";
import type { ArchiveLimits } from "./limits.ts";
import { openArchive } from "./open-archive.ts";

export interface ArchiveSource {
  readonly connector: Connector;
  /** A zip, a folder, a `.gz` or a single file. */
  readonly path: string;
  /** Key of the connection it belongs to, live or not; made, fed by files, when there is none. */
  readonly connection: string;
  /** How that connection is called when it is made. */
  readonly title?: string | undefined;
  /** Added to those of the connection, and kept with it. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
  readonly limits?: Partial<ArchiveLimits> | undefined;
}

/**
 * Reads what a network lets one export, by the connector's own reading of files, into a connection:
 * the live one where there is one, since ids are the same. Interrupted or run twice, it is run again.
 * @throws {ImportError} when it cannot be read on; what was kept before that stays.
 */
export async function ingestArchive(context: Context, given: ArchiveSource): Promise<ImportReport> {
  const { connector, path, settings = {}, limits } = given;
  const { files } = connector;
  if (files === undefined) {
    throw new ImportError(`${connector.title} has no files that could be read, only its network.`);
  }
  const refusals = new Findings();
  const notices = new Findings();
  const archive = await openArchive(path, {
    ...{ refusals, notices },
    ...(limits === undefined ? {} : { limits }),
    progress: (done, total) => context.progress(`Reading ${connector.title}`, done, total),
  });
  try {
    const known = await findConnection(context.db, given.connection);
    const stored =
      known === null ? {} : await readSettingsOf(context.db, context.keys.secrets, known.id);
    const counted = { read: 0, kept: 0 };
    const records = files.read({
      archive,
      settings: { ...stored, ...settings },
      timeZone: context.timeZone,
    });
    const first = await firstKept(records, refusals, counted);
    // No connection is made for the wrong archive: it says so itself, or holds nothing to keep.
    if (first.done) throw wrongArchive(archive.name, connector.title, files, refusals);
    const connection = await connectionFor(context, given, files, known);
    return await runActivity(context, {
      ...{ connection, counted, refusals, notices },
      source: archive.name,
      digest: null,
      records: counting(first, records, counted),
      numberRepeats: false,
      isCovering: connection.fedBy === "files",
      fields: "places",
    });
  } catch (error) {
    throw error instanceof ArchiveError ? new ImportError(error.message) : error;
  } finally {
    archive.close();
  }
}

/** The first record that would be kept; what is refused before it is told. */
async function firstKept(
  records: AsyncGenerator<CanonicalRecord>,
  refusals: Findings,
  counted: { read: number },
): Promise<IteratorResult<CanonicalRecord>> {
  for (;;) {
    const next = await records.next();
    if (next.done) return next;
    const { type } = next.value;
    if (type === "refusal") {
      refusals.add(null, next.value.where, next.value.reason);
      counted.read += 1;
    } else if (type !== "progress" && type !== "cursor") return next;
  }
}

function wrongArchive(name: string, title: string, { formats }: FileReading, refusals: Findings) {
  const { message } = nothingKept(name, refusals, "places");
  return new ImportError(
    `${message}\nIs it what ${title} lets one export? What can be read: ${formats.join(", ")}.`,
  );
}

/** What is read and kept, in records: an archive has no lines. */
async function* counting(
  first: IteratorResult<CanonicalRecord>,
  others: AsyncGenerator<CanonicalRecord>,
  counted: { read: number; kept: number },
): AsyncGenerator<CanonicalRecord> {
  for (let next = first; !next.done; next = await others.next()) {
    const { type } = next.value;
    if (type !== "progress" && type !== "cursor") counted.read += 1;
    if (type !== "progress" && type !== "cursor" && type !== "refusal") counted.kept += 1;
    yield next.value;
  }
}

async function connectionFor(
  { db, keys }: Context,
  { connector, connection: key, title, settings = {} }: ArchiveSource,
  files: FileReading,
  known: Connection | null,
): Promise<Connection> {
  const { network } = connector;
  if (known !== null && known.network !== network) {
    throw new ImportError(
      `The connection “${key}” is one to ${known.network}, not to ${network}: give this one another --connection.`,
    );
  }
  if (known === null || Object.keys(settings).length > 0) {
    const { supplies = verbsIn(files.declares), fedBy = "files" } = known ?? {};
    // Two connections to one network would have one name on the pages.
    const usual = key === network ? connector.title : `${connector.title} (${key})`;
    await ensureConnection(db, keys.secrets, {
      ...{ key, network, supplies, settings },
      title: title ?? known?.title ?? usual,
      fedBy: fedBy === "network" ? "network" : "files",
    });
  }
  const made = await findConnection(db, key);
  if (made === null) throw new Error(`connection ${key} was not kept`);
  return made;
}
