import type { CanonicalRecord, Purpose } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import { activityOf, type Hearing, viewsOf } from "./activity.ts";
import { type Bookmark, startOf, type Window } from "./bookmark.ts";
import { history, withdrawnBefore } from "./history.ts";
import type { Accounts } from "./people.ts";
import { groupOf, isConversation, privacyOf, type Room } from "./rooms.ts";
import { unlessRefused } from "./server.ts";
import type { Content, SyncedRoom } from "./wire.ts";

/** What is the same for every room of a reading. */
export interface Trip {
  readonly client: Client;
  readonly window: Window;
  readonly before: Bookmark;
  /** Nothing was told before: what was withdrawn since is not missed. */
  readonly isFirst: boolean;
  readonly accounts: Accounts;
  readonly me: string;
  /** Every room the account is in. */
  readonly rooms: ReadonlySet<string>;
  readonly direct: ReadonlySet<string>;
  readonly directory: ReadonlySet<string>;
  readonly purposes: ReadonlyMap<string, Purpose>;
  /** The first rooms of private conversations, upgraded or not. */
  readonly conversations: Set<string>;
  /** Everybody who has been introduced. */
  readonly known: Set<string>;
  /** The latest event that was sent, told or not. */
  latest: number;
}

interface RoomReading {
  readonly room: Room;
  readonly synced: SyncedRoom;
  /** Everybody who is in it; nobody for a room that was replaced. */
  readonly members: readonly string[];
  readonly since: string | null;
}

/** One room: what it is, who is in it, what they did. */
export async function* readRoom(trip: Trip, reading: RoomReading): AsyncGenerator<CanonicalRecord> {
  const { client, accounts, window, me } = trip;
  const { room, synced, members, since } = reading;
  const isReplaced = room.replacement !== null && trip.rooms.has(room.replacement);
  const origin = await originOf(client, room);
  const others = members.filter((id) => id !== me);
  const first = origin.at(-1) ?? room.id;
  if (!isReplaced && isConversation(room, others.length, trip.direct))
    trip.conversations.add(first);
  const group = trip.conversations.has(first) || room.isSpace ? null : first;
  for (const id of others) yield* introduce(trip, id);
  if (group !== null && !isReplaced && room.joinRule !== null) {
    const purpose = purposeOf(trip.purposes, room, group);
    yield groupOf(room, group, privacyOf(room, trip.directory), purpose);
  }
  if (group !== null && !isReplaced) {
    for (const member of others) {
      if (accounts.leftOut.has(member)) continue;
      yield { type: "membership", group, member, joinedAt: null };
    }
  }

  // A replaced room is never left out of an interrupted reading: it comes after all the others.
  const start = isReplaced ? window.from : startOf(room.id, trip.before, window);
  if (start === null || room.isSpace) return;
  const heard = await history(client, { room: room.id, synced, since, start, me });
  for (const { at } of heard) trip.latest = Math.max(trip.latest, at);
  const [previous] = origin;
  const hearing: Hearing = {
    ...{ heard, group, start, end: window.to, leftOut: accounts.leftOut },
    moved: previous === undefined ? new Set() : await membersOf(client, previous),
  };
  for (const act of activityOf(hearing)) {
    yield* introduce(trip, act.member);
    if (act.target !== null) yield* introduce(trip, act.target);
    yield act;
  }
  if (!trip.isFirst) {
    const acts = await withdrawnBefore(client, room.id, heard, hearing);
    for (const act of activityOf({ ...hearing, heard: acts, start: 0 })) {
      yield* introduce(trip, act.member);
      yield act;
    }
  }
  if (group === null) return;
  const receipts = (synced.ephemeral?.events ?? []).filter(({ type }) => type === "m.receipt");
  const read = receipts.flatMap(({ content }) => (content === undefined ? [] : [content]));
  for (const view of viewsOf(hearing, read)) {
    yield* introduce(trip, view.member);
    if (view.target !== null) yield* introduce(trip, view.target);
    yield view;
  }
}

function* introduce({ known, accounts, me }: Trip, id: string): Generator<CanonicalRecord> {
  if (known.has(id) || id === me) return;
  known.add(id);
  yield accounts.memberOf(id);
}

/**
 * The rooms this one comes from, the last one first: an upgrade makes a new room for the same
 * people, who go on in the same group. Told from the rooms themselves, so it is the same each night.
 */
async function originOf(client: Client, room: Room): Promise<readonly string[]> {
  const origin: string[] = [];
  for (let id = room.predecessor; id !== null && !origin.includes(id) && id !== room.id; ) {
    origin.push(id);
    const path = `/v3/rooms/${encodeURIComponent(id)}/state/m.room.create`;
    const create = await unlessRefused(client.get<Content>(path));
    const further = create?.predecessor?.room_id;
    id = typeof further === "string" ? further : null;
  }
  return origin;
}

/** Whoever has not left the room that was replaced. */
async function membersOf(client: Client, room: string): Promise<ReadonlySet<string>> {
  const path = `/v3/rooms/${encodeURIComponent(room)}/joined_members`;
  const told = await unlessRefused(client.get<{ joined?: object }>(path));
  return new Set(Object.keys(told?.joined ?? {}));
}

/** By the alias or the id, without the server: `annonces = announcements`. */
function purposeOf(
  purposes: ReadonlyMap<string, Purpose>,
  { id, alias }: Room,
  group: string,
): Purpose | null {
  const names = [alias, id, group].map((name) => /^[#!]?([^:]*)/.exec(name ?? "")?.[1] ?? "");
  const told = names.flatMap((name) => purposes.get(name.toLowerCase()) ?? []);
  return told[0] ?? null;
}
