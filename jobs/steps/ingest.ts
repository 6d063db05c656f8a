import {
  type Connection,
  listConnections,
  markCovered,
  readCursor,
  readSettingsOf,
} from "#db/intake/connection.ts";
import type { Connector } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { instantsIn } from "#jobs/imports/dates/local-time.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";
import type { Context } from "../context.ts";
import { type Step, type StepReport, said } from "./step.ts";

/** From (included) to (excluded). */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

const HOUR = 3_600_000;
/** Networks tell some things late, and edit: what is read twice is kept once. */
const OVERLAP = 48 * HOUR;
/** How far back a network is read the first time, when nobody said. */
const FIRST = 28 * 24 * HOUR;

/** One step for each network that is read at night, or for the one that is asked for. */
export async function ingestSteps(context: Context, only?: string): Promise<readonly Step[]> {
  const all = await listConnections(context.db);
  const connections = all.filter(
    ({ key, network, fedBy, state }) =>
      fedBy === "network" &&
      state === "active" &&
      (only === undefined || key === only || network === only),
  );
  return connections.map((connection) => {
    const window = windowOf(connection, context);
    return {
      name: `read ${connection.key}`,
      connectionId: connection.id,
      window,
      run: (night) => ingest(night, connection, window),
    };
  });
}

/** From a little before where the last reading ended, to the hour it is. */
export function windowOf(
  { coveredTo, beginsOn }: Pick<Connection, "coveredTo" | "beginsOn">,
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
): Window {
  const to = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const begins =
    beginsOn === null ? null : instantsIn(timeZone)(Date.parse(`${beginsOn}T00:00:00Z`));
  if (coveredTo === null) return { from: new Date(begins ?? to.getTime() - FIRST), to };
  return { from: new Date(Math.max(coveredTo.getTime() - OVERLAP, begins ?? 0)), to };
}

/**
 * Reads one network for one night. What was committed before an interruption is not asked for
 * again; the connection counts as covered only once the whole window has been read.
 */
export async function ingest(
  context: Context,
  connection: Connection,
  window: Window,
): Promise<StepReport> {
  const { db, keys, progress } = context;
  const connector = connectorOf(connection.network);
  if (connector === null) {
    throw new Error(
      `This version cannot read ${connection.network}: update it, or pause the connection.`,
    );
  }
  if (connector.live === undefined) {
    throw new Error(`${connector.title} cannot be read at night: import its files.`);
  }
  if (window.from >= window.to) return said("nothing to read yet");
  const refusals = new Findings();
  const bookmark = await readCursor(db, connection.id);
  // An interrupted reading goes on in the middle: not everybody in every group is seen again.
  const isInterrupted =
    bookmark?.windowTo !== null &&
    bookmark !== null &&
    (connection.coveredTo === null || bookmark.windowTo > connection.coveredTo);
  const { read, added } = await storeRecords(context, {
    connectionId: connection.id,
    source: `${connection.key}: night`,
    window,
    tellsMemberships: !isInterrupted,
    refusals,
    progress: (done, total) => progress(connection.title, done, total),
    records: connector.live.pull({
      settings: await readSettingsOf(db, keys.secrets, connection.id),
      ...window,
      cursor: bookmark?.cursor ?? null,
      timeZone: context.timeZone,
      ...doorsWith(),
    }),
  });
  await markCovered(db, connection.id, window.to);
  return report(connector, { read, added }, refusals);
}

function report(
  { title }: Connector,
  { read, added }: { read: number; added: number },
  refusals: Findings,
): StepReport {
  return {
    read: read + refusals.total,
    kept: added,
    refused: refusals.total,
    refusals: refusals.list().map(({ line, field, reason, occurrences }) => ({
      where: field ?? (line === null ? title : `line ${line}`),
      reason,
      occurrences,
    })),
    message: `${read} read, ${added} new${refusals.total > 0 ? `, ${refusals.total} refused` : ""}`,
  };
}
