import { LOCKED, listConnections } from "#db/intake/connection.ts";
import { readCallable } from "#db/intake/connection-secrets.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import { chatNetworks } from "../chat/open-chats.ts";
import type { Context } from "../context.ts";
import type { Step } from "./step.ts";

/**
 * One step, failed, for each network that questions are put in and whose settings cannot be decrypted:
 * those who are written to go on without it, and somebody has to know.
 */
export async function lockedSteps({
  db,
  keys,
}: Pick<Context, "db" | "keys">): Promise<readonly Step[]> {
  const { locked } = await readCallable(db, keys.secrets, chatNetworks);
  const active = (await listConnections(db)).filter(({ state }) => state === "active");
  return locked.flatMap(({ id, key, network }) => {
    const title = active.find((one) => one.id === id)?.title;
    // What is read at night says it there.
    if (title === undefined || connectorOf(network)?.live) return [];
    return {
      name: `open ${key}`,
      connectionId: id,
      run: () => Promise.reject(new Error(`${title} is left aside: ${LOCKED}`)),
    };
  });
}
