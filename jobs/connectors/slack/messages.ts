import type { ActivityRecord, Verb } from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";
import { isTs, type Message, momentOf } from "./wire.ts";

/** Slack's own voice: not marked as a bot. */
export const SLACKBOT = "USLACKBOT";

/**
 * The longest a reply may come after its post to be told. A night only finds the threads whose post
 * it meets, and what stands has to be told the same every night, or it would look withdrawn.
 */
export const LONGEST_THREAD = 30 * 24 * 3600_000;

/** Where a message was met. */
export interface Place {
  readonly channel: string;
  /** Accounts of applications: what they do is left out. */
  readonly bots: ReadonlySet<string>;
  /** Who wrote the post a reply answers, where the reply does not say. */
  authorOf?(ts: string): string | null;
}

/** Messages that somebody wrote; every other subtype is Slack's, or an application's. */
const written = new Set(["me_message", "file_share", "thread_broadcast"]);
const movements = new Map<string, Verb>([
  ["channel_join", "join"],
  ["group_join", "join"],
  ["channel_leave", "leave"],
  ["group_leave", "leave"],
]);

/**
 * What people did in one message: wrote it, came or went, reacted to it. The text stays behind.
 *
 * Slack does not say when somebody reacted: a reaction has the time of its message, here and in
 * what Slack sends by itself, so that the two never count it twice.
 */
export function* actsOf(message: Message, place: Place): Generator<ActivityRecord> {
  if (!isTs(message.ts)) return;
  const own = ownAct(message, place);
  if (own !== null) yield own;
  for (const reaction of message.reactions ?? []) {
    for (const user of reaction.users ?? []) {
      if (place.bots.has(user)) continue;
      yield reactionOf(
        { user, name: reaction.name, ts: message.ts },
        {
          channel: place.channel,
          root: rootOf(message) ?? message.ts,
          target: message.user ?? null,
        },
      );
    }
  }
}

/** Null for what no person did, and for what is no act. */
export function ownAct(message: Message, place: Place): ActivityRecord | null {
  const { user, subtype, ts } = message;
  // An application that posts with somebody's own token is an application all the same.
  if (!user || user === SLACKBOT || message.bot_id || place.bots.has(user)) return null;
  const movement = movements.get(subtype ?? "");
  if (movement !== undefined) return act(place.channel, ts, { verb: movement, member: user });
  if (subtype && !written.has(subtype)) return null;
  const root = rootOf(message);
  return act(place.channel, ts, {
    verb: root === null ? "post" : "comment",
    member: user,
    root: root === null ? null : idOf(place.channel, root),
    target: root === null ? null : answered(message, root, place),
    isQuestion: isQuestion(message.text ?? ""),
  });
}

export interface Reacting {
  readonly user: string;
  readonly name: string;
  /** Of the message. */
  readonly ts: string;
}

/** `thumbsup` in five colours is one reaction. */
export function reactionOf(
  { user, name, ts }: Reacting,
  { channel, root, target }: { channel: string; root: string; target: string | null },
): ActivityRecord {
  return {
    ...act(channel, ts, { verb: "react", member: user, root: idOf(channel, root), target }),
    id: `${idOf(channel, ts)}/${user}/${name.replace(/::skin-tone-\d$/, "")}`,
  };
}

/** The post a reply answers; null for a post, which is often the root of its own thread. */
export function rootOf({ ts, thread_ts: thread }: Message): string | null {
  return isTs(thread) && thread !== ts ? thread : null;
}

/** Whether every night that meets this message tells it, whatever its window. */
export function isAlwaysFound(message: Message): boolean {
  const root = rootOf(message);
  if (root === null || message.subtype === "thread_broadcast") return true;
  return momentOf(message.ts) - momentOf(root) <= LONGEST_THREAD;
}

function answered(message: Message, root: string, place: Place): string | null {
  const author = message.parent_user_id ?? message.root?.user ?? place.authorOf?.(root) ?? null;
  // A post that was deleted under its replies is a stone of Slackbot's.
  return author === SLACKBOT ? null : author;
}

/** `ts` tells a message from the others of its channel only. */
function idOf(channel: string, ts: string): string {
  return `${channel}/${ts}`;
}

type Particulars = Partial<ActivityRecord> & { readonly verb: Verb; readonly member: string };

function act(channel: string, ts: string, particulars: Particulars): ActivityRecord {
  return {
    type: "activity",
    id: idOf(channel, ts),
    group: channel,
    root: null,
    target: null,
    isQuestion: false,
    at: new Date(momentOf(ts)).toISOString(),
    withdrawnAt: null,
    ...particulars,
  };
}
