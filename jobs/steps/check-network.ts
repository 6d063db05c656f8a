import { type Connection, readSettingsOf } from "#db/intake/connection.ts";
import { createClient, NetworkError } from "#jobs/connectors/http.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import type { Context } from "../context.ts";

const HOUR = 3_600_000;

export interface NetworkCheck {
  readonly ok: boolean;
  readonly message: string;
}

/** Reads the first few records of a network and throws them away. */
export async function checkNetwork(
  { db, keys, now }: Context,
  connection: Connection,
): Promise<NetworkCheck> {
  const connector = connectorOf(connection.network);
  if (connector === null) {
    return { ok: false, message: `this version cannot read ${connection.network}` };
  }
  try {
    const records = connector.pull({
      settings: await readSettingsOf(db, keys.secrets, connection.id),
      from: new Date(now.getTime() - HOUR),
      to: now,
      cursor: null,
      client: (base, headers) => createClient(base, headers, { tries: 1 }),
    });
    for await (const record of records) {
      if (record.type === "member")
        return { ok: true, message: "it answers, and names its members" };
    }
    return { ok: false, message: "it answers, but names nobody: look at the rights of the token" };
  } catch (error) {
    if (error instanceof NetworkError) return { ok: false, message: error.message };
    throw error;
  }
}
