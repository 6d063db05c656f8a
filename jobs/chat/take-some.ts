import type { AnswerRecord } from "#app/model/canonical.ts";
import { dayIn } from "#app/model/period.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "#db/client.server.ts";
import { type KnownAsk, readAsks, readStrangers, strangerKey } from "#db/intake/chat-asks.ts";
import { readLanguages } from "#db/intake/chat-waves.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import type { Said } from "#jobs/channels/channel.ts";
import type { Context } from "../context.ts";
import { tokenHash } from "./ask-in-chat.ts";
import { chatAddress, type OpenChat } from "./open-chats.ts";
import { type KnownTap, takeOne } from "./take-one.ts";
import type { TakenTally } from "./taken-tally.ts";
import { tapsIn } from "./taps.ts";

/** What is said to somebody once what they answered is safe. */
export interface Reply {
  readonly connectionId: number;
  readonly member: string;
  readonly personId: number | null;
  readonly said: Said;
}

/** Where answers came from, and what is known around them. */
export interface Circumstances {
  readonly connectionId: number;
  readonly chat: OpenChat | undefined;
  readonly publicAddress: string | null;
  readonly tally: TakenTally;
}

/**
 * Takes answers of one connection within a transaction: what each is worth is counted in the tally, and
 * what there is to say is returned, to be said once it is stored.
 */
export async function takeSome(
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
  const today = dayIn(timeZone, now);
  const languages = await readLanguages(db, people, today);
  const pairs = known.flatMap(({ answer: { member }, taps }) =>
    taps.flatMap(({ ask: { personId } }) => (personId === null ? [] : [{ member, personId }])),
  );
  const strangers = await readStrangers(db, { connectionId, on: today }, pairs);
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
export async function sayTo(
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
