import type { CanonicalRecord } from "#app/model/canonical.ts";
import { ArchiveError } from "../archive.ts";
import type { FileReading, FileSource } from "../connector.ts";
import { declaredPurposes } from "../purposes.ts";
import { type BulkLine, channelId, directActs, postActs } from "./bulk.ts";

/**
 * Mattermost's bulk export (`mmctl export create`), JSON lines. It names people and channels by their
 * handles and gives nothing an id, so its ids are made of those: a connection is fed by it or read
 * over the API, not both. What was deleted is not in it.
 */
export const files: FileReading<"purposes"> = {
  declares: {
    each: [
      ...(["members", "groups", "memberships"] as const),
      ...(["post", "comment", "react", "message", "join", "leave"] as const),
    ],
    historyDays: null,
    delayHours: 0,
  },
  formats: ["bulk export (JSON lines, or the zip it comes in)"],
  async *read({ archive, settings }: FileSource<"purposes">) {
    const entries = archive.entries.filter(({ path }) => /\.jsonl$/i.test(path));
    if (entries.length === 0) {
      throw new ArchiveError("There is no file of JSON lines (.jsonl): hand in the bulk export.");
    }
    const purposes = declaredPurposes(settings.purposes);
    yield* purposes.refusals;
    const around: Around = {
      openTeams: new Set(),
      channels: new Set(),
      known: new Set(),
      purposes,
    };
    for (const entry of entries) {
      let number = 0;
      for await (const text of entry.lines()) {
        number += 1;
        if (text.trim() === "") continue;
        const line = parsed(text);
        if (line !== null) yield* recordsOf(line, around);
        else if (number === 1) throw new ArchiveError(`${entry.label} is not a bulk export.`);
        else {
          const where = `${entry.label}, line ${number}`;
          yield { type: "refusal", where, reason: "the line is not JSON of a bulk export" };
        }
      }
    }
  },
};

interface Around {
  readonly openTeams: Set<string>;
  readonly channels: Set<string>;
  readonly known: Set<string>;
  readonly purposes: ReturnType<typeof declaredPurposes>;
}

function* recordsOf(line: BulkLine, around: Around): Generator<CanonicalRecord> {
  if (line.type === "team" && line.team?.type === "O") around.openTeams.add(line.team.name);
  if (line.type === "channel" && line.channel !== undefined) yield* group(line.channel, around);
  if (line.type === "user" && line.user !== undefined) yield* member(line.user, around);
  const acts =
    line.type === "post" && line.post !== undefined
      ? postActs(line.post)
      : line.type === "direct_post" && line.direct_post !== undefined
        ? directActs(line.direct_post)
        : [];
  for (const act of acts) {
    if (act.group !== null && !around.channels.has(act.group)) continue;
    for (const id of act.target === null ? [act.member] : [act.member, act.target]) {
      if (around.known.has(id)) continue;
      around.known.add(id);
      yield { type: "member", id, email: null, kind: "person", active: false };
    }
    yield act;
  }
}

function* group(
  { team, name, display_name, type, deleted_at = 0 }: NonNullable<BulkLine["channel"]>,
  { openTeams, channels, purposes }: Around,
): Generator<CanonicalRecord> {
  const id = channelId(team, name);
  const isOpen = type === "O" && openTeams.has(team);
  channels.add(id);
  yield {
    ...{ type: "group", id, privacy: isOpen ? "open" : "closed" },
    purpose: purposes.of.get(name.toLowerCase()) ?? null,
    name: isOpen ? display_name : null,
    createdAt: null,
    archivedAt: deleted_at > 0 ? new Date(deleted_at).toISOString() : null,
  };
}

function* member(
  { username: id, email, roles, delete_at: gone = 0, teams }: NonNullable<BulkLine["user"]>,
  { channels, known }: Around,
): Generator<CanonicalRecord> {
  known.add(id);
  const kind = roles?.split(" ").includes("system_guest") ? "guest" : "person";
  const ended = gone > 0 ? { endedAt: new Date(gone).toISOString() } : {};
  yield { type: "member", id, email: email || null, kind, active: gone === 0, ...ended };
  for (const team of teams ?? []) {
    for (const { name } of team.channels ?? []) {
      const inside = channelId(team.name, name);
      if (!channels.has(inside)) continue;
      yield { type: "membership", group: inside, member: id, joinedAt: null };
    }
  }
}

function parsed(text: string): BulkLine | null {
  try {
    const value: unknown = JSON.parse(text);
    const isLine = typeof value === "object" && value !== null && "type" in value;
    return isLine ? (value as BulkLine) : null;
  } catch {
    return null;
  }
}
