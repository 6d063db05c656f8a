import { isQuestion } from "../question.ts";
import type { Content, Event } from "./wire.ts";

/** What is kept of an event: who, when, and what it continues. Nothing of what it says. */
export type Heard = Act | Redaction | Movement;

export interface Act {
  readonly kind: "act";
  readonly id: string;
  readonly member: string;
  readonly at: number;
  readonly verb: "post" | "comment" | "react" | "vote";
  /** The event it answers, reacts to or votes on. */
  readonly about: string | null;
  /** The answered event is the root of a thread, not any message of a conversation. */
  readonly inThread: boolean;
  /** A vote that chooses nothing takes back the one before. */
  readonly takesBack: boolean;
  readonly isQuestion: boolean;
  readonly withdrawnAt: number | null;
}

export interface Redaction {
  readonly kind: "redaction";
  readonly id: string;
  readonly of: string;
  readonly at: number;
}

export interface Movement {
  readonly kind: "movement";
  readonly id: string;
  readonly member: string;
  readonly at: number;
  readonly membership: string;
  /** What it was before; null where the server does not say. */
  readonly before: string | null;
  /** There was nothing before it. */
  readonly isFirst: boolean;
}

/** Null for what nobody did: an edit, a notice, a change of name, a type nobody knows. */
export function heard(event: Event): Heard | null {
  const { type, event_id: id, sender: member, origin_server_ts: at, content = {} } = event;
  if (typeof id !== "string" || typeof member !== "string" || !Number.isFinite(at)) return null;
  if (type === "m.room.redaction") {
    const of = event.redacts ?? content.redacts;
    return typeof of === "string" ? { kind: "redaction", id, of, at } : null;
  }
  if (type === "m.room.member") return movementOf(event, content);
  const what = verbOf(type, content);
  if (what === null) return null;
  const because = event.unsigned?.redacted_because;
  const withdrawnAt = because === undefined ? null : (because.origin_server_ts ?? at);
  return { kind: "act", id, member, at, ...nothingMore, ...what, withdrawnAt };
}

const nothingMore = { about: null, inThread: false, takesBack: false, isQuestion: false };

type What = Pick<Act, "verb"> & Partial<Act>;

function verbOf(type: string, content: Content): What | null {
  const relation = content["m.relates_to"] ?? {};
  const about = relation.event_id ?? null;
  switch (type) {
    case "m.reaction":
      return { verb: "react", about };
    case "m.poll.start":
    case "org.matrix.msc3381.poll.start":
      return relation.rel_type === "m.replace" ? null : { ...said(content), isQuestion: true };
    case "m.poll.response":
    case "org.matrix.msc3381.poll.response":
      return { verb: "vote", about, takesBack: about !== null && choicesIn(content).length === 0 };
    case "m.room.encrypted":
      if (relation.rel_type === "m.replace") return null;
      // Which event it is about is in clear: what refers to another is an answer to a poll.
      if (relation.rel_type === "m.reference") return { verb: "vote", about };
      if (relation.rel_type === "m.annotation") return { verb: "react", about };
      return said(content);
    case "m.room.message":
    case "m.sticker": {
      if (relation.rel_type === "m.replace" || content.msgtype === "m.notice") return null;
      // The first step of two devices recognising each other is sent as a message.
      if (String(content.msgtype).startsWith("m.key.verification")) return null;
      const text = typeof content.body === "string" ? content.body : "";
      return { ...said(content), isQuestion: content.msgtype !== "m.file" && isQuestion(text) };
    }
    default:
      return null;
  }
}

/** A thread names its root; its reply to somebody is only there for clients that know no threads. */
function said({ "m.relates_to": relation }: Content): What {
  const answered = relation?.["m.in_reply_to"]?.event_id ?? null;
  const inThread = relation?.rel_type === "m.thread" && relation.event_id !== undefined;
  const about = inThread ? (relation.event_id ?? null) : answered;
  return about === null ? { verb: "post" } : { verb: "comment", about, inThread };
}

function choicesIn(content: Content): readonly unknown[] {
  const chosen = content["m.selections"] ?? content["org.matrix.msc3381.poll.response"]?.answers;
  // An encrypted or pruned answer does not say what was chosen.
  return Array.isArray(chosen) ? chosen : [null];
}

function movementOf(event: Event, { membership }: Content): Movement | null {
  const { event_id: id, state_key: member, origin_server_ts: at, unsigned } = event;
  if (member === undefined || typeof membership !== "string") return null;
  const told = unsigned?.prev_content?.membership;
  const before = typeof told === "string" ? told : null;
  const isFirst = before === null && unsigned?.replaces_state === undefined;
  return { kind: "movement", id, member, at, membership, before, isFirst };
}
