import type { SendingSettings } from "#app/settings.server.ts";
import { detachClosedAsks } from "#db/intake/chat-asks.ts";
import { connectionsWithAnswers } from "#db/intake/deliveries/inbound-answers.ts";
import { awaitedConnections } from "#db/intake/deliveries.ts";
import { chatNetworks, openChats } from "./chat/open-chats.ts";
import type { TakenTally } from "./chat/taken-tally.ts";
import type { Context } from "./context.ts";
import { failureCode } from "./failure-code.ts";
import { drainOrSay } from "./keep-hearing.ts";
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
      await drainOrSay(context, connection);
    }
    if ((await connectionsWithAnswers(context.db)).length === 0) return;
    const told = Object.entries(await takeByWays(context, settings)).filter(([, n]) => n > 0);
    if (told.length === 0) return;
    context.log(`Answers in chats: ${told.map(([what, n]) => `${n} ${what}`).join(", ")}`);
  } catch (error) {
    context.log(
      `Answers given in chats could not be taken (${failureCode(error)}): again in a moment`,
    );
  }
}

/** Whatever becomes of the answers, the ways to people are closed again. */
async function takeByWays(context: Context, settings: SendingSettings): Promise<TakenTally> {
  const chats = await openChats(context);
  try {
    const ways = await openWaysOrNone(context, settings);
    try {
      const { publicAddress } = settings;
      return await takeAnswers(context, { chats, publicAddress, channels: namesOf(ways) });
    } finally {
      await closeWays(ways);
    }
  } finally {
    await closeWays(chats);
  }
}
