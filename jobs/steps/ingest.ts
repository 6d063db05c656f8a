import { type Verb, verbs } from "#app/model/canonical.ts";
import type { Declaration } from "#app/model/declaration.ts";
import {
  type Connection,
  listConnections,
  markCovered,
  readCursor,
  readSettingsOf,
} from "#db/intake/connection.ts";
import { oneAtATime } from "#db/one-at-a-time.server.ts";
import type { Connector, LiveReading } from "#jobs/connectors/connector.ts";
import { doorsWith } from "#jobs/connectors/http.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";
import type { Context } from "../context.ts";
import { isOnlyHeard } from "./hear.ts";
import { type Step, type StepReport, said } from "./step.ts";
import { untilMorning } from "./until-morning.ts";
import { DAY, isInterrupted, type Window, windowOf, windowsOf } from "./windows.ts";

export { type Window, windowOf } from "./windows.ts";

/** One step for each network that is read at night, or for the one that is asked for. */
export async function ingestSteps(context: Context, only?: string): Promise<readonly Step[]> {
  const all = await listConnections(context.db);
  const connections = all.filter(
    ({ key, network, fedBy, state }) =>
      fedBy === "network" &&
      state === "active" &&
      !isOnlyHeard({ network }) &&
      !connectorOf(network)?.live?.tellsPeople &&
      (only === undefined || key === only || network === only),
  );
  return connections.map((connection) => {
    const window = windowOf(connection, context);
    return {
      name: `read ${connection.key}`,
      connectionId: connection.id,
      window,
      run: (night) => ingestAlone(night, connection, window),
    };
  });
}

/**
 * A network that is also read by day has one reader at a time: two would destroy what the other has
 * not committed yet.
 */
export async function ingestAlone(
  context: Context,
  connection: Connection,
  window: Window,
): Promise<StepReport> {
  if (connectorOf(connection.network)?.live?.pace !== "often") {
    return ingest(context, connection, window);
  }
  const report = await oneAtATime(context.url, "often", () => ingest(context, connection, window));
  return report ?? said("being read by day at this moment");
}

/**
 * Reads one network for one night; a long time, as the first is, in windows. What was committed
 * before an interruption is not asked for again; a window counts as covered only once the whole of
 * it has been read.
 */
export async function ingest(
  context: Context,
  connection: Connection,
  window: Window,
): Promise<StepReport> {
  const connector = connectorOf(connection.network);
  if (connector === null) {
    throw new Error(
      `This version cannot read ${connection.network}: update it, or pause the connection.`,
    );
  }
  const { live, title } = connector;
  if (live === undefined) throw new Error(`${title} cannot be read at night: import its files.`);
  if (window.from >= window.to) return said("nothing to read yet");
  const bookmark = await readCursor(context.db, connection.id);
  let { coveredTo } = connection;
  const windows = windowsOf(window, { bookmark, coveredTo }, live.windowDays);
  const refusals = new Findings();
  const sum = { read: 0, added: 0, withdrawn: 0 };
  try {
    for (const [index, one] of windows.entries()) {
      const progress = progressOver(context, connection, windows, index);
      const stored = await readWindow(
        { ...context, progress },
        { ...connection, coveredTo },
        live,
        one,
      );
      sum.read += stored.read;
      sum.added += stored.added;
      sum.withdrawn += stored.withdrawn;
      for (const finding of stored.refusals.list()) refusals.addMany(finding);
      await markCovered(context.db, connection.id, one.to);
      coveredTo = one.to;
    }
  } catch (error) {
    throw named(connection.title, coveredTo, error);
  }
  return report(connector, sum, refusals);
}

/** One window of one network. */
async function readWindow(
  context: Context,
  { id, key, title, coveredTo }: Connection,
  live: LiveReading,
  window: Window,
) {
  const { db, keys, timeZone, progress } = context;
  const bookmark = await readCursor(db, id);
  // An interrupted reading goes on in the middle: not everything is seen again.
  const isWhole = !isInterrupted(bookmark, coveredTo);
  const refusals = new Findings();
  const stored = await storeRecords(context, {
    connectionId: id,
    source: `${key}: night`,
    window,
    tellsMemberships: isWhole,
    ...(isWhole && live.tellsWhatStands ? { stands: verbsEach(live.declares) } : {}),
    refusals,
    progress: (done, total) => progress(title, done, total),
    records: untilMorning(
      live.pull({
        settings: await readSettingsOf(db, keys.secrets, id),
        ...window,
        cursor: bookmark?.cursor ?? null,
        timeZone,
        ...doorsWith(),
      }),
      title,
    ),
  });
  return { ...stored, refusals };
}

/** Of several windows one bar, in days: they are what is known before anything is read. */
function progressOver(
  { progress }: Context,
  { title }: Connection,
  windows: readonly Window[],
  index: number,
): Context["progress"] {
  if (windows.length < 2) return progress;
  const daysIn = ({ from, to }: Window) => (to.getTime() - from.getTime()) / DAY;
  const days = (some: readonly Window[]) => some.reduce((sum, one) => sum + daysIn(one), 0);
  const [before, whole] = [days(windows.slice(0, index)), days(windows)];
  const now = windows[index] === undefined ? 0 : daysIn(windows[index]);
  return (_, done, total) => {
    const share = total === null || total === 0 ? 0 : done / total;
    progress(`${title}, days`, Math.floor(before + share * now), Math.ceil(whole));
  };
}

/** A failure as it is told: of which network, and since when nothing is known of it. */
function named(title: string, coveredTo: Date | null, error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const since =
    coveredTo === null
      ? "It has not been read yet."
      : `Nothing is known of it since ${coveredTo.toISOString().slice(0, 16).replace("T", " ")} UTC.`;
  return new Error(`${title}: ${message} ${since}`, { cause: error });
}

function verbsEach({ each }: Declaration): readonly Verb[] {
  return verbs.filter((verb) => each.includes(verb));
}

function report(
  { title }: Connector,
  { read, added, withdrawn }: { read: number; added: number; withdrawn: number },
  refusals: Findings,
): StepReport {
  const parts = [
    `${read} read, ${added} new`,
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ...(refusals.total > 0 ? [`${refusals.total} refused`] : []),
  ];
  return {
    read: read + refusals.total,
    kept: added,
    refused: refusals.total,
    refusals: refusals.list().map(({ line, field, reason, occurrences }) => ({
      where: field ?? (line === null ? title : `line ${line}`),
      reason,
      occurrences,
    })),
    message: parts.join(", "),
  };
}
