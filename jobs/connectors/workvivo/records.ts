import type {
  ActivityRecord,
  GroupRecord,
  MemberRecord,
  Privacy,
  Purpose,
  Verb,
} from "#app/model/canonical.ts";
import { isQuestion } from "../question.ts";
import { authorOf, type Item, idOf, isoOf, type Space, spaceOf, type User } from "./wire.ts";

export function memberOf(user: User, id: string): MemberRecord {
  const endedAt = isoOf(user.deactivated_at ?? user.deleted_at);
  return {
    type: "member",
    id,
    email: user.email || null,
    // Often the address itself, where the directory has no number.
    employeeNumber: user.external_id && user.external_id !== user.email ? user.external_id : null,
    kind: user.is_external ? "guest" : "person",
    active: user.has_access !== false && endedAt === null,
    ...(endedAt === null ? {} : { endedAt }),
  };
}

/** Somebody who wrote and is not listed any more. */
export function stranger(id: string): MemberRecord {
  return { type: "member", id, email: null, kind: "person", active: false };
}

const privacies: Readonly<Record<string, Privacy>> = { public: "open", private: "closed" };

/** `hidden`, and what is not known to be more open, counts as secret. */
export function groupOf(space: Space, id: string, purpose: Purpose | null): GroupRecord {
  const privacy = privacies[space.visibility ?? ""] ?? "secret";
  return {
    type: "group",
    id,
    privacy,
    purpose,
    name: privacy === "open" ? (space.name ?? null) : null,
    createdAt: isoOf(space.created_at),
    archivedAt: isoOf(space.archived_at),
  };
}

/** What is read of each of the lists. */
export const kinds = { updates: "post", articles: "post", kudos: "recognise" } as const;
export type Kind = keyof typeof kinds;

/** An update, an article or kudos; null for what names nobody. Ids are told apart by their kind. */
export function actOf(item: Item, kind: Kind): ActivityRecord | null {
  const [id, member, at] = [
    idOf(item),
    authorOf(item),
    isoOf(item.published_at ?? item.created_at),
  ];
  if (id === null || member === null || at === null) return null;
  const [to] = item.recipients ?? item.users ?? [];
  return record(`${kind}/${id}`, kinds[kind], member, at, item, {
    group: spaceOf(item),
    target: kind === "kudos" ? idOf(to) : null,
  });
}

/** A comment or a like. A like that names no time is dated like what is liked, always the same. */
export function replyOf(
  item: Item,
  about: ActivityRecord,
  verb: "comment" | "react",
  target: string | null,
): ActivityRecord | null {
  const member = authorOf(item) ?? (verb === "react" ? idOf(item) : null);
  const at = isoOf(item.created_at) ?? (verb === "react" ? about.at : null);
  const own = verb === "react" ? member : idOf(item);
  if (member === null || at === null || own === null) return null;
  const id = `${about.id}/${verb === "react" ? "likes" : "comments"}/${own}`;
  return record(id, verb, member, at, item, { group: about.group, root: about.id, target });
}

function record(
  id: string,
  verb: Verb,
  member: string,
  at: string,
  item: Item,
  particulars: Partial<Pick<ActivityRecord, "group" | "root" | "target">>,
): ActivityRecord {
  const said =
    verb === "post" || verb === "comment" ? (item.text ?? item.body ?? item.content) : "";
  return {
    type: "activity",
    id,
    verb,
    member,
    ...{ group: null, root: null, target: null },
    ...particulars,
    isQuestion: isQuestion((said ?? "").replaceAll(/<[^>]*>/g, " ")),
    at,
    withdrawnAt: isoOf(item.deleted_at),
  };
}
