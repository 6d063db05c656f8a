import type { CanonicalRecord, RefusalRecord } from "#app/model/canonical.ts";
import type { Source } from "../connector.ts";
import type { Client } from "../http.ts";
import { declaredPurposes } from "../purposes.ts";
import { bookmarkAfter, bookmarkAtEnd, readBookmark, type Window } from "./bookmark.ts";
import { accountsOf } from "./people.ts";
import { readRoom } from "./read-room.ts";
import { roomOf } from "./rooms.ts";
import { pages, readDirect, readDirectory, sync, unlessRefused } from "./server.ts";
import type { Hierarchy, SyncedRoom } from "./wire.ts";

/** Rooms of one sync: their names fit in an address, their messages in an answer. */
const ROOMS = 40;
/** Members of the rooms of one sync: each may have left a receipt in the answer. */
const MEMBERS = 100_000;
/** Records between two cursors. */
const BATCH = 2000;

/** Every room the account is in: what it is, who is in it, what they did. */
export async function* readRooms(
  client: Client,
  { settings, from, to, cursor }: Pick<Source, "settings" | "from" | "to" | "cursor">,
): AsyncGenerator<CanonicalRecord> {
  const window: Window = { from: from.getTime(), to: to.getTime() };
  const before = readBookmark(cursor);
  const purposes = declaredPurposes(settings.purposes);
  const { user_id: me } = await client.get<{ user_id: string }>("/v3/account/whoami");
  const accounts = accountsOf(me, settings);
  yield* purposes.refusals;
  const directory = await readDirectory(client);
  if (directory === null) yield unseenDirectory;
  const direct = await readDirect(client, me);
  const joined = await client.get<{ joined_rooms: readonly string[] }>("/v3/joined_rooms");
  const ids = [...new Set(joined.joined_rooms)].toSorted();

  const trip = {
    ...{ client, window, before, accounts, direct, me, rooms: new Set(ids) },
    ...{ directory: directory ?? new Set<string>(), purposes: purposes.of },
    isFirst: before.newest === null,
    known: new Set<string>(),
    conversations: new Set<string>(),
    latest: Number.NEGATIVE_INFINITY,
  };
  const spaces: string[] = [];
  /** Replaced rooms wait for the rooms that replace them, which tell what the group is now. */
  const replaced: {
    readonly id: string;
    readonly synced: SyncedRoom;
    readonly since: string | null;
  }[] = [];
  let newest: string | null = null;
  let isResumed = false;
  let done = 0;
  let waiting = 0;
  yield { type: "progress", done, total: ids.length };
  for await (const chunk of chunks(client, ids)) {
    const answer = await sync(client, [...chunk.keys()], before.since);
    newest ??= answer.next_batch;
    const since = answer.isWhole ? null : before.since;
    for (const [id, members] of chunk) {
      const synced = answer.rooms?.join?.[id] ?? {};
      const room = roomOf(id, synced);
      if (room.isSpace) spaces.push(id);
      if (room.replacement !== null && trip.rooms.has(room.replacement)) {
        replaced.push({ id, synced, since });
      } else {
        isResumed ||= before.done !== undefined && id <= before.done.upTo;
        for await (const record of readRoom(trip, { room, synced, members, since })) {
          waiting += 1;
          yield record;
        }
      }
      done += 1;
      yield { type: "progress", done, total: ids.length };
    }
    const last = [...chunk.keys()].at(-1);
    if (waiting >= BATCH && last !== undefined) {
      waiting = 0;
      yield { type: "cursor", value: bookmarkAfter(last, before, window) };
    }
  }
  for (const { id, synced, since } of replaced) {
    yield* readRoom(trip, { room: roomOf(id, synced), synced, members: [], since });
  }
  for (const [index, space] of spaces.entries()) {
    yield* unreadIn(client, space, `space ${index + 1} of ${spaces.length}`, trip.rooms);
  }
  const latest = isResumed ? null : Number.isFinite(trip.latest) ? trip.latest : window.from;
  yield { type: "cursor", value: bookmarkAtEnd(before, { newest, latest }, window) };
}

/** Rooms with their members, as many as one sync may be about. */
async function* chunks(
  client: Client,
  ids: readonly string[],
): AsyncGenerator<ReadonlyMap<string, readonly string[]>> {
  let chunk = new Map<string, readonly string[]>();
  let size = 0;
  for (const id of ids) {
    const path = `/v3/rooms/${encodeURIComponent(id)}/joined_members`;
    // Put out of the room a moment ago, or the room is gone.
    const told = await unlessRefused(
      client.get<{ joined?: Readonly<Record<string, unknown>> }>(path),
    );
    const members = Object.keys(told?.joined ?? {});
    if (chunk.size >= ROOMS || (chunk.size > 0 && size + members.length > MEMBERS)) {
      yield chunk;
      chunk = new Map();
      size = 0;
    }
    chunk.set(id, members);
    size += members.length;
  }
  if (chunk.size > 0) yield chunk;
}

const unseenDirectory: RefusalRecord = {
  type: "refusal",
  where: "directory of rooms",
  reason: "this account may not look: rooms by invitation are taken for secret",
};

/** What a space holds that this account is not in: said, so that nobody takes it for silence. */
async function* unreadIn(
  client: Client,
  space: string,
  where: string,
  rooms: ReadonlySet<string>,
): AsyncGenerator<RefusalRecord> {
  const inside = new Set<string>();
  const spaces = new Set<string>();
  const path = `/v1/rooms/${encodeURIComponent(space)}/hierarchy`;
  const listing = pages<Hierarchy>(client, path, "from", 50);
  for (;;) {
    const page = await unlessRefused(listing.next());
    if (page === null || page.done) break;
    for (const { room_id, room_type, children_state: children = [] } of page.value.rooms) {
      if (room_type === "m.space") spaces.add(room_id);
      else inside.add(room_id);
      // A room this account may not see is not listed: only the space still says that it is there.
      for (const { state_key: child } of children) inside.add(child);
    }
  }
  const unread = [...inside].filter((id) => !rooms.has(id) && !spaces.has(id));
  if (unread.length === 0) return;
  const reason = `rooms of it that are not read: ${unread.length}; invite the account into them`;
  yield { type: "refusal", where, reason };
}
