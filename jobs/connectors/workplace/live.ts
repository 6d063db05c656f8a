import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { bookmarksOf } from "../bookmark.ts";
import type { Source } from "../connector.ts";
import { NetworkError } from "../http.ts";
import { askWorkplace, type Setting } from "./door.ts";
import { actsOf, groupOf, type More, memberOf, messageOf, stranger } from "./records.ts";
import {
  type Ask,
  type Conversation,
  type Group,
  idOf,
  listed,
  type Member,
  momentOf,
  type Post,
  rest,
} from "./wire.ts";

/** Records between two cursors: often enough to lose little, seldom enough to commit in bulk. */
const BATCH = 1000;

/** Ids grow: of two, the longer is the younger. */
const bookmarks = bookmarksOf((group: Group) => {
  const id = idOf(group) ?? "";
  return { age: id.length, id };
});
const DAY = 24 * 3600_000;
/**
 * What is done to a post later than this is not read: a night would have to go through all posts
 * there are. The same for every night, so that what one told the next tells too.
 */
const LIVELY = 28 * DAY;

const people = "id,email,external_id,active,account_deactivate_time";
const written = "id,created_time,from{id},message";
/** One question gives a page of posts with what was done around each, as Meta's own export does. */
const around = [
  written,
  "status_type",
  `comments.limit(50){${written},comments.limit(50){${written}}}`,
  "reactions.limit(100){id,type}",
  "seen.limit(100){id,seen_time}",
  "poll{options{votes.limit(100){id}}}",
].join(",");

interface Known {
  readonly members: Set<string>;
  readonly window: { readonly from: number; readonly to: number };
}

export async function* pull(source: Source<Setting>): AsyncGenerator<CanonicalRecord> {
  const ask = await askWorkplace(source);
  const { settings, cursor } = source;
  const window = { from: source.from.getTime(), to: source.to.getTime() };
  const known: Known = { members: new Set(), window };
  /** Who could write in Work Chat inside the window. */
  const here: string[] = [];

  for await (const member of listed<Member>(ask, "/community/members", {
    fields: people,
    limit: 1000,
  })) {
    const id = idOf(member);
    if (id === null || known.members.has(id)) continue;
    known.members.add(id);
    here.push(id);
    yield memberOf(member, id);
  }
  const former = async function* () {
    const gone = listed<Member>(ask, "/community/former_members", { fields: people, limit: 1000 });
    for await (const member of gone) {
      const id = idOf(member);
      if (id === null || known.members.has(id)) continue;
      known.members.add(id);
      if ((momentOf(member.account_deactivate_time) ?? 0) >= window.from) here.push(id);
      yield memberOf(member, id, true);
    }
  };
  yield* unlessRefused("former members", former, []);

  const groups: Group[] = [];
  for await (const group of groupsUnder(ask, "/community", new Set())) {
    groups.push(group);
    yield groupOf(group, idOf(group) ?? "");
  }
  const total = groups.length;
  yield { type: "progress", done: 0, total };
  let waiting = 0;
  for (const [index, group] of groups.sort(bookmarks.inOrder).entries()) {
    const start = bookmarks.startOf(group, window, cursor);
    if (start !== null) {
      const reading = readGroup(ask, group, { ...known, window: { from: start, to: window.to } });
      const where = `group ${index + 1} of ${total}`;
      for await (const record of unlessRefused(where, () => reading, [idOf(group) ?? ""])) {
        waiting += 1;
        yield record;
      }
    }
    yield { type: "progress", done: index + 1, total };
    if (waiting >= BATCH) {
      waiting = 0;
      yield { type: "cursor", value: bookmarks.after(group, window) };
    }
  }
  if (/^(y|yes|o|oui|true|1)$/i.test(settings.conversations?.trim() ?? "")) {
    for (const member of here) {
      yield* unlessRefused("Work Chat", () => readMessages(ask, member, window));
    }
  }
  yield { type: "cursor", value: bookmarks.atEnd(window) };
}

/** A community inside the community is a list of groups, and is not a group. */
async function* groupsUnder(ask: Ask, above: string, seen: Set<string>): AsyncGenerator<Group> {
  const fields = "id,name,privacy,purpose,archived,is_community,updated_time";
  for await (const group of listed<Group>(ask, `${above}/groups`, { fields, limit: 100 })) {
    const id = idOf(group);
    if (id === null || seen.has(id)) continue;
    seen.add(id);
    if (group.is_community) yield* groupsUnder(ask, `/${id}`, seen);
    else yield group;
  }
}

async function* readGroup(
  ask: Ask,
  group: Group,
  { members, window }: Known,
): AsyncGenerator<CanonicalRecord> {
  const id = idOf(group) ?? "";
  const kind = group.purpose === "WORK_MULTI_COMPANY" ? "guest" : "person";
  for await (const member of listed<Member>(ask, `/${id}/members`, {
    fields: "id,joined",
    limit: 1000,
  })) {
    const who = idOf(member);
    if (who === null) continue;
    // Whoever is in a group and in no list of this company is of another.
    yield* introduce([who], members, "guest");
    const joined = momentOf(member.joined);
    const joinedAt = joined === null ? null : new Date(joined).toISOString();
    yield { type: "membership", group: id, member: who, joinedAt };
  }
  const more: More = (along) => rest(ask, along);
  const posts = listed<Post>(ask, `/${id}/feed`, {
    fields: around,
    since: Math.floor((window.from - LIVELY) / 1000),
    until: Math.ceil(window.to / 1000),
    limit: 25,
  });
  for await (const post of posts) {
    const writtenAt = momentOf(post.created_time);
    if (writtenAt === null) continue;
    for await (const act of actsOf(post, id, more)) {
      const at = Date.parse(act.at);
      if (at < window.from || at >= window.to || at >= writtenAt + LIVELY) continue;
      yield* introduce(peopleIn(act), members, kind);
      yield act;
    }
  }
}

/** Each person's own messages only, so that none is counted twice. */
async function* readMessages(
  ask: Ask,
  member: string,
  window: Known["window"],
): AsyncGenerator<CanonicalRecord> {
  const [since, until] = [Math.floor(window.from / 1000), Math.ceil(window.to / 1000)];
  const fields = `id,messages.since(${since}).until(${until}).limit(100){id,created_time,from{id}}`;
  const all = listed<Conversation>(ask, `/${member}/conversations`, { fields, limit: 50 });
  for await (const { messages } of all) {
    for await (const message of rest(ask, messages)) {
      const act = messageOf(message);
      if (act === null || act.member !== member) continue;
      const at = Date.parse(act.at);
      if (at >= window.from && at < window.to) yield act;
    }
  }
}

/** What may not be read, or is no longer there, does not stop the rest. */
async function* unlessRefused(
  where: string,
  read: () => AsyncGenerator<CanonicalRecord>,
  groups?: readonly string[],
): AsyncGenerator<CanonicalRecord> {
  try {
    yield* read();
  } catch (error) {
    const isOnlyThis =
      error instanceof NetworkError && ["forbidden", "missing", "refused"].includes(error.trouble);
    if (!isOnlyThis) throw error;
    const reason = `HTTP ${error.status}: ${error.said ?? error.trouble}`;
    yield { type: "refusal", where, reason, ...(groups && { groups }) };
  }
}

function* introduce(ids: readonly string[], members: Set<string>, kind: "person" | "guest") {
  for (const id of ids) {
    if (members.has(id)) continue;
    members.add(id);
    yield stranger(id, kind);
  }
}

function peopleIn({ member, target }: ActivityRecord): readonly string[] {
  return target === null ? [member] : [member, target];
}
