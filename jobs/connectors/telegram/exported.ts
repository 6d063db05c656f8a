import type { ActivityRecord, CanonicalRecord, GroupRecord, Verb } from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";

/** The fields of an exported message that are read; `text` only to see whether it asks something. */
export interface ExportedMessage {
  readonly id: number;
  readonly type: string;
  /** By the clock of the machine that exported. */
  readonly date?: string;
  readonly date_unixtime?: string;
  /** `user123`, or `channel123` for who speaks in the name of a chat. */
  readonly from_id?: string;
  readonly actor?: string;
  readonly actor_id?: string;
  readonly action?: string;
  /** Names: of use only to see whether they are the actor's own. */
  readonly members?: readonly (string | null)[];
  readonly reply_to_message_id?: number;
  readonly reply_to_peer_id?: string;
  readonly text?: string | readonly (string | { readonly text?: string })[];
  readonly poll?: object;
  readonly reactions?: readonly {
    readonly count?: number;
    readonly recent?: readonly { readonly from_id?: string; readonly date?: string }[];
  }[];
}

export interface Conversation {
  /** Null for one that is not read. */
  readonly group: GroupRecord | null;
  readonly members: Set<string>;
  /** The beginning of the conversation each answer belongs to. */
  readonly roots: Map<number, number>;
  /** Messages that opened a topic: what answers nobody is said to answer them. */
  readonly topics: Set<number>;
}

/** What was done by a message, under the ids a bot would have told it by; null without its moment. */
export function readMessage(
  message: ExportedMessage,
  conversation: Conversation,
): readonly CanonicalRecord[] | null {
  const seconds = Number(message.date_unixtime);
  if (message.type === "unsupported") return [];
  if (message.date_unixtime === undefined || !Number.isFinite(seconds)) return null;
  const at = seconds * 1000;
  if (message.action === "topic_created") conversation.topics.add(message.id);
  const act = message.type === "service" ? moved(message, at) : said(message, at, conversation);
  const reactions = message.type === "service" ? [] : reacted(message, at);
  return [...(act === null ? [] : [act]), ...reactions].flatMap((one) => [
    ...told(one, conversation),
  ]);
}

type Done = Pick<ActivityRecord, "verb" | "member" | "id"> &
  Partial<ActivityRecord> & { readonly moment: number };

function said(message: ExportedMessage, moment: number, conversation: Conversation): Done | null {
  const member = userIn(message.from_id);
  if (member === null) return null;
  const answered = message.reply_to_message_id;
  const isAnswer =
    answered !== undefined &&
    message.reply_to_peer_id === undefined &&
    !conversation.topics.has(answered);
  const root = isAnswer ? (conversation.roots.get(answered) ?? answered) : null;
  if (root !== null) conversation.roots.set(message.id, root);
  return {
    moment,
    member,
    id: String(message.id),
    verb: root === null ? "post" : "comment",
    root: root === null ? null : String(root),
    isQuestion: message.poll !== undefined || isQuestion(textIn(message.text)),
  };
}

function textIn(text: ExportedMessage["text"]): string {
  if (text === undefined || typeof text === "string") return text ?? "";
  return text.map((part) => (typeof part === "string" ? part : (part.text ?? ""))).join("");
}

/** Who came by themselves is known by their account; who was brought or sent away, only by name. */
function moved(message: ExportedMessage, moment: number): Done | null {
  const member = userIn(message.actor_id);
  const { action = "", members = [], actor } = message;
  const isAlone = members.length === 1 && members[0] === actor && actor !== undefined;
  let verb: Verb | null = null;
  if (/^join_group_by_(link|request)$/.test(action)) verb = "join";
  if (action === "invite_members" && isAlone) verb = "join";
  if (action === "remove_members" && isAlone) verb = "leave";
  if (member === null || verb === null) return null;
  return { moment, member, verb, id: `${verb}/${member}` };
}

/** Where every reaction is named; a few names of many would be less than the truth. */
function reacted(message: ExportedMessage, moment: number): readonly Done[] {
  // Their dates are local; that of the message is told both ways.
  const offset = Date.parse(`${message.date}Z`) - moment;
  const first = new Map<string, number>();
  for (const { count = 0, recent = [] } of message.reactions ?? []) {
    if (recent.length < count) continue;
    for (const { from_id, date } of recent) {
      const [member, at] = [userIn(from_id), Date.parse(`${date}Z`) - offset];
      if (member === null || !Number.isFinite(at)) continue;
      first.set(member, Math.min(at, first.get(member) ?? at));
    }
  }
  return [...first].map(([member, at]) => ({
    ...{ moment: at, member, verb: "react" as const },
    ...{ id: `${message.id}/${member}`, root: String(message.id) },
  }));
}

function* told(
  { moment, id, root = null, ...done }: Done,
  { group, members }: Conversation,
): Generator<CanonicalRecord> {
  if (group === null) return;
  const { member } = done;
  if (!members.has(member)) {
    members.add(member);
    yield { type: "member", id: member, email: null, kind: "person", active: true };
  }
  yield {
    ...{ type: "activity", target: null, isQuestion: false, withdrawnAt: null },
    ...done,
    id: `${group.id}/${id}`,
    group: group.id,
    root: root === null ? null : `${group.id}/${root}`,
    at: new Date(moment).toISOString(),
  };
}

function userIn(id: string | undefined): string | null {
  return /^user(\d+)$/.exec(id ?? "")?.[1] ?? null;
}
