import type { SendingSettings } from "#app/settings.server.ts";
import { type ChannelName, channelNames } from "#jobs/channels/channel.ts";
import { openChannels } from "#jobs/channels/index.ts";
import { byTheWayOut } from "#jobs/connectors/http/way-out.ts";
import { openChats } from "../chat/open-chats.ts";
import type { Context } from "../context.ts";
import type { Way } from "../send-letters.ts";

/**
 * Free ones before those that are charged for, and a conversation people have open before their
 * mailbox; a text message last.
 */
const order: readonly ChannelName[] = ["telegram", "slack", "teams", "email", "whatsapp", "sms"];

/**
 * Every way to reach people that is set up here, the best first. Close them after use. None without the
 * address of the pages: a letter needs a link, and whoever counts who is reached has to know.
 */
export async function openWays(
  context: Pick<Context, "db" | "keys">,
  settings: SendingSettings,
): Promise<readonly Way[]> {
  if (settings.publicAddress === null) return [];
  const own = openChannels(settings, (address, init) =>
    fetch(address, { ...byTheWayOut(), ...init }),
  );
  const chats = await openChats(context);
  const ways = [...own.map((channel) => ({ channel, connectionId: null })), ...chats];
  return ways
    .map(({ channel, connectionId }) => ({ channel, connectionId }))
    .toSorted((a, b) => order.indexOf(a.channel.name) - order.indexOf(b.channel.name));
}

/** The same for what goes on by itself: a mistake in the settings is said, and keeps no wave from opening and closing. */
export async function openWaysOrNone(
  context: Pick<Context, "db" | "keys" | "log">,
  settings: SendingSettings,
): Promise<readonly Way[]> {
  try {
    return await openWays(context, settings);
  } catch (error) {
    context.log(`Nobody can be written to: ${error instanceof Error ? error.message : error}`);
    return [];
  }
}

/** What can be written through, by name, the best first: for choosing each person's as a wave opens. */
export function namesOf(ways: readonly Way[]): readonly ChannelName[] {
  const open = new Set(ways.map(({ channel }) => channel.name));
  return [...order, ...channelNames].filter(
    (name, at, all) => open.has(name) && all.indexOf(name) === at,
  );
}

export async function closeWays(ways: readonly Pick<Way, "channel">[]): Promise<void> {
  await Promise.all(ways.map(({ channel }) => channel.close()));
}
