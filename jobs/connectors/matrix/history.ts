import type { Client } from "../http.ts";
import { type Act, type Heard, heard, type Movement } from "./heard.ts";
import { inCircles, unlessRefused } from "./server.ts";
import { type Event, historyFilter, type Messages, PAGE, type SyncedRoom } from "./wire.ts";

/** Clocks of other servers may be wrong by hours: the walk goes on until a whole page is older. */
const SLACK = 24 * 3600_000;

interface Walk {
  readonly room: string;
  readonly synced: SyncedRoom;
  /** Where the last reading ended; null on the first one. */
  readonly since: string | null;
  /** Milliseconds: nothing older is wanted. */
  readonly start: number;
  readonly me: string;
}

/**
 * Everything heard in a room since the token, or since `start`: oldest first, each event once. What
 * does not fit in a sync (`limited`) is fetched backwards; only the absence of `end` says that there
 * is no more (https://spec.matrix.org/latest/client-server-api/#get_matrixclientv3roomsroomidmessages).
 */
export async function history(client: Client, walk: Walk): Promise<readonly Heard[]> {
  const { timeline = {} } = walk.synced;
  const found = new Map<string, Heard>();
  /** Whether the account came in here: before that, nothing of this room was ever sent. */
  const take = (events: readonly Event[]): boolean => {
    let isNew = false;
    for (const event of events) {
      const one = heard(event);
      if (one === null || found.has(one.id)) continue;
      found.set(one.id, one);
      isNew ||= isArrival(one, walk.me);
    }
    return isNew;
  };
  const isNew = take((timeline.events ?? []).toReversed());
  if (timeline.limited && timeline.prev_batch !== undefined) {
    await backwards(client, { ...walk, ...(isNew ? { since: null } : {}) }, timeline, take);
  }
  return [...found.values()].toReversed();
}

async function backwards(
  client: Client,
  { room, since, start }: Walk,
  { prev_batch }: NonNullable<SyncedRoom["timeline"]>,
  take: (events: readonly Event[]) => boolean,
): Promise<void> {
  const path = `/v3/rooms/${encodeURIComponent(room)}/messages`;
  const seen = new Set<string>();
  let until = since;
  for (let from = prev_batch; from !== undefined; ) {
    if (seen.has(from)) throw inCircles("/rooms/***/messages");
    seen.add(from);
    const page: Messages = await client.get<Messages>(path, {
      dir: "b",
      from,
      limit: PAGE,
      filter: historyFilter,
      ...(until === null ? {} : { to: until }),
    });
    if (take(page.chunk)) until = null;
    const latest = Math.max(...page.chunk.map(({ origin_server_ts }) => origin_server_ts));
    if (page.chunk.length > 0 && latest < start - SLACK) return;
    // Servers of before version 1.3 say where they are instead of nothing.
    from = page.chunk.length === 0 && page.end === from ? undefined : page.end;
  }
}

function isArrival(one: Heard, me: string): one is Movement {
  return one.kind === "movement" && one.member === me && one.membership === "join";
}

/**
 * What was withdrawn now and said before: the server still tells who said it and when, without a
 * word of it and without what it answered.
 */
export async function withdrawnBefore(
  client: Client,
  room: string,
  all: readonly Heard[],
  { start, end }: { readonly start: number; readonly end: number },
): Promise<readonly Act[]> {
  const known = new Map(all.map((one) => [one.id, one]));
  const acts: Act[] = [];
  for (const one of all) {
    if (one.kind !== "redaction" || one.at < start || one.at >= end) continue;
    const said = known.get(one.of) ?? (await lookUp(client, room, one.of));
    if (said?.kind !== "act" || (known.has(said.id) && said.at >= start)) continue;
    acts.push({ ...said, withdrawnAt: said.withdrawnAt ?? one.at });
  }
  return acts;
}

async function lookUp(client: Client, room: string, id: string): Promise<Heard | null> {
  const path = `/v3/rooms/${encodeURIComponent(room)}/event/${encodeURIComponent(id)}`;
  const event = await unlessRefused(client.get<Event>(path));
  return event === null ? null : heard(event);
}
