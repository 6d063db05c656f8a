import { dayIn } from "#app/model/period.ts";
import { decrypt } from "#app/privacy/pseudonym.server.ts";
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
import type { AskedInChat, Channel, ChannelName, Letter } from "#jobs/channels/channel.ts";
import { codesOf } from "./codes.ts";
import type { Context } from "./context.ts";
import { pacer } from "./letters/pace.ts";
import { linkOf, writeLetter } from "./letters/write-letter.ts";

/** Longer than any channel waits for an answer: whoever took a letter before that has ended. */
const ABANDONED_AFTER_MS = 15 * 60_000;
/** A letter that surely did not go is tried this often, then it counts as not reaching them. */
const MOST_ATTEMPTS = 8;
/** A channel that fails this often in a row is left alone until the next time. */
const FAILURES_IN_A_ROW = 3;
const LANES = 4;

export interface Sending {
  /** The best first: where one does not reach somebody, the next one is tried. */
  readonly channels: readonly Channel[];
  /** `https://…` as people open it, without a slash at the end. */
  readonly publicAddress: string;
  readonly clock: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** After this nothing more is begun; what is left waits for the next time. */
  readonly until?: Date;
  /** What a chat asks in place. Only asked for where the wave is confidential. */
  readonly questionsFor?: (asked: {
    readonly waveId: number;
    readonly personId: number;
    readonly channel: ChannelName;
    readonly language: string;
    readonly code: string;
  }) => Promise<readonly AskedInChat[]>;
  /** Where an account of a network is written to, if not by its id. */
  readonly addressOf?: (account: {
    readonly connectionId: number;
    readonly member: string;
  }) => Promise<string | null>;
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
  await Promise.all(
    sending.channels.map((channel) => drainChannel(context, sending, channel, tally)),
  );
  return tally;
}

async function drainChannel(
  context: Context,
  sending: Sending,
  channel: Channel,
  tally: SentTally,
): Promise<void> {
  const pace = pacer(channel.perSecond, sending);
  let failures = 0;
  const lane = async () => {
    while (failures < FAILURES_IN_A_ROW) {
      await pace();
      const now = sending.clock();
      if (sending.until !== undefined && now >= sending.until) return;
      const day = dayIn(context.timeZone, now);
      const claimed = await claimLetter(context.db, { channel: channel.name, day, now });
      if (claimed === null) return;
      const became = await sendOne(context, sending, channel, claimed, day);
      if (became !== null) tally[became] += 1;
      failures = became === "later" || became === "unsure" ? failures + 1 : 0;
    }
  };
  await Promise.all(Array.from({ length: channel.perSecond > LANES ? LANES : 1 }, lane));
  if (failures >= FAILURES_IN_A_ROW) {
    context.log(`${channel.name}: ${failures} letters in a row could not be sent, again later`);
  }
}

/** Null when there was nothing to send after all. */
async function sendOne(
  context: Context,
  sending: Sending,
  channel: Channel,
  claimed: ClaimedLetter,
  day: string,
): Promise<keyof SentTally | null> {
  const { db } = context;
  const { token } = claimed;
  const channels = sending.channels.map(({ name }) => name);
  const giveUp = async (why: string) => {
    await markUnreachable(db, token, { day, channels, why });
    return "unreachable" as const;
  };
  let letter: Letter | "closed" | null;
  try {
    letter = await letterFor(context, sending, channel, claimed, day);
  } catch (error) {
    // Nothing has left yet: it can wait.
    await putBack(db, token, { dueAt: later(sending, 60), why: "it could not be written" });
    throw error;
  }
  if (letter === "closed") {
    await dropLetter(db, token);
    return null;
  }
  if (letter === null) return giveUp("no address");
  try {
    const sent = await channel.send(letter);
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

/** `closed`: their wave is not open any more. Null: there is no address. */
async function letterFor(
  context: Context,
  { publicAddress, questionsFor, addressOf }: Sending,
  channel: Channel,
  claimed: ClaimedLetter,
  day: string,
): Promise<Letter | "closed" | null> {
  const { db, keys, timeZone } = context;
  const { personId, waveId, wave } = claimed;
  const places = { publicAddress, timeZone };
  if (personId === null) {
    if (claimed.email === null) return null;
    const link = linkOf(claimed, null, publicAddress);
    return writeLetter(claimed, { to: claimed.email, link, questions: [], places });
  }
  const code = (await codesOf(context, waveId, [personId])).get(personId) ?? null;
  if (code === null) return "closed";
  const address = await readAddress(db, { personId, channel: channel.name, day });
  if (address === null) return null;
  const to =
    "sealed" in address
      ? decrypt(keys.directory, address.sealed)
      : ((await addressOf?.(address)) ?? address.member);
  const link = linkOf(claimed, code, publicAddress);
  const bare = writeLetter(claimed, { to, link, questions: [], places });
  if (questionsFor === undefined || !channel.asksInPlace || wave.mode === "anonymous") return bare;
  const { language } = bare;
  const questions = await questionsFor({ waveId, personId, channel: channel.name, language, code });
  return { ...bare, questions };
}

function later({ clock }: Sending, seconds: number): Date {
  return new Date(clock().getTime() + seconds * 1000);
}

/** What is kept of an error: its kind. Its message may hold an address. */
function sayingOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "no code";
  return `the connection broke before the answer (${code.slice(0, 40)})`;
}
