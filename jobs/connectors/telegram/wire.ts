/** The fields of Bot API answers that are read; texts only to see what kind of message it is. */
export interface Update {
  readonly update_id: number;
  readonly message?: Message;
  readonly message_reaction?: Reaction;
  readonly chat_member?: Movement;
  readonly my_chat_member?: Movement;
  readonly poll_answer?: PollAnswer;
  readonly callback_query?: Tap;
}

export interface User {
  readonly id: number;
  readonly is_bot: boolean;
}

export interface Chat {
  readonly id: number;
  readonly type: string;
  readonly title?: string;
  /** Only a chat anybody can find has one. */
  readonly username?: string;
}

export interface Message extends Contents {
  readonly message_id: number;
  readonly message_thread_id?: number;
  readonly is_topic_message?: boolean;
  readonly from?: User;
  /** Said in the name of a chat: by an anonymous administrator, or by a channel. */
  readonly sender_chat?: Chat;
  readonly chat: Chat;
  readonly date: number;
  readonly reply_to_message?: Message;
  readonly forum_topic_created?: object;
  readonly media_group_id?: string;
  /** In the group that was: the group goes on under this id. */
  readonly migrate_to_chat_id?: number;
  /** In the group that is: where it comes from. */
  readonly migrate_from_chat_id?: number;
}

interface Contents {
  readonly text?: string;
  readonly caption?: string;
  readonly poll?: object;
}

export interface Reaction {
  readonly chat: Chat;
  readonly message_id: number;
  /** Absent when an anonymous administrator reacts. */
  readonly user?: User;
  readonly date: number;
  readonly old_reaction: readonly object[];
  readonly new_reaction: readonly object[];
}

export interface Movement {
  readonly chat: Chat;
  readonly date: number;
  readonly old_chat_member: ChatMember;
  readonly new_chat_member: ChatMember;
}

export interface ChatMember {
  readonly status: string;
  readonly is_member?: boolean;
  readonly user: User;
}

export interface PollAnswer {
  readonly poll_id: string;
  readonly user?: User;
  readonly option_ids: readonly number[];
  readonly option_persistent_ids?: readonly string[];
}

/** A button under a message of the bot was pressed. It does not say when. */
export interface Tap {
  readonly id: string;
  readonly from: User;
  readonly data?: string;
  /** Without its date where it is too old to be read (0). */
  readonly message?: Pick<Message, "chat" | "message_id" | "date"> & {
    readonly edit_date?: number;
  };
}

/** What is asked for: nothing else is sent. Most of it only where the bot is an administrator. */
export const wanted: readonly string[] = [
  "message",
  "message_reaction",
  "chat_member",
  "my_chat_member",
  "poll_answer",
  "callback_query",
];

/** A message that has one of these was said by somebody; any other tells what happened to the chat. */
const contents: readonly string[] = [
  "text",
  "rich_message",
  "animation",
  "audio",
  "document",
  "live_photo",
  "paid_media",
  "photo",
  "sticker",
  "story",
  "video",
  "video_note",
  "voice",
  "checklist",
  "contact",
  "dice",
  "game",
  "poll",
  "venue",
  "location",
];

export function isSaid(message: Message): boolean {
  return contents.some((name) => Object.hasOwn(message, name));
}

/** When it happened, in seconds; null for an answer to a poll, which does not say. */
export function dateOf(update: Update): number | null {
  const told =
    update.message ?? update.message_reaction ?? update.chat_member ?? update.my_chat_member;
  return told?.date ?? null;
}
