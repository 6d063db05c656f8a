import type { AnswerRecord, UndeliveredRecord } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import type { Db } from "#db/client.server.ts";
import {
  connectionsWithAnswers,
  takeInboundAnswers,
} from "#db/intake/deliveries/inbound-answers.ts";
import { findSent, markUnreachable } from "#db/intake/dispatch/outcome.ts";
import { isOfOneRow } from "#db/is-of-one-row.ts";
import type { OpenChat } from "./chat/open-chats.ts";
import { type Circumstances, type Reply, sayTo, takeSome } from "./chat/take-some.ts";
import { nothingTaken, type TakenTally, whatBecomes } from "./chat/taken-tally.ts";
import type { Context } from "./context.ts";
import { failureCode } from "./failure-code.ts";

/** Answers in one transaction: few, so that whoever gave the first is not kept waiting. */
const TOGETHER = 50;

/**
 * Takes every answer that was given inside a network: hands it in under the code of whoever gave it,
 * once, then says in the conversation what comes next. An answer that is nobody's question of ours is
 * let go; one from an account known to be somebody else's counts for nobody.
 */
export async function takeAnswers(
  context: Context,
  {
    chats,
    publicAddress,
    channels,
  }: {
    readonly chats: readonly OpenChat[];
    readonly publicAddress: string | null;
    /** Every way to people that is open, the best first: for whoever a chat turns out not to reach. */
    readonly channels: readonly string[];
  },
): Promise<TakenTally> {
  const tally = nothingTaken();
  for (const connection of await connectionsWithAnswers(context.db)) {
    const chat = chats.find(({ connectionId }) => connectionId === connection.id);
    try {
      await takeOfConnection(context, connection, { chat, publicAddress, channels, tally });
    } catch (error) {
      // Whatever is wrong with one network, the others are heard.
      tally.failed += 1;
      context.log(`${connection.key}: answers could not be taken (${failureCode(error)})`);
    }
  }
  return tally;
}

/** What answers fail on is found by halves, and keeps no other waiting. */
async function takeOfConnection(
  context: Context,
  { id, network }: { readonly id: number; readonly network: string },
  {
    channels,
    tally,
    ...chat
  }: Omit<Circumstances, "connectionId"> & { readonly channels: readonly string[] },
): Promise<void> {
  const { db, keys } = context;
  let [after, most] = [0, TOGETHER];
  for (;;) {
    let replies: Reply[] = [];
    // Told only once it is stored: what fails is taken again.
    const found = nothingTaken();
    const take = async (
      answers: readonly AnswerRecord[],
      trx: Db,
      undelivered: readonly UndeliveredRecord[],
    ) => {
      // With them, or whoever ends in between leaves somebody unreached.
      for (const one of undelivered) {
        if (await goAnotherWay({ ...context, db: trx }, one, { network, channels })) {
          found.undelivered += 1;
        }
      }
      replies = await takeSome(context, trx, answers, { ...chat, connectionId: id, tally: found });
    };
    try {
      const from = { connectionId: id, after, most };
      const seen = await takeInboundAnswers(db, keys.secrets, from, take);
      if (seen === null) return;
      [after, most] = [seen.last, TOGETHER];
      if (seen.failed > 0) {
        tally.failed += seen.failed;
        continue;
      }
      tally.illegible += seen.illegible;
      for (const became of whatBecomes) tally[became] += found[became];
      await Promise.all(replies.map((one) => sayTo(context, chat.chat, one, tally)));
    } catch (error) {
      if (most === 1 || !isOfOneRow(error)) throw error;
      most = Math.ceil(most / 2);
    }
  }
}

/** A letter that was taken and did not arrive goes by the next channel. False when it is not ours. */
async function goAnotherWay(
  { db, now, timeZone }: Context,
  { message, why }: UndeliveredRecord,
  { network, channels }: { readonly network: string; readonly channels: readonly string[] },
): Promise<boolean> {
  const letter = await findSent(db, { vendorId: message, channel: network });
  if (letter === null) return false;
  await markUnreachable(db, letter.token, { day: dayIn(timeZone, now), channels, why });
  return true;
}
