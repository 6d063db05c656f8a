import { setTimeout as wait } from "node:timers/promises";
import type { SendingSettings } from "#app/settings.server.ts";
import type { Context } from "./context.ts";
import { answerAll } from "./keep-answering.ts";
import { closeWays, openWaysOrNone } from "./letters/open-ways.ts";
import { runMinute } from "./minute.ts";
import { remindOwners } from "./remind-owners.ts";
import { sendLetters } from "./send-letters.ts";
import { sendNews } from "./send-news.ts";
import { unlessFilling } from "./unless-filling.ts";

/** Letters are sent for this long, then the next minute goes on. */
const SENDING_MS = 50_000;

/**
 * What the worker does every minute: takes the answers given before a close, looks after the waves,
 * and sends the letters that are due, by the ways to people that are set up at that time.
 */
export async function spendMinute(
  context: Context,
  settings: SendingSettings,
  clock: () => Date,
): Promise<void> {
  await unlessFilling(context, (now) => answerAll(now, settings));
  const ways = await openWaysOrNone(context, settings);
  try {
    const failures = await runMinute(context, { ways: ways.map(({ channel }) => channel) });
    const { publicAddress } = settings;
    // Somebody else is at it, or the demo company is made, whose letters are of its past.
    if (failures === null || publicAddress === null) return;
    const until = new Date(clock().getTime() + SENDING_MS);
    const tally = await sendLetters(context, { ways, publicAddress, clock, wait, until });
    const email = ways.find(({ channel }) => channel.name === "email")?.channel ?? null;
    const news = await sendNews(context, { email, publicAddress, clock, wait, until });
    const reminded = await remindOwners(context, { email, publicAddress, clock });
    if (reminded > 0) context.log(`Owners of actions reminded: ${reminded}`);
    if (news > 0) context.log(`Mails to viewers: ${news} sent`);
    const told = Object.entries(tally).filter(([, letters]) => letters > 0);
    if (told.length > 0)
      context.log(`Letters: ${told.map(([what, n]) => `${n} ${what}`).join(", ")}`);
  } finally {
    await closeWays(ways);
  }
}
