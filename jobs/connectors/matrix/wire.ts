/** The fields of Matrix answers that are read; `body` only to see whether it asks something. */
export interface Event {
  readonly type: string;
  readonly event_id: string;
  readonly sender: string;
  readonly origin_server_ts: number;
  readonly state_key?: string;
  /** Of a redaction, before room version 11. */
  readonly redacts?: string;
  readonly content?: Content;
  readonly unsigned?: {
    readonly redacted_because?: { readonly origin_server_ts?: number };
    readonly prev_content?: Content;
    readonly replaces_state?: string;
  };
}

export interface Content {
  readonly body?: unknown;
  readonly msgtype?: unknown;
  readonly membership?: unknown;
  /** Of a redaction, since room version 11. */
  readonly redacts?: unknown;
  readonly name?: unknown;
  readonly alias?: unknown;
  readonly type?: unknown;
  readonly join_rule?: unknown;
  readonly replacement_room?: unknown;
  readonly predecessor?: { readonly room_id?: unknown };
  readonly answers?: unknown;
  readonly "m.relates_to"?: Relation | null;
  readonly "org.matrix.msc3381.poll.response"?: { readonly answers?: unknown };
  readonly "m.selections"?: unknown;
}

/** In clear even where the message is encrypted. */
export interface Relation {
  readonly rel_type?: string;
  readonly event_id?: string;
  readonly is_falling_back?: boolean;
  readonly "m.in_reply_to"?: { readonly event_id?: string };
}

export interface Synced {
  readonly next_batch: string;
  readonly rooms?: { readonly join?: Readonly<Record<string, SyncedRoom>> };
}

export interface SyncedRoom {
  readonly state?: { readonly events?: readonly Event[] };
  readonly timeline?: {
    readonly events?: readonly Event[];
    readonly limited?: boolean;
    readonly prev_batch?: string;
  };
  readonly ephemeral?: {
    readonly events?: readonly { readonly type: string; readonly content?: Receipts }[];
  };
}

/** By event, by kind of receipt, by account. */
export type Receipts = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, { readonly ts?: number }>>>>>
>;

export interface Messages {
  readonly chunk: readonly Event[];
  /** Absent at the beginning of what may be seen, and only there. */
  readonly end?: string;
}

export interface Listed {
  readonly chunk: readonly { readonly room_id: string }[];
  readonly next_batch?: string;
}

export interface Hierarchy {
  readonly rooms: readonly {
    readonly room_id: string;
    readonly room_type?: string;
    /** Of a space, what it holds: also rooms that are not in this list. */
    readonly children_state?: readonly { readonly state_key: string }[];
  }[];
  readonly next_batch?: string;
}

/** Events in the timeline of a sync, a room: the rest is fetched where there is a gap. */
export const TIMELINE = 20;
/** Events of a page of history. One may be 64 KiB: more could be an answer nobody can hold. */
export const PAGE = 500;

const state = [
  "m.room.create",
  "m.room.join_rules",
  "m.room.name",
  "m.room.canonical_alias",
  "m.room.tombstone",
];

const acts = [
  "m.room.message",
  "m.room.encrypted",
  "m.sticker",
  "m.reaction",
  "m.room.redaction",
  "m.room.member",
  "m.poll.start",
  "m.poll.response",
  "org.matrix.msc3381.poll.start",
  "org.matrix.msc3381.poll.response",
];

const nothing = { not_types: ["*"] };

/**
 * What a sync is asked for: some rooms, what they are, the end of what was said, who has read what.
 * Members are left out: they are asked for room by room, or they would be most of the answer.
 */
export function syncFilter(rooms: readonly string[]): string {
  return JSON.stringify({
    presence: nothing,
    account_data: nothing,
    room: {
      rooms,
      state: { types: state },
      timeline: { limit: TIMELINE, types: [...state, ...acts] },
      ephemeral: { types: ["m.receipt"] },
      account_data: nothing,
    },
  });
}

export const historyFilter = JSON.stringify({ types: acts });
