import { decrypt } from "#app/privacy/pseudonym.server.ts";
import { readTelephoneOf } from "#db/intake/chat-waves.ts";
import { listConnections } from "#db/intake/connection.ts";
import { readCallable } from "#db/intake/connection-secrets.ts";
import type { Fetch } from "#jobs/channels/call.ts";
import type { Channel } from "#jobs/channels/channel.ts";
import { slackChannel } from "#jobs/channels/slack.ts";
import { teamsChannel } from "#jobs/channels/teams.ts";
import { telegramChannel } from "#jobs/channels/telegram.ts";
import { whatsappChannel } from "#jobs/channels/whatsapp.ts";
import { byTheWayOut } from "#jobs/connectors/http/way-out.ts";
import type { Context } from "../context.ts";

/** A network through which people can be written to. */
export interface OpenChat {
  readonly connectionId: number;
  readonly key: string;
  readonly channel: Channel;
}

type Settings = Readonly<Record<string, string>>;

/** A channel by each network, or null where its settings do not let it write. */
const channels: Readonly<Record<string, (settings: Settings, fetch: Fetch) => Channel | null>> = {
  whatsapp({ token = "", phoneNumberId = "", template = "", ...more }, fetch) {
    if (token === "" || phoneNumberId === "" || template === "") return null;
    return whatsappChannel(
      { token, phoneNumberId, template, ...only(more, ["url", "price"]) },
      fetch,
    );
  },
  telegram({ token = "", writes, ...more }, fetch) {
    if (token === "" || writes !== "yes") return null;
    return telegramChannel({ token, ...only(more, ["url"]) }, fetch);
  },
  slack({ token = "", writes, ...more }, fetch) {
    if (token === "" || writes !== "yes") return null;
    return slackChannel({ token, ...only(more, ["url"]) }, fetch);
  },
  teams({ tenant = "", botId = "", botSecret = "", ...more }, fetch) {
    if (botId === "" || botSecret === "") return null;
    return teamsChannel({ tenant, botId, botSecret, ...only(more, ["service", "login"]) }, fetch);
  },
};

/** The networks questions can be put to people in. */
export const chatNetworks: readonly string[] = Object.keys(channels);

/** The networks that are connected, not paused, and may be written through. Close them after use. */
export async function openChats({
  db,
  keys,
}: Pick<Context, "db" | "keys">): Promise<readonly OpenChat[]> {
  const active = new Set(
    (await listConnections(db)).filter(({ state }) => state === "active").map(({ id }) => id),
  );
  // What is locked is left aside; the night says so.
  const { open } = await readCallable(db, keys.secrets, chatNetworks);
  return open.flatMap(({ id, key, network, settings }) => {
    const channel = active.has(id) ? channels[network]?.(settings, leaving) : null;
    return channel ? [{ connectionId: id, key, channel }] : [];
  });
}

/**
 * What a channel is given to find somebody by: the network's own id of them; for WhatsApp, their number
 * where that is all it knows them by. Null when it is known no more.
 */
export async function chatAddress(
  { db, keys }: Pick<Context, "db" | "keys">,
  personId: number,
  account: { readonly connectionId: number; readonly member: string },
): Promise<string | null> {
  if (!account.member.startsWith("telephone:")) return account.member;
  const sealed = await readTelephoneOf(db, personId, account);
  return sealed === null ? null : decrypt(keys.directory, sealed);
}

function only<Name extends string>(
  settings: Settings,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const given = names.filter((name) => (settings[name] ?? "") !== "");
  return Object.fromEntries(given.map((name) => [name, settings[name]])) as Partial<
    Record<Name, string>
  >;
}

const leaving: Fetch = (address, init) => fetch(address, { ...byTheWayOut(), ...init });
