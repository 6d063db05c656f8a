import { type Connection, listConnections, markCovered } from "#db/intake/connection.ts";
import { awaitedConnections } from "#db/intake/deliveries.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { type Drained, drain } from "#jobs/receiver/drain.ts";
import type { Context } from "../context.ts";
import type { Step, StepReport } from "./step.ts";

const HOUR = 3_600_000;

/**
 * One step for each network that is only ever heard, and for any other that something was heard of:
 * what they sent since the last minute is stored before anything is read.
 */
export async function hearSteps(context: Context, only?: string): Promise<readonly Step[]> {
  const all = await listConnections(context.db);
  const awaited = new Set((await awaitedConnections(context.db)).map(({ id }) => id));
  const heard = all.filter((connection) => {
    const { key, network, fedBy, state } = connection;
    const isWanted = only === undefined || key === only || network === only;
    const isHeard = isOnlyHeard(connection) || awaited.has(connection.id);
    return fedBy === "network" && state === "active" && isWanted && isHeard;
  });
  return heard.map((connection) => ({
    name: `hear ${connection.key}`,
    connectionId: connection.id,
    run: (night) => hear(night, connection),
  }));
}

/** Whether nothing is asked of this network at night. */
export function isOnlyHeard({ network }: Pick<Connection, "network">): boolean {
  const connector = connectorOf(network);
  return connector?.webhook !== undefined && connector.live === undefined;
}

/** What there was is stored; a network that is only heard has been heard up to this hour. */
async function hear(context: Context, connection: Connection): Promise<StepReport> {
  const drained = await drain(context, connection);
  const to = new Date(Math.floor(context.now.getTime() / HOUR) * HOUR);
  if (isOnlyHeard(connection)) await markCovered(context.db, connection.id, to);
  const { messages, added, failed, refusals } = drained;
  const refused = refusals.total + failed;
  return {
    read: messages + failed,
    kept: added,
    refused,
    refusals: reasonsOf(drained),
    message: `${messages} messages, ${added} new acts${refused > 0 ? `, ${refused} refused` : ""}`,
  };
}

function reasonsOf({ refusals, failed }: Drained): StepReport["refusals"] {
  const listed = refusals.list().map(({ field, reason, occurrences }) => ({
    where: field ?? "a message",
    reason,
    occurrences,
  }));
  if (failed === 0) return listed;
  const reason = "the database does not take it; it is kept for two weeks";
  return [...listed, { where: "a message", reason, occurrences: failed }];
}
