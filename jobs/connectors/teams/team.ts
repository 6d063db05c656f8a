import type { CanonicalRecord, GroupRecord, Privacy } from "#app/model/canonical.ts";
import type { Client } from "../http.ts";
import { isRefusal, listed, reasonOf } from "../microsoft/pages.ts";
import { stranger } from "../microsoft/people.ts";
import { activityOf } from "./activity.ts";
import { conversations } from "./messages.ts";
import type { Channel, ChannelMember, DirectoryObject, Team } from "./wire.ts";

/** Records handed over at once: small teams come whole, so that they can be read ahead. */
const BATCH = 2000;

export interface TeamReading {
  readonly team: Team;
  /** Milliseconds, the end excluded. */
  readonly start: number;
  readonly end: number;
  /** "team 3 of 40". */
  readonly where: string;
}

/** Who a team is open to. A hidden membership is all Teams has of secret. */
export function privacyOf({ visibility }: Team): Privacy {
  const word = visibility?.toLowerCase();
  if (word === "public") return "open";
  return word === "hiddenmembership" ? "secret" : "closed";
}

/**
 * One team: who is in it, then its channels. What may not be read of it does not stop the rest.
 * Whoever is named is introduced each time: only the reader of all teams knows who was met already.
 */
export async function* readTeam(
  client: Client,
  reading: TeamReading,
): AsyncGenerator<readonly CanonicalRecord[]> {
  let batch: CanonicalRecord[] = [];
  for await (const record of recordsOf(client, reading)) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function* recordsOf(
  client: Client,
  { team, start, end, where }: TeamReading,
): AsyncGenerator<CanonicalRecord> {
  yield* unlessRefused(where, membersOf(client, team), team.id);
  const channels: Channel[] = [];
  const query = { $select: "id,createdDateTime,membershipType" };
  try {
    for await (const channel of listed<Channel>(client, `/teams/${team.id}/channels`, query)) {
      channels.push(channel);
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    yield { type: "refusal", where, reason: reasonOf(error), groups: [team.id] };
  }
  for (const [index, channel] of channels.entries()) {
    const place = `${where}, channel ${index + 1}`;
    const isApart = (channel.membershipType ?? "standard") !== "standard";
    if (isApart) {
      yield groupApart(channel, team);
      yield* unlessRefused(place, membersApart(client, team, channel), channel.id);
    }
    const group = isApart ? channel.id : team.id;
    const acts = actsIn(client, { team, channel, group, start, end });
    yield* unlessRefused(place, acts, group);
  }
}

async function* membersOf(client: Client, team: Team): AsyncGenerator<CanonicalRecord> {
  const query = { $select: "id", $top: 999 };
  for await (const one of listed<DirectoryObject>(client, `/groups/${team.id}/members`, query)) {
    // A group may hold groups, devices and applications.
    if (!/user$/i.test(one["@odata.type"] ?? "user")) continue;
    yield stranger(one.id, "person");
    yield { type: "membership", group: team.id, member: one.id, joinedAt: null };
  }
}

/** A private or shared channel: a group of its own, that only some of the team may enter. */
function groupApart({ id, createdDateTime }: Channel, team: Team): GroupRecord {
  return {
    type: "group",
    id,
    privacy: privacyOf(team) === "secret" ? "secret" : "closed",
    purpose: null,
    name: null,
    createdAt: createdDateTime ? new Date(createdDateTime).toISOString() : null,
    archivedAt: null,
  };
}

async function* membersApart(
  client: Client,
  team: Team,
  channel: Channel,
): AsyncGenerator<CanonicalRecord> {
  const path = `/teams/${team.id}/channels/${encodeURIComponent(channel.id)}/members`;
  for await (const { userId, email } of listed<ChannelMember>(client, path)) {
    if (!userId) continue;
    // Whoever is not in the directory is of another organisation: the channel is shared with it.
    yield { ...stranger(userId, "guest"), email: email || null };
    yield { type: "membership", group: channel.id, member: userId, joinedAt: null };
  }
}

interface ChannelReading extends Omit<TeamReading, "where"> {
  readonly channel: Channel;
  readonly group: string;
}

async function* actsIn(
  client: Client,
  { team, channel, group, start, end }: ChannelReading,
): AsyncGenerator<CanonicalRecord> {
  const asked = { team: team.id, channel: channel.id, start, end };
  const seen = new Set<string>();
  for await (const roots of conversations(client, asked)) {
    for (const root of roots) {
      if (seen.has(root.id)) continue;
      seen.add(root.id);
      yield* activityOf(root, { group, channel: channel.id, start, end });
    }
  }
}

/** A part that is refused (403) or gone (404) is told as such, and what follows is read. */
async function* unlessRefused(
  where: string,
  records: AsyncGenerator<CanonicalRecord>,
  group: string,
): AsyncGenerator<CanonicalRecord> {
  try {
    yield* records;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    yield { type: "refusal", where, reason: reasonOf(error), groups: [group] };
  }
}
