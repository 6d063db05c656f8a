import type {
  ActivityRecord,
  CanonicalRecord,
  ConsentRecord,
  GroupRecord,
  MemberRecord,
  Purpose,
} from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";
import {
  type Chat,
  isSaid,
  type Message,
  type Movement,
  type PollAnswer,
  type Reaction,
  type Tap,
  type Update,
  type User,
} from "./wire.ts";

export interface Translation {
  /** Groups that became supergroups, under the id they had first. */
  readonly moved: ReadonlyMap<string, string>;
  readonly purposes: ReadonlyMap<string, Purpose>;
}

/** What an update says, at a moment in milliseconds: its own, or for an answer the one it came at. */
export function* translate(
  update: Update,
  at: number,
  translation: Translation,
): Generator<CanonicalRecord> {
  const { message, message_reaction, chat_member, my_chat_member, poll_answer, callback_query } =
    update;
  if (message !== undefined) yield* messageOf(message, at, translation);
  if (message_reaction !== undefined) yield* reactionOf(message_reaction, at, translation);
  if (chat_member !== undefined) yield* movementOf(chat_member, at, translation);
  if (my_chat_member !== undefined) yield* blockOf(my_chat_member, at);
  if (poll_answer !== undefined) yield* answerOf(update.update_id, poll_answer, at);
  if (callback_query !== undefined) yield* tapOf(callback_query, at);
}

export function isGroup({ type }: Chat): boolean {
  return type === "group" || type === "supergroup";
}

/**
 * In a group, a message starts a conversation or answers one, and counts as taking part like
 * anywhere else; only what is said to the bot in private is a `message`.
 */
function* messageOf(
  message: Message,
  at: number,
  translation: Translation,
): Generator<CanonicalRecord> {
  const { chat, from, message_id } = message;
  // Anonymous administrators and channels speak through an account that is nobody's.
  if (from === undefined || from.is_bot || message.sender_chat !== undefined) return;
  if (!isSaid(message)) return;
  const id = `${chat.id}/${message_id}`;
  if (chat.type === "private") {
    const consent = consentIn(message.text ?? "");
    yield memberOf(from);
    if (consent !== null) yield consentOf(id, from, consent, at);
    else if (!isCommand(message)) yield { ...act(from, at), id, verb: "message" };
    return;
  }
  if (!isGroup(chat)) return;
  yield groupOf(chat, translation);
  yield memberOf(from);
  const answered = answeredIn(message);
  const target = answered === null ? null : targetOf(answered);
  if (target !== null) yield memberOf(target);
  yield {
    ...act(from, at),
    // The photos of an album are several messages, sent in one go.
    id: message.media_group_id === undefined ? id : `${chat.id}/g${message.media_group_id}`,
    verb: answered === null ? "post" : "comment",
    group: groupId(chat, translation),
    root: answered === null ? null : `${chat.id}/${rootIn(message, answered)}`,
    target: target === null ? null : String(target.id),
    isQuestion: message.poll !== undefined || isQuestion(message.text ?? message.caption ?? ""),
  };
}

/** In a forum, what answers nobody is said to answer the message that opened the topic. */
function answeredIn({ reply_to_message: answered }: Message): Message | null {
  return answered === undefined || answered.forum_topic_created !== undefined ? null : answered;
}

/** Outside forums, the thread is the message that began it; inside, it is the topic. */
function rootIn({ is_topic_message, message_thread_id }: Message, { message_id }: Message): number {
  return is_topic_message ? message_id : (message_thread_id ?? message_id);
}

function targetOf({ from, sender_chat }: Message): User | null {
  return from === undefined || from.is_bot || sender_chat !== undefined ? null : from;
}

/** The first reaction to a message: changing one's mind is not another, and taking back is not told when. */
function* reactionOf(
  { chat, message_id, user, old_reaction, new_reaction }: Reaction,
  at: number,
  translation: Translation,
): Generator<CanonicalRecord> {
  if (user === undefined || user.is_bot || !isGroup(chat)) return;
  if (old_reaction.length > 0 || new_reaction.length === 0) return;
  yield groupOf(chat, translation);
  yield memberOf(user);
  yield {
    ...act(user, at),
    id: `${chat.id}/${message_id}/${user.id}`,
    verb: "react",
    group: groupId(chat, translation),
    root: `${chat.id}/${message_id}`,
  };
}

function* movementOf(
  { chat, old_chat_member: before, new_chat_member: now }: Movement,
  at: number,
  translation: Translation,
): Generator<CanonicalRecord> {
  const [was, is] = [before, now].map(isIn);
  if (was === is || now.user.is_bot || !isGroup(chat)) return;
  const verb = is ? "join" : "leave";
  yield groupOf(chat, translation);
  yield memberOf(now.user);
  yield {
    ...act(now.user, at),
    id: `${chat.id}/${verb}/${now.user.id}`,
    verb,
    group: groupId(chat, translation),
  };
}

function isIn({ status, is_member }: { status: string; is_member?: boolean }): boolean {
  if (status === "restricted") return is_member === true;
  return ["creator", "administrator", "member"].includes(status);
}

/** Blocking the bot says STOP more clearly than the word. */
function* blockOf({ chat, new_chat_member }: Movement, at: number): Generator<CanonicalRecord> {
  if (chat.type !== "private" || new_chat_member.status !== "kicked") return;
  const person = { id: chat.id, is_bot: false };
  yield memberOf(person);
  yield consentOf(`${chat.id}/blocked/${at}`, person, false, at);
}

/** Only polls the bot itself has put are answered to it. An anonymous administrator is nobody. */
function* answerOf(
  update: number,
  { poll_id, user, option_ids, option_persistent_ids }: PollAnswer,
  at: number,
): Generator<CanonicalRecord> {
  if (user === undefined || user.is_bot) return;
  yield memberOf(user);
  const options = option_persistent_ids ?? option_ids.map(String);
  const when = new Date(at).toISOString();
  const answer = { member: String(user.id), asked: poll_id, options: [...options], at: when };
  yield { type: "answer", id: `u${update}`, ...answer };
}

/**
 * A button of ours under a question, in a conversation with one person: what it carries is the token
 * of the question and the choice (`token:choice`). Where the message stands is how it is answered.
 */
function* tapOf({ id, from, data, message }: Tap, at: number): Generator<CanonicalRecord> {
  const [, asked] = /^([\w-]{1,60}):[\w.-]{1,40}$/.exec(data ?? "") ?? [];
  if (from.is_bot || asked === undefined || data === undefined) return;
  if (message?.chat.type !== "private" || message.chat.id !== from.id) return;
  const member = String(from.id);
  const handle = `${member}/${message.message_id}`;
  const when = new Date(at).toISOString();
  yield memberOf(from);
  yield { type: "answer", id: `tap${id}`, member, asked, options: [data], at: when, handle };
}

/** STOP in the words of the messages we send; consent only by the link that says what it means. */
function consentIn(text: string): boolean | null {
  const said = text.trim().toLowerCase();
  if (/^(\/stop(@\w+)?|stop|arr[eê]t)[\s.!]*$/.test(said)) return false;
  return said === "/start accept" ? true : null;
}

function isCommand({ text }: Message): boolean {
  return text?.startsWith("/") ?? false;
}

function consentOf(id: string, { id: user }: User, given: boolean, at: number): ConsentRecord {
  return { type: "consent", id, member: String(user), given, at: new Date(at).toISOString() };
}

function memberOf({ id, is_bot }: User): MemberRecord {
  const kind = is_bot ? "bot" : "person";
  return { type: "member", id: String(id), email: null, kind, active: true };
}

function groupId({ id }: Chat, { moved }: Translation): string {
  return moved.get(String(id)) ?? String(id);
}

function groupOf(chat: Chat, translation: Translation): GroupRecord {
  const { title, username } = chat;
  const isOpen = username !== undefined && username !== "";
  const id = groupId(chat, translation);
  const names = [username?.toLowerCase() ?? "", String(chat.id), id];
  const purpose = names.flatMap((name) => translation.purposes.get(name) ?? [])[0] ?? null;
  return {
    type: "group",
    id,
    privacy: isOpen ? "open" : "closed",
    purpose,
    name: isOpen ? (title ?? username) : null,
    createdAt: null,
    archivedAt: null,
  };
}

function act({ id }: User, at: number): Omit<ActivityRecord, "id" | "verb"> {
  return {
    type: "activity",
    member: String(id),
    group: null,
    root: null,
    target: null,
    isQuestion: false,
    at: new Date(at).toISOString(),
    withdrawnAt: null,
  };
}
