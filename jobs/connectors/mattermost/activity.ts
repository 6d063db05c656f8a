import type { ActivityRecord, Verb } from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";
import type { Channel, Post } from "./wire.ts";

/** What is needed to read a channel's posts. */
export interface Reading {
  readonly channel: Channel;
  /** Milliseconds, included. */
  readonly start: number;
  /** Milliseconds, excluded. */
  readonly end: number;
  /** The authors met so far, by post. */
  readonly authors: ReadonlyMap<string, string>;
  readonly bots: ReadonlySet<string>;
}

/** System posts that tell who came and went, and the property that names whom they are about. */
const movements: Readonly<Record<string, { readonly verb: Verb; readonly about?: string }>> = {
  system_join_channel: { verb: "join" },
  system_guest_join_channel: { verb: "join" },
  system_join_team: { verb: "join" },
  system_add_to_channel: { verb: "join", about: "addedUserId" },
  system_add_guest_to_chan: { verb: "join", about: "addedUserId" },
  system_add_to_team: { verb: "join", about: "addedUserId" },
  system_leave_channel: { verb: "leave" },
  system_leave_team: { verb: "leave" },
  system_remove_from_channel: { verb: "leave", about: "removedUserId" },
  system_remove_from_team: { verb: "leave" },
};

/** What people did in one post: wrote it, came or went, reacted to it. The text stays behind. */
export function* activityOf(post: Post, reading: Reading): Generator<ActivityRecord> {
  // An edit keeps the old text as a post of its own.
  if (post.original_id) return;
  const act = written(post, reading) ?? movement(post, reading);
  if (act !== null) yield act;
  if (!isConversation(reading.channel)) yield* reactions(post, reading);
}

/** Direct and group messages: no group, nobody addressed, nothing but that a message was sent. */
export function isConversation({ type }: Channel): boolean {
  return type === "D" || type === "G";
}

function written(post: Post, reading: Reading): ActivityRecord | null {
  // `me` is what somebody wrote after /me; every other type is the server's or a plug-in's.
  if (post.type !== "" && post.type !== "me") return null;
  // An incoming webhook posts under the name of whoever set it up.
  if (post.props?.from_webhook === "true" || post.props?.from_bot === "true") return null;
  const withdrawnAt = post.delete_at > 0 ? new Date(post.delete_at).toISOString() : null;
  if (isConversation(reading.channel)) {
    return record(post, reading, { verb: "message", group: null, withdrawnAt });
  }
  const isComment = post.root_id !== "";
  return record(post, reading, {
    verb: isComment ? "comment" : "post",
    root: isComment ? post.root_id : null,
    target: isComment ? (reading.authors.get(post.root_id) ?? null) : null,
    isQuestion: isQuestion(post.message ?? ""),
    withdrawnAt,
  });
}

function movement(post: Post, reading: Reading): ActivityRecord | null {
  const movement = movements[post.type];
  if (movement === undefined || isConversation(reading.channel)) return null;
  const member = movement.about === undefined ? post.user_id : post.props?.[movement.about];
  if (typeof member !== "string") return null;
  return record(post, reading, { verb: movement.verb, member });
}

function* reactions(post: Post, reading: Reading): Generator<ActivityRecord> {
  for (const reaction of post.metadata?.reactions ?? []) {
    if (reaction.delete_at) continue;
    const act = record(post, reading, {
      id: `${post.id}/${reaction.user_id}/${reaction.emoji_name}`,
      verb: "react",
      member: reaction.user_id,
      root: post.root_id === "" ? post.id : post.root_id,
      target: post.user_id,
      at: reaction.create_at,
    });
    if (act !== null) yield act;
  }
}

type Particulars = Partial<Omit<ActivityRecord, "type" | "at" | "verb">> & {
  readonly verb: Verb;
  readonly at?: number;
};

/** Null outside the window, and for what a bot did. */
function record(
  post: Post,
  { channel, start, end, bots }: Reading,
  { at = post.create_at, ...particulars }: Particulars,
): ActivityRecord | null {
  const member = particulars.member ?? post.user_id;
  if (at < start || at >= end || bots.has(member)) return null;
  return {
    type: "activity",
    id: post.id,
    group: channel.id,
    root: null,
    target: null,
    isQuestion: false,
    withdrawnAt: null,
    ...particulars,
    member,
    at: new Date(at).toISOString(),
  };
}
