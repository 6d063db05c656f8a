import { listConnections } from "#db/intake/connection.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import type { Context } from "./context.ts";
import { ingestAlone, windowOf } from "./steps/ingest.ts";

const MINUTE = 60_000;

/**
 * Reads the networks that forget within a day, up to this minute. What is stored is counted and shown
 * by the next night, as if it had read it. One that fails keeps no other waiting. Returns how many
 * were read.
 */
export async function readOften(context: Context): Promise<number> {
  const connections = await listConnections(context.db);
  let read = 0;
  for (const connection of connections) {
    const isRead = connection.fedBy === "network" && connection.state === "active";
    if (!isRead || connectorOf(connection.network)?.live?.pace !== "often") continue;
    const to = new Date(Math.floor(context.now.getTime() / MINUTE) * MINUTE);
    try {
      await ingestAlone(context, connection, { ...windowOf(connection, context), to });
      read += 1;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      context.log(`read ${connection.key} by day: failed: ${message}`);
    }
  }
  return read;
}
