import { dayIn } from "#app/model/period.ts";
import { decrypt } from "#app/privacy/pseudonym.server.ts";
import { chooseChannels } from "#db/intake/dispatch/choose.ts";
import {
  type ClaimedLetter,
  claimLetter,
  dropNeedless,
  settleAbandoned,
} from "#db/intake/dispatch/claim.ts";
import {
  dropLetter,
  markSent,
  markUnreachable,
  markUnsure,
  putBack,
} from "#db/intake/dispatch/outcome.ts";
import { readAddress } from "#db/intake/reach.ts";
import type { Channel, ChannelName, Letter } from "#jobs/channels/channel.ts";
import { askInChat } from "./chat/ask-in-chat.ts";
import { chatAddress } from "./chat/open-chats.ts";
import { codesOf } from "./codes.ts";
import type { Context } from "./context.ts";
import { pacer } from "./letters/pace.ts";
import { isAsking, linkOf, writeLetter } from "./letters/write-letter.ts";

/** Longer than any channel waits for an answer: whoever took a letter before that has ended. */
const ABANDONED_AFTER_MS = 15 * 60_000;
/** A letter that surely did not go is tried this often, then it counts as not reaching them. */
const MOST_ATTEMPTS = 8;
/** A channel that fails this often in a row is left alone until the next time. */
const FAILURES_IN_A_ROW = 3;
const LANES = 4;

/** A channel, and the connection whose accounts it writes to; null for what needs none. */
export interface Way {
  readonly channel: Channel;
  readonly connectionId: number | null;
}

export interface Sending {
  /** The best first: where one does not reach somebody, the next one is tried. */
  readonly ways: readonly Way[];
  /** `https://…` as people open it, without a slash at the end. */
  readonly publicAddress: string;
  readonly clock: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** After this nothing more is begun; what is left waits for the next time. */
  readonly until?: Date;
}

/** How many letters became what. Never whose. */
export interface SentTally {
  sent: number;
  later: number;
  unreachable: number;
  unsure: number;
}

/**
 * Sends every letter that is due, each at most once: it is marked before it leaves, and one whose
 * sender was killed before hearing the answer is never sent again by itself. It says so, and the
 * next reminder reaches whoever did not get it.
 */
export async function sendLetters(context: Context, sending: Sending): Promise<SentTally> {
  const { db, log } = context;
  const tally: SentTally = { sent: 0, later: 0, unreachable: 0, unsure: 0 };
  const abandoned = await settleAbandoned(
    db,
    new Date(sending.clock().getTime() - ABANDONED_AFTER_MS),
  );
  if (abandoned > 0) {
    log(`${abandoned} letters were being sent when their sender ended: each arrived or did not`);
  }
  await dropNeedless(db);
  const day = dayIn(context.timeZone, sending.clock());
  await chooseChannels(db, { day, channels: sending.ways.map(({ channel }) => channel.name) });
  const names = [...new Set(sending.ways.map(({ channel }) => channel.name))];
  await Promise.all(names.map((name) => drainChannel(context, sending, name, tally)));
  return tally;
}

async function drainChannel(
  context: Context,
  sending: Sending,
  name: ChannelName,
  tally: SentTally,
): Promise<void> {
  const ways = sending.ways.filter(({ channel }) => channel.name === name);
  const perSecond = Math.min(...ways.map(({ channel }) => channel.perSecond));
  const pace = pacer(perSecond, sending);
  let failures = 0;
  const lane = async () => {
    while (failures < FAILURES_IN_A_ROW) {
      await pace();
      const now = sending.clock();
      if (sending.until !== undefined && now >= sending.until) return;
      const day = dayIn(context.timeZone, now);
      const claimed = await claimLetter(context.db, { channel: name, day, now });
      if (claimed === null) return;
      const became = await sendOne(context, sending, ways, claimed, day);
      if (became !== null) tally[became] += 1;
      failures = became === "later" || became === "unsure" ? failures + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: perSecond > LANES ? LANES : 1 }, lane));
  if (failures >= FAILURES_IN_A_ROW) {
    context.log(`${name}: ${failures} letters in a row could not be sent, again later`);
  }
}

/** Null when there was nothing to send after all. */
async function sendOne(
  context: Context,
  sending: Sending,
  ways: readonly Way[],
  claimed: ClaimedLetter,
  day: string,
): Promise<keyof SentTally | null> {
  const { db } = context;
  const { token } = claimed;
  const channels = sending.ways.map(({ channel }) => channel.name);
  const giveUp = async (why: string) => {
    await markUnreachable(db, token, { day, channels, why });
    return "unreachable" as const;
  };
  const ready = await prepare(context, sending.publicAddress, ways, claimed, day).catch(
    () => "not written" as const,
  );
  if (ready === "not written") {
    // Nothing has left yet: it can wait, and keeps no other waiting.
    const why = "it could not be written";
    if (claimed.attempts >= MOST_ATTEMPTS) return giveUp(why);
    await putBack(db, token, { dueAt: later(sending, 60), why });
    return "later";
  }
  if (ready === "closed") {
    await dropLetter(db, token);
    return null;
  }
  if (ready === "no address") return giveUp(ready);
  try {
    const sent = await ready.channel.send(ready.letter);
    if (sent.outcome === "sent") {
      await markSent(db, token, { now: sending.clock(), vendorId: sent.id });
      return "sent";
    }
    if (sent.outcome === "unreachable") return giveUp(sent.why);
    if (claimed.attempts >= MOST_ATTEMPTS) return giveUp(sent.why);
    await putBack(db, token, { dueAt: later(sending, sent.after), why: sent.why });
    return "later";
  } catch (error) {
    await markUnsure(db, token, sayingOf(error));
    return "unsure";
  }
}

type Ready = { readonly letter: Letter; readonly channel: Channel };

/** The letter and what carries it; `closed` when their wave is not open any more. */
async function prepare(
  context: Context,
  publicAddress: string,
  ways: readonly Way[],
  claimed: ClaimedLetter,
  day: string,
): Promise<Ready | "closed" | "no address"> {
  const { db, keys, timeZone } = context;
  const { personId, waveId } = claimed;
  const places = { publicAddress, timeZone };
  const [first] = ways;
  if (first === undefined) return "no address";
  if (personId === null) {
    if (claimed.email === null) return "no address";
    const link = linkOf(claimed, null, publicAddress);
    return {
      channel: first.channel,
      letter: writeLetter(claimed, { to: claimed.email, link, places }),
    };
  }
  const code = (await codesOf(context, waveId, [personId])).get(personId);
  if (code === undefined) return "closed";
  const name = first.channel.name;
  const connectionIds = ways.flatMap(({ connectionId }) => connectionId ?? []);
  const address = await readAddress(db, { personId, channel: name, connectionIds, day });
  if (address === null) return "no address";
  const to =
    "sealed" in address
      ? decrypt(keys.directory, address.sealed)
      : await chatAddress(context, personId, address);
  const way = "sealed" in address ? first : wayOf(ways, address.connectionId);
  if (to === null || way === undefined) return "no address";
  const { channel } = way;
  const link = linkOf(claimed, code, publicAddress);
  const letter = writeLetter(claimed, { to, link, places });
  if (!channel.asksInPlace || !isAsking(claimed)) return { channel, letter };
  const people = [{ personId, language: letter.language }];
  const chat = (await askInChat(context, waveId, people)).get(personId);
  return { channel, letter: { ...letter, ...chat } };
}

function wayOf(ways: readonly Way[], connection: number): Way | undefined {
  return ways.find(({ connectionId }) => connectionId === connection);
}

function later({ clock }: Sending, seconds: number): Date {
  return new Date(clock().getTime() + seconds * 1000);
}

/** What is kept of an error: its kind. Its message may hold an address. */
function sayingOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
  return `the connection broke before the answer (${code.slice(0, 40)})`;
}
