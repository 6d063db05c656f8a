import type { AnswerRecord, UndeliveredRecord } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "#db/client.server.ts";
import { type KnownAsk, readAsks, readStrangers, strangerKey } from "#db/intake/chat-asks.ts";
import { readLanguages } from "#db/intake/chat-waves.ts";
import {
  connectionsWithAnswers,
  takeInboundAnswers,
} from "#db/intake/deliveries/inbound-answers.ts";
import { findSent, markUnreachable } from "#db/intake/dispatch/outcome.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import type { Said } from "#jobs/channels/channel.ts";
import { tokenHash } from "./chat/ask-in-chat.ts";
import { chatAddress, type OpenChat } from "./chat/open-chats.ts";
import { type KnownTap, type Taken, takeOne } from "./chat/take-one.ts";
import { tapsIn } from "./chat/taps.ts";
import type { Context } from "./context.ts";

/** Answers in one transaction: few, so that whoever gave the first is not kept waiting. */
const TOGETHER = 50;

/** What became of answers that came by chats. Never whose. */
export type TakenTally = Record<
  Taken["became"] | "unknown" | "foreign" | "unsaid" | "undelivered",
  number
>;

/** What is said to somebody once what they answered is safe. */
interface Reply {
  readonly connectionId: number;
  readonly member: string;
  readonly personId: number | null;
  readonly said: Said;
}

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
  const { db, keys } = context;
  const tally: TakenTally = {
    ...{ taken: 0, looked: 0, late: 0, already: 0 },
    ...{ unknown: 0, foreign: 0, unsaid: 0, undelivered: 0 },
  };
  for (const { id, network } of await connectionsWithAnswers(db)) {
    const chat = chats.find(({ connectionId }) => connectionId === id);
    let replies: Reply[] = [];
    const take = async (
      answers: readonly AnswerRecord[],
      trx: Db,
      undelivered: readonly UndeliveredRecord[],
    ) => {
      // With them, or whoever ends in between leaves somebody unreached.
      for (const one of undelivered) {
        if (await goAnotherWay({ ...context, db: trx }, one, { network, channels })) {
          tally.undelivered += 1;
        }
      }
      replies = await takeSome(context, trx, answers, {
        connectionId: id,
        chat,
        publicAddress,
        tally,
      });
    };
    while ((await takeInboundAnswers(db, keys.secrets, id, take, TOGETHER)) > 0) {
      await Promise.all(replies.map((one) => reply(context, chat, one, tally)));
    }
  }
  return tally;
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

interface Circumstances {
  readonly connectionId: number;
  readonly chat: OpenChat | undefined;
  readonly publicAddress: string | null;
  readonly tally: TakenTally;
}

async function takeSome(
  { keys, timeZone, now }: Context,
  db: Db,
  answers: readonly AnswerRecord[],
  { connectionId, chat, publicAddress, tally }: Circumstances,
): Promise<Reply[]> {
  const tapped = answers.map((answer) => ({ answer, taps: tapsIn(answer) }));
  const hashes = tapped.flatMap(({ taps }) => taps.map(({ token }) => tokenHash(token)));
  const asks = new Map(
    (await readAsks(db, hashes)).map((ask) => [ask.tokenHash.toString("hex"), ask]),
  );
  const known = tapped.map(({ answer, taps }) => ({
    answer,
    taps: taps.flatMap((tap): KnownTap[] => {
      const ask = asks.get(tokenHash(tap.token).toString("hex"));
      return ask === undefined ? [] : [{ ...tap, ask, position: tap.position ?? ask.position }];
    }),
  }));
  const people = [...asks.values()].flatMap(({ personId }) => personId ?? []);
  const languages = await readLanguages(db, people, dayIn(timeZone, now));
  const pairs = known.flatMap(({ answer: { member }, taps }) =>
    taps.flatMap(({ ask: { personId } }) => (personId === null ? [] : [{ member, personId }])),
  );
  const strangers = await readStrangers(db, connectionId, pairs);
  const questionnaires = new Map<number, Questionnaire>();
  const replies: Reply[] = [];
  for (const { answer, taps } of known) {
    const [first, ...more] = taps;
    const isOne = more.every(({ ask }) => isSame(ask, first?.ask));
    if (first === undefined || !isOne) {
      tally.unknown += 1;
      continue;
    }
    const { ask } = first;
    if (ask.personId !== null && strangers.has(strangerKey(answer.member, ask.personId))) {
      tally.foreign += 1;
      continue;
    }
    const questionnaire =
      questionnaires.get(ask.versionId) ?? (await readQuestionnaire(db, ask.versionId));
    questionnaires.set(ask.versionId, questionnaire);
    const own = ask.personId === null ? undefined : languages.get(ask.personId);
    const language = ask.languages.find((one) => one === own) ?? ask.languages[0] ?? "fr";
    const oneByOne = chat?.channel.oneByOne ?? false;
    const taken = await takeOne(
      { db, keys, questionnaire, language, oneByOne, publicAddress },
      [first, ...more],
      { handle: answer.handle ?? null },
    );
    tally[taken.became] += 1;
    if (taken.said !== null) {
      replies.push({
        connectionId,
        member: answer.member,
        personId: ask.personId,
        said: taken.said,
      });
    }
  }
  return latestOf(replies);
}

function isSame(one: KnownAsk, other: KnownAsk | undefined): boolean {
  return one.waveId === other?.waveId && one.personId === other.personId;
}

/** Whoever tapped several times meanwhile is answered once: to the last of it. */
function latestOf(replies: readonly Reply[]): Reply[] {
  return [...new Map(replies.map((one) => [one.member, one])).values()];
}

/** That nothing could be said is no harm to the answer, which is safe. */
async function reply(
  context: Context,
  chat: OpenChat | undefined,
  { connectionId, member, personId, said }: Reply,
  tally: TakenTally,
): Promise<void> {
  try {
    const account = { connectionId, member };
    const isNamed = !member.startsWith("telephone:");
    const to = personId === null ? member : await chatAddress(context, personId, account);
    const sent =
      to === null || (personId === null && !isNamed) ? null : await chat?.channel.reply?.(to, said);
    if (sent?.outcome !== "sent") tally.unsaid += 1;
  } catch {
    tally.unsaid += 1;
  }
}
