import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import {
  actsOf,
  commentsIn,
  groupOf,
  type More,
  memberOf,
  messageOf,
  stranger,
} from "../records.ts";
import {
  type Along,
  type Comment,
  type Conversation,
  type Group,
  idOf,
  isoOf,
  type Member,
  type Named,
  type Post,
  pageOf,
} from "../wire.ts";
import type { Kind, Saved } from "./recognise.ts";

/** What is known of a post that is told of again in another file. */
interface Told {
  readonly post: Post;
  readonly group: string | null;
}

/**
 * Pages of the Graph somebody saved before the service closed. Who is there and the groups come
 * first, whatever the order of the files; then what was done.
 */
export async function* readTree(saved: readonly Saved[]): AsyncGenerator<CanonicalRecord> {
  const of = (...kinds: readonly Kind[]) => saved.filter(({ kind }) => kinds.includes(kind));
  const isWhole = of("member").some(isOfCommunity);
  const members = new Set<string>();
  const groups = new Set<string>();
  const guests = new Set<string>();

  for (const page of [...of("member").filter(isOfCommunity), ...of("former")]) {
    for await (const member of itemsOf<Member>(page)) {
      const id = idOf(member);
      if (id === null || members.has(id)) continue;
      members.add(id);
      yield memberOf(member, id, page.kind === "former");
    }
  }
  for (const page of of("group")) {
    for await (const group of itemsOf<Group>(page)) {
      const id = idOf(group);
      if (id === null || group.is_community || groups.has(id)) continue;
      groups.add(id);
      if (group.purpose === "WORK_MULTI_COMPANY") guests.add(id);
      yield groupOf(group, id);
    }
  }
  for (const page of of("member").filter((one) => !isOfCommunity(one))) {
    const group = page.owner ?? "";
    yield* introduceGroup(group);
    for await (const member of itemsOf<Member>(page)) {
      const id = idOf(member);
      if (id === null) continue;
      if (!members.has(id)) {
        members.add(id);
        // Whoever is in a group and not in the whole list of the company is of another.
        yield isWhole ? stranger(id, "guest") : memberOf(member, id);
      }
      yield { type: "membership", group, member: id, joinedAt: isoOf(member.joined) };
    }
  }

  const told = new Map<string, Told>();
  for (const page of of("post")) {
    const cut = new Set<string>();
    for await (const post of itemsOf<Post>(page)) {
      const id = idOf(post);
      if (id === null) continue;
      const group = page.edge === "feed" ? page.owner : groupIn(id);
      yield* introduceGroup(group);
      told.set(id, { post: { ...bare(post) }, group });
      for await (const act of actsOf(post, group, moreOf(cut))) yield* introduced(act);
    }
    yield* cutShort(page, cut);
  }
  for (const page of of("comment", "reaction", "view")) {
    const known = told.get(page.owner ?? "");
    if (known === undefined) {
      const reason = "The post it is about is not among the files. The file was left out.";
      yield { type: "refusal", where: page.entry.label, reason };
      continue;
    }
    const cut = new Set<string>();
    for await (const item of itemsOf<Comment>(page)) {
      for await (const act of actsAbout(known, page.kind, item, moreOf(cut)))
        yield* introduced(act);
    }
    yield* cutShort(page, cut);
  }
  for (const page of of("conversation")) {
    const cut = new Set<string>();
    for await (const { messages } of itemsOf<Conversation>(page)) {
      for await (const message of moreOf(cut)(messages)) {
        const act = messageOf(message);
        if (act !== null) yield* introduced(act);
      }
    }
    yield* cutShort(page, cut);
  }

  function* introduceGroup(id: string | null): Generator<CanonicalRecord> {
    if (id === null || groups.has(id)) return;
    groups.add(id);
    yield groupOf({}, id);
  }

  function* introduced(act: ActivityRecord): Generator<CanonicalRecord> {
    for (const id of [act.member, act.target]) {
      if (id === null || members.has(id)) continue;
      members.add(id);
      yield stranger(id, guests.has(act.group ?? "") ? "guest" : "person");
    }
    yield act;
  }
}

function isOfCommunity({ owner }: Saved): boolean {
  return owner === null;
}

async function* itemsOf<Item extends Named>({ entry, at }: Saved): AsyncGenerator<Item> {
  for await (const item of entry.elements<Item>(at)) {
    if (typeof item === "object" && item !== null) yield item;
  }
}

/** A list that came along, as far as it was saved. */
function moreOf(cut: Set<string>): More {
  return async function* <Item extends Named>(along: Along<Item> | undefined) {
    const page = pageOf(along);
    yield* page.data ?? [];
    if (page.paging?.next !== undefined) cut.add("list");
  };
}

function* cutShort({ entry }: Saved, cut: ReadonlySet<string>): Generator<CanonicalRecord> {
  if (cut.size === 0) return;
  const reason = "A list in it was not saved to its end: what follows is missing, and is not zero.";
  yield { type: "refusal", where: entry.label, reason };
}

async function* actsAbout(
  { post, group }: Told,
  kind: Kind,
  item: Comment,
  more: More,
): AsyncGenerator<ActivityRecord> {
  const root = idOf(post);
  if (root === null) return;
  if (kind === "comment") {
    const author = post.from ? idOf(post.from) : null;
    yield* commentsIn({ comments: [item] }, { group, root, target: author }, more);
    return;
  }
  const around = kind === "reaction" ? { reactions: [item] } : { seen: [item] };
  for await (const act of actsOf({ ...post, ...around }, group, more)) {
    if (act.verb !== "post") yield act;
  }
}

/** What has to be remembered of a post: no text. */
function bare({ id, created_time, from }: Post): Post {
  const known = from ? { from: { id: from.id } } : {};
  return { id, ...(created_time === undefined ? {} : { created_time }), ...known };
}

/** The id of a post is that of its group and its own. */
function groupIn(id: string): string | null {
  return /^(\d+)_\d+$/.exec(id)?.[1] ?? null;
}
