import type { ActivityRecord, GroupRecord, MemberRecord } from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";
import {
  type Along,
  type Comment,
  type Group,
  idOf,
  isoOf,
  type Member,
  type Named,
  type Post,
  privacyOf,
  purposeOf,
} from "./wire.ts";

/** Gives the items of a list that came along, and those that did not. */
export type More = <Item extends Named>(along: Along<Item> | undefined) => AsyncIterable<Item>;

export function memberOf(member: Member, id: string, isFormer = false): MemberRecord {
  const endedAt = isoOf(member.account_deactivate_time);
  return {
    type: "member",
    id,
    email: member.email || null,
    employeeNumber: member.external_id || null,
    kind: "person",
    active: !isFormer && member.active !== false,
    ...(endedAt === null ? {} : { endedAt }),
  };
}

/**
 * Somebody of another company tells only id, name and picture. Who writes and is on no list was
 * erased, or is an integration.
 */
export function stranger(id: string, kind: "person" | "guest"): MemberRecord {
  return { type: "member", id, email: null, kind, active: kind === "guest" };
}

export function groupOf(group: Group, id: string): GroupRecord {
  const privacy = privacyOf(group);
  return {
    type: "group",
    id,
    privacy,
    purpose: purposeOf(group),
    name: privacy === "open" ? (group.name ?? null) : null,
    createdAt: null,
    // The Graph does not say when; an archived group can no longer change.
    archivedAt: group.archived ? isoOf(group.updated_time) : null,
  };
}

/** What the network writes by itself, or for an integration, where people write too. */
const automatic = ["created_group", "tagged_in_photo", "app_created_story"];

/**
 * What people did around one post. A reaction has no time in the Graph, nor a vote: they are dated
 * like their post, always the same.
 */
export async function* actsOf(
  post: Post,
  group: string | null,
  more: More,
): AsyncGenerator<ActivityRecord> {
  const root = idOf(post);
  const written = isoOf(post.created_time);
  if (root === null || written === null) return;
  const author = authorOf(post);
  const about = { group, root, target: author };
  if (author !== null && !automatic.includes(post.status_type ?? "")) {
    const asks = isQuestion(post.message ?? "");
    yield act(root, "post", author, written, { group, isQuestion: asks });
  }
  yield* commentsIn(post, about, more);
  for await (const reaction of more(post.reactions)) {
    const by = idOf(reaction);
    if (by === null) continue;
    yield act(`${root}/${by}`, "react", by, isoOf(reaction.created_time) ?? written, about);
  }
  for await (const view of more(post.seen ?? post.seenby)) {
    const by = idOf(view);
    const at = isoOf(view.seen_time);
    if (by !== null && by !== author && at !== null) {
      yield act(`${root}/seen/${by}`, "view", by, at, about);
    }
  }
  for (const { votes } of listOf(post.poll?.options)) {
    for await (const voter of more(votes)) {
      const by = idOf(voter);
      if (by !== null) yield act(`${root}/vote/${by}`, "vote", by, written, about);
    }
  }
}

/** Comments, and the answers to them: each is addressed to whoever wrote what it is under. */
export async function* commentsIn(
  { comments }: Pick<Comment, "comments">,
  about: { readonly group: string | null; readonly root: string; readonly target: string | null },
  more: More,
): AsyncGenerator<ActivityRecord> {
  for await (const comment of more(comments)) {
    const id = idOf(comment);
    const by = authorOf(comment);
    const at = isoOf(comment.created_time);
    if (id === null || at === null) continue;
    const asks = isQuestion(comment.message ?? "");
    if (by !== null) yield act(id, "comment", by, at, { ...about, isQuestion: asks });
    yield* commentsIn(comment, { ...about, target: by ?? about.target }, more);
  }
}

/** That somebody wrote in Work Chat, and nothing else: neither to whom nor in which conversation. */
export function messageOf(message: Comment): ActivityRecord | null {
  const [id, by, at] = [idOf(message), authorOf(message), isoOf(message.created_time)];
  return id === null || by === null || at === null ? null : act(id, "message", by, at, {});
}

export function authorOf({ from }: Pick<Comment, "from">): string | null {
  return from ? idOf(from) : null;
}

function listOf<Item>(along: Along<Item> | undefined): readonly Item[] {
  if (along === undefined) return [];
  return "data" in along ? (along.data ?? []) : (along as readonly Item[]);
}

function act(
  id: string,
  verb: ActivityRecord["verb"],
  member: string,
  at: string,
  particulars: Partial<Pick<ActivityRecord, "group" | "root" | "target" | "isQuestion">>,
): ActivityRecord {
  const nothing = { group: null, root: null, target: null, isQuestion: false, withdrawnAt: null };
  return { type: "activity", id, verb, member, ...nothing, ...particulars, at };
}
