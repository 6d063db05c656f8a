import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { asks } from "../microsoft/asks.ts";
import { stranger } from "../microsoft/people.ts";
import type { Message, Reaction, Sender } from "./wire.ts";

/** Where messages are read, and between which moments (milliseconds; the end excluded). */
export interface Place {
  /** The team, or the private or shared channel, they count for. */
  readonly group: string;
  readonly channel: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What people did in a conversation: the message that began it, its replies, and the reactions to
 * them. The text stays behind. Message ids are moments: two channels may give the same one.
 */
export function* activityOf(root: Message, place: Place): Generator<CanonicalRecord> {
  yield* actsOf(root, null, place);
  const seen = new Set<string>();
  for (const reply of root.replies ?? []) {
    if (seen.has(reply.id)) continue;
    seen.add(reply.id);
    yield* actsOf(reply, root, place);
  }
}

function* actsOf(message: Message, root: Message | null, place: Place): Generator<CanonicalRecord> {
  // `systemEventMessage`, `chatEvent`, `unknownFutureValue`, …: nobody wrote those.
  const author = message.messageType === "message" ? personIn(message.from) : null;
  const rootId = `${place.channel}/${(root ?? message).id}`;
  const id = root === null ? rootId : `${rootId}/${message.id}`;
  const common = {
    type: "activity",
    group: place.group,
    isQuestion: false,
    withdrawnAt: null,
  } as const;
  if (author !== null && isWithin(message.createdDateTime, place)) {
    const { subject, body, deletedDateTime } = message;
    yield author;
    const answered = root?.messageType === "message" ? personIn(root.from) : null;
    if (answered !== null) yield answered;
    yield {
      ...common,
      id,
      verb: root === null ? "post" : "comment",
      member: author.id,
      root: root === null ? null : rootId,
      target: answered?.id ?? null,
      isQuestion: asks([subject, body?.content], body?.contentType === "html"),
      at: isoOf(message.createdDateTime),
      withdrawnAt: deletedDateTime ? isoOf(deletedDateTime) : null,
    } satisfies ActivityRecord;
  }
  const seen = new Set<string>();
  for (const reaction of message.reactions ?? []) {
    const member = personIn(reaction.user);
    if (member === null || !isWithin(reaction.createdDateTime, place)) continue;
    const reacted = `${id}/${member.id}/${reaction.reactionType ?? ""}`;
    if (seen.has(reacted)) continue;
    seen.add(reacted);
    yield member;
    if (author !== null) yield author;
    const at = isoOf(reaction.createdDateTime);
    const about = { root: rootId, target: author?.id ?? null };
    yield { ...common, ...about, id: reacted, verb: "react", member: member.id, at };
  }
}

/**
 * Who it was, introduced in case the directory does not know them; null for applications, bots and
 * connectors, and for whoever cannot be told any more. Whoever is not of this directory is a guest.
 */
function personIn(sender: Sender | null | undefined) {
  const user = sender?.user;
  if (!user?.id || sender?.application) return null;
  const isOurs = [null, undefined, "aadUser", "onPremiseAadUser"].includes(user.userIdentityType);
  return stranger(user.id, isOurs ? "person" : "guest");
}

function isWithin(moment: string, { start, end }: Place): boolean {
  const at = Date.parse(moment);
  return at >= start && at < end;
}

function isoOf(moment: string): string {
  return new Date(moment).toISOString();
}

export type { Reaction };
