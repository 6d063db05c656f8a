import type { CanonicalRecord, CountRecord, Verb } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import type { Meetings } from "./settings.ts";
import {
  type ChatUser,
  type Host,
  listed,
  type Meeting,
  meetingPath,
  type Participant,
} from "./wire.ts";

/** How one day's totals are read. */
export interface Reading {
  /** `YYYY-MM-DD`; a day of the account's own time zone for Zoom. */
  readonly day: string;
  readonly path: string;
}

/** Messages each person sent in Team Chat, to people and to channels: Zoom does not keep them apart. */
export async function* messagesOf(
  client: Client,
  { day, path }: Reading,
): AsyncGenerator<CanonicalRecord> {
  const sent = new Map<string, number>();
  const all = listed<ChatUser>(client, path, { field: "users", query: { from: day, to: day } });
  for await (const { user_id: id, total_sent: n = 0 } of all) {
    if (id) sent.set(id, n);
  }
  yield* totals(sent, { day, verb: "message" });
}

/** Meetings: those each person held, or those each person was in. */
export async function* meetingsOf(
  client: Client,
  { day, path, who }: Reading & { readonly who: Meetings },
): AsyncGenerator<CanonicalRecord> {
  const met = who === "hosts" ? await held(client, path, day) : await attended(client, day);
  yield* totals(met, { day, verb: "meet" });
}

async function held(client: Client, path: string, day: string): Promise<Map<string, number>> {
  const met = new Map<string, number>();
  const query = { type: "active", from: day, to: day };
  for await (const { id, meetings = 0 } of listed<Host>(client, path, { field: "users", query })) {
    if (id) met.set(id, meetings);
  }
  return met;
}

/** Somebody who leaves and comes back is on the list twice, and was in one meeting. */
async function attended(client: Client, day: string): Promise<Map<string, number>> {
  const met = new Map<string, number>();
  const read = new Set<string>();
  const query = { type: "past", from: day, to: day };
  const all = listed<Meeting>(client, "/metrics/meetings", { field: "meetings", query });
  for await (const { uuid } of all) {
    if (read.has(uuid)) continue;
    read.add(uuid);
    const present = new Set<string>();
    const people = { field: "participants", query: { type: "past" } };
    for await (const { id } of listed<Participant>(client, meetingPath(uuid), people)) {
      if (id) present.add(id);
    }
    for (const id of present) met.set(id, (met.get(id) ?? 0) + 1);
  }
  return met;
}

/**
 * Somebody who is counted need not be on the list any more: what was known of them then is not said
 * again, since less is known now.
 */
function* totals(
  all: ReadonlyMap<string, number>,
  { day, verb }: { readonly day: string; readonly verb: Verb },
): Generator<CountRecord> {
  for (const [member, n] of all) {
    if (!Number.isInteger(n) || n <= 0) continue;
    const count: CountRecord = {
      type: "count",
      member,
      group: null,
      day,
      grain: "day",
      verb,
      n,
      counts: "acts",
    };
    yield count;
  }
}
