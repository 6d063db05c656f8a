import type { SendingSettings } from "#app/settings.server.ts";
import type { Context } from "./context.ts";
import { closeWays, openWays } from "./letters/open-ways.ts";
import { runMinute } from "./minute.ts";

/** What the worker does every minute for waves, with the ways to people that are set up at that time. */
export async function spendMinute(context: Context, settings: SendingSettings): Promise<void> {
  const ways = await openWays(context, settings);
  try {
    await runMinute(context, { ways: ways.map(({ channel }) => channel) });
  } finally {
    await closeWays(ways);
  }
}
