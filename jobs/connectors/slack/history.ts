import type { ActivityRecord } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import { ask, listed } from "./ask.ts";
import { actsOf, isAlwaysFound, LONGEST_THREAD, type Place, rootOf } from "./messages.ts";
import { isTs, type Message, momentOf, type Reaction, tsOf } from "./wire.ts";

/** What is needed to read a channel's messages. */
export interface Reading extends Place {
  /** Milliseconds, included. */
  readonly start: number;
  /** Milliseconds, excluded. */
  readonly end: number;
}

const byTs = { field: "messages", key: ({ ts }: Message) => ts };

/**
 * What was done in a channel in the window, each act once.
 *
 * A channel's history has posts and not the replies to them. The threads that have news are found
 * by their post, whose `latest_reply` is inside the window or later; so posts are looked at from 30
 * days before the window on. A reply that comes later than 30 days after its post is missed, unless
 * it was also sent to the channel, and so is every reaction to what is older than the window.
 */
export async function* changesIn(client: Client, reading: Reading): AsyncGenerator<ActivityRecord> {
  const { channel, start, end } = reading;
  const threads = new Map<string, string | null>();
  const alreadyTold = new Set<string>();
  const isInside = ({ ts }: Message) => {
    const at = momentOf(ts);
    return start <= at && at < end;
  };

  const since = Math.max(0, start - LONGEST_THREAD);
  const query = { channel, oldest: tsOf(since), latest: tsOf(end), inclusive: true };
  for await (const message of listed(client, "conversations.history", { ...byTs, query })) {
    if (!isTs(message.ts)) continue;
    if (hasNews(message, start)) threads.set(message.ts, message.user ?? null);
    if (!isInside(message)) continue;
    alreadyTold.add(message.ts);
    yield* actsOf(await withEverybody(client, message, channel), reading);
  }

  const place = { ...reading, authorOf: (ts: string) => threads.get(ts) ?? null };
  for (const ts of threads.keys()) {
    const query = { channel, ts, oldest: tsOf(start), latest: tsOf(end), inclusive: true };
    for await (const reply of listed(client, "conversations.replies", { ...byTs, query })) {
      // The post itself always comes along.
      if (!isTs(reply.ts) || rootOf(reply) === null || !isInside(reply)) continue;
      if (alreadyTold.has(reply.ts) || !isAlwaysFound(reply)) continue;
      yield* actsOf(await withEverybody(client, reply, channel), place);
    }
  }
}

function hasNews(
  { ts, thread_ts: thread, reply_count: replies, latest_reply: latest }: Message,
  start: number,
): boolean {
  if (thread !== ts || (replies ?? 0) === 0) return false;
  return !isTs(latest) || momentOf(latest) >= start;
}

/** Of a reaction many people gave, only the first are named: the others have to be asked for. */
async function withEverybody(client: Client, message: Message, channel: string): Promise<Message> {
  const isCut = ({ users = [], count = 0 }: Reaction) => users.length < count;
  if (!message.reactions?.some(isCut)) return message;
  const query = { channel, timestamp: message.ts, full: true };
  const answer = await ask<{ message?: Message }>(client, "reactions.get", query);
  return { ...message, reactions: answer.message?.reactions ?? message.reactions };
}
