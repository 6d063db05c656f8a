import { type Connection, readSettingsOf } from "#db/intake/connection.ts";
import type { Right, RightFound } from "#jobs/connectors/connector.ts";
import { doorsWith, NetworkError } from "#jobs/connectors/http.ts";
import { connectorOf } from "#jobs/connectors/index.ts";
import type { Context } from "../context.ts";

const HOUR = 3_600_000;

/** One right a network is read with, and whether the account has it; null where nobody says. */
export interface RightChecked extends Right {
  readonly held: boolean | null;
  readonly note?: string;
}

export interface NetworkCheck {
  readonly ok: boolean;
  readonly message: string;
  readonly rights: readonly RightChecked[];
}

/** Whether a network takes the credentials it is read with, and each right they are to have. */
export async function checkNetwork(
  { db, keys, now, timeZone }: Context,
  connection: Connection,
): Promise<NetworkCheck> {
  const connector = connectorOf(connection.network);
  if (connector === null) return refused(`this version cannot read ${connection.network}`);
  const { check, rights: asked = [] } = connector.live ?? connector.webhook ?? {};
  if (check === undefined)
    return refused(`${connector.title} is read from files, not over its API`);
  const found = new Map<string, RightFound>();
  try {
    const source = {
      settings: await readSettingsOf(db, keys.secrets, connection.id),
      from: new Date(now.getTime() - HOUR),
      to: now,
      cursor: null,
      timeZone,
      ...doorsWith({ tries: 1 }),
    };
    for await (const one of check(source)) found.set(one.right, one);
  } catch (error) {
    if (error instanceof NetworkError) return refused(error.message);
    throw error;
  }
  const rights = asked.map((right) => {
    const { held = null, note } = found.get(right.name) ?? {};
    return { ...right, held, ...(note === undefined ? {} : { note }) };
  });
  const missing = rights.filter(({ held, optional }) => held === false && !optional);
  if (missing.length === 0) return { ok: true, message: "it takes the credentials", rights };
  const names = missing.map(({ name }) => name).join(", ");
  return { ok: false, message: `it takes the credentials, but ${names} is missing`, rights };
}

function refused(message: string): NetworkCheck {
  return { ok: false, message, rights: [] };
}
