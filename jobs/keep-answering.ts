import type { SendingSettings } from "#app/settings.server.ts";
import { detachClosedAsks } from "#db/intake/chat-asks.ts";
import { connectionsWithAnswers } from "#db/intake/deliveries/inbound-answers.ts";
import { awaitedConnections } from "#db/intake/deliveries.ts";
import { drain } from "#jobs/receiver/drain.ts";
import { chatNetworks, openChats } from "./chat/open-chats.ts";
import type { Context } from "./context.ts";
import { closeWays, namesOf, openWaysOrNone } from "./letters/open-ways.ts";
import { takeAnswers } from "./take-answers.ts";
import { unlessFilling } from "./unless-filling.ts";

/** Somebody waits for their next question. */
const SECONDS_BETWEEN = 2;

/**
 * Takes the answers people give inside networks, every two seconds, and goes on with the conversation.
 * A turn that fails is said, and the next one tries again.
 */
export function keepAnswering(
  context: () => Context,
  settings: SendingSettings,
): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    turn = unlessFilling(context(), (now) => answerAll(now, settings)).finally(() => {
      isBusy = false;
    });
  }, SECONDS_BETWEEN * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}

/** One turn: what came is stored, what was answered is taken. Costs little when nothing did. */
export async function answerAll(context: Context, settings: SendingSettings): Promise<void> {
  try {
    await detachClosedAsks(context.db, context.now);
    const awaited = await awaitedConnections(context.db);
    for (const connection of awaited.filter(({ network }) => chatNetworks.includes(network))) {
      await drain(context, connection);
    }
    if ((await connectionsWithAnswers(context.db)).length === 0) return;
    const chats = await openChats(context);
    const ways = await openWaysOrNone(context, settings);
    const { publicAddress } = settings;
    const tally = await takeAnswers(context, { chats, publicAddress, channels: namesOf(ways) });
    await closeWays(ways);
    for (const { channel } of chats) await channel.close();
    const told = Object.entries(tally).filter(([, times]) => times > 0);
    if (told.length === 0) return;
    context.log(`Answers in chats: ${told.map(([what, n]) => `${n} ${what}`).join(", ")}`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
    context.log(`Answers given in chats could not be taken (${code}): again in a moment`);
  }
}
