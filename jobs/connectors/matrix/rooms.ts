import type { GroupRecord, Privacy, Purpose } from "#app/model/canonical.ts";
import type { Event, SyncedRoom } from "./wire.ts";

/** What a room is, by its state. */
export interface Room {
  readonly id: string;
  readonly isSpace: boolean;
  /** Null where the server did not tell its state this time. */
  readonly joinRule: string | null;
  readonly name: string | null;
  readonly alias: string | null;
  readonly createdAt: number | null;
  /** The room this one replaces: an upgrade, for everybody in it, is the same room. */
  readonly predecessor: string | null;
  readonly replacement: string | null;
  readonly replacedAt: number | null;
}

/** The state, then what changed in the timeline after it. */
export function roomOf(id: string, synced: SyncedRoom): Room {
  const now = new Map<string, Event>();
  for (const event of [...(synced.state?.events ?? []), ...(synced.timeline?.events ?? [])]) {
    if (event.state_key === "") now.set(event.type, event);
  }
  const create = now.get("m.room.create");
  const tombstone = now.get("m.room.tombstone");
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    id,
    isSpace: create?.content?.type === "m.space",
    // Without a rule, only those who are invited may enter.
    joinRule: create === undefined ? null : (text(rule(now)) ?? "invite"),
    name: text(now.get("m.room.name")?.content?.name),
    alias: text(now.get("m.room.canonical_alias")?.content?.alias),
    createdAt: create?.origin_server_ts ?? null,
    predecessor: text(create?.content?.predecessor?.room_id),
    replacement: text(tombstone?.content?.replacement_room),
    replacedAt: tombstone?.origin_server_ts ?? null,
  };
}

function rule(now: ReadonlyMap<string, Event>): unknown {
  return now.get("m.room.join_rules")?.content?.join_rule;
}

/**
 * A conversation between two, whoever listens: told as such by the account's own list, or so small
 * and nameless that it can be nothing else. `others` are the members besides the account.
 */
export function isConversation(room: Room, others: number, direct: ReadonlySet<string>): boolean {
  if (direct.has(room.id)) return true;
  if (room.joinRule === "public") return false;
  return others <= 1 || (others === 2 && room.name === null && room.alias === null);
}

/** Anybody may enter, anybody may ask to, or nobody is to know: which one the directory tells. */
export function privacyOf({ id, joinRule }: Room, directory: ReadonlySet<string>): Privacy {
  if (joinRule === "public") return "open";
  if (joinRule === "invite" || joinRule === "private")
    return directory.has(id) ? "closed" : "secret";
  return "closed";
}

/** Only an open room keeps its name. `id` is that of the first room, before any upgrade. */
export function groupOf(
  room: Room,
  id: string,
  privacy: Privacy,
  purpose: Purpose | null,
): GroupRecord {
  return {
    type: "group",
    id,
    privacy,
    purpose,
    name: privacy === "open" ? (room.name ?? room.alias) : null,
    // An upgraded room is older than its last version says.
    createdAt:
      room.createdAt === null || room.predecessor !== null
        ? null
        : new Date(room.createdAt).toISOString(),
    archivedAt: room.replacedAt === null ? null : new Date(room.replacedAt).toISOString(),
  };
}
