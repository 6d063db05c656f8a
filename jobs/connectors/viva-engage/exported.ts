import type { CanonicalRecord, MemberRecord, Purpose } from "#app/model/canonical.ts";
import type { Entry } from "../archive.ts";
import { isQuestion } from "../question.ts";
import { idOf, isoOf } from "./yammer-words.ts";

/** Who and what was introduced so far: networks of one company may share people. */
export interface Met {
  readonly users: Set<string>;
  readonly groups: Set<string>;
}

/**
 * People. `soft_delete` stands for somebody deleted or suspended, with the day they were, and for
 * somebody invited who never came, without one.
 */
export async function* readUsers(entry: Entry, met: Met): AsyncGenerator<CanonicalRecord> {
  const rows = entry.rows(["id", "email"], ["state", "deleted_at", "suspended_at"]);
  for await (const row of rows) {
    const id = idOf(row.id);
    if (id === null || met.users.has(id)) continue;
    met.users.add(id);
    const ended = isoOf(row.deleted_at) ?? isoOf(row.suspended_at);
    yield {
      ...unknown(id),
      email: nothing(row.email) ? null : row.email,
      active: ended === null && (nothing(row.state) || row.state === "active"),
      endedAt: ended,
    };
  }
}

/** Groups. One that does not say it is public is not open, and has no name here. */
export async function* readGroups(
  entry: Entry,
  met: Met,
  purposes: ReadonlyMap<string, Purpose>,
): AsyncGenerator<CanonicalRecord> {
  const optional = ["privacy", "private", "created_at", "deleted_at"] as const;
  for await (const row of entry.rows(["id", "name"], optional)) {
    const id = idOf(row.id);
    if (id === null || met.groups.has(id)) continue;
    met.groups.add(id);
    const isOpen = row.privacy?.toLowerCase() === "public" || row.private === "false";
    yield {
      type: "group",
      id,
      privacy: isOpen ? "open" : "closed",
      purpose: purposes.get(id) ?? null,
      name: isOpen ? row.name : null,
      createdAt: isoOf(row.created_at),
      archivedAt: isoOf(row.deleted_at),
    };
  }
}

/**
 * Messages: what begins a thread is a post, what answers is a comment, what was said in private is
 * counted and no more. The body is looked at for a question mark and left here. Whom a comment
 * answers is not looked up: the file may have millions of lines, and names the thread it is in.
 */
export async function* readMessages(entry: Entry, met: Met): AsyncGenerator<CanonicalRecord> {
  const optional = [
    ...(["replied_to_id", "thread_id", "group_id", "in_private_conversation"] as const),
    ...(["sender_type", "message_type", "deleted_at", "body"] as const),
  ];
  for await (const row of entry.rows(["id", "sender_id", "created_at"], optional)) {
    const [id, member, at] = [idOf(row.id), idOf(row.sender_id), isoOf(row.created_at)];
    if (id === null || member === null || at === null) {
      const reason = "it has no id, no sender or no date that can be read";
      yield { type: "refusal", where: `${entry.label}, line ${row.line}`, reason };
      continue;
    }
    const type = row.message_type?.toLowerCase();
    const isBot = !nothing(row.sender_type) && row.sender_type?.toLowerCase() !== "user";
    if (type === "system" || isBot) continue;
    if (!met.users.has(member)) {
      met.users.add(member);
      yield unknown(member);
    }
    const common = { type: "activity", id, member, target: null, at } as const;
    const withdrawnAt = isoOf(row.deleted_at);
    if (row.in_private_conversation?.toLowerCase() === "true") {
      const nowhere = { group: null, root: null, isQuestion: false };
      yield { ...common, ...nowhere, verb: "message", withdrawnAt };
      continue;
    }
    const thread = idOf(row.thread_id);
    const answered = idOf(row.replied_to_id) ?? (thread === id ? null : thread);
    const group = idOf(row.group_id);
    yield {
      ...common,
      verb: answered === null ? "post" : "comment",
      // What is on nobody's list of groups is on a storyline, or in a group of another network.
      group: group !== null && met.groups.has(group) ? group : null,
      root: answered === null ? null : (thread ?? answered),
      isQuestion: type === "question" || isQuestion(row.body ?? ""),
      withdrawnAt,
    };
  }
}

/** Somebody the export names and does not list: erased since. */
function unknown(id: string): MemberRecord {
  return { type: "member", id, email: null, kind: "person", active: false, endedAt: null };
}

/** The export writes `null` where there is nothing. */
function nothing(value: string | null): boolean {
  return value === null || value === "" || value === "null";
}
