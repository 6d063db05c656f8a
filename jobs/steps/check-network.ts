import { type Connection, readSettingsOf } from "#db/intake/connection.ts";
import type { Connector, Right, RightFound } from "#jobs/connectors/connector.ts";
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
  /** The command that puts it right, where there is one; what to fill in is left open. */
  readonly remedy?: string;
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
    if (!(error instanceof NetworkError)) throw error;
    const remedy = remedyOf(connection, connector, error);
    return { ...refused(error.message), ...(remedy === null ? {} : { remedy }) };
  }
  const rights = asked.map((right) => {
    const { held = null, note } = found.get(right.name) ?? {};
    return { ...right, held, ...(note === undefined ? {} : { note }) };
  });
  const missing = rights.filter(({ held, optional }) => held === false && !optional);
  if (missing.length === 0) {
    const isSeen = rights.length === 0 || rights.some(({ held }) => held !== null);
    const message = isSeen ? "it takes the credentials" : "which rights there are cannot be seen";
    return { ok: true, message, rights };
  }
  const names = missing.map(({ name }) => name).join(", ");
  return { ok: false, message: `it takes the credentials, but ${names} is missing`, rights };
}

function remedyOf(
  { key, network }: Connection,
  { settings }: Connector,
  { trouble }: NetworkError,
): string | null {
  const secrets = Object.keys(settings).filter(
    (name) => settings[name]?.secret && !settings[name]?.optional,
  );
  const wrong =
    trouble === "unauthorised"
      ? secrets.map((name) => `${name}=@file`)
      : (trouble === "address" || trouble === "unreachable") && settings.url !== undefined
        ? ["url=…"]
        : [];
  if (wrong.length === 0) return null;
  const own = key === network ? "" : ` --key ${key}`;
  return `barometer networks add ${network}${own}${wrong.map((one) => ` --set ${one}`).join("")}`;
}

function refused(message: string): NetworkCheck {
  return { ok: false, message, rights: [] };
}
