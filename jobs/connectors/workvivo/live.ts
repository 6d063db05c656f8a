import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import type { Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import { declaredPurposes } from "../purposes.ts";
import { networkOf, type Setting } from "./door.ts";
import { type Paths, pathFor, pathsOf } from "./paths.ts";
import { actOf, groupOf, type Kind, kinds, memberOf, replyOf, stranger } from "./records.ts";
import { authorOf, type Item, idOf, listed, parentOf, type Space, type User } from "./wire.ts";

const DAY = 24 * 3600_000;
/**
 * What is done to something said longer ago than this is not read: the API has no list of what
 * changed, and a night would have to ask about everything ever said.
 */
const LIVELY = 28 * DAY;

export async function* pull(source: Source<Setting>): AsyncGenerator<CanonicalRecord> {
  const { settings } = source;
  const network = networkOf(source);
  const window = { from: source.from.getTime(), to: source.to.getTime() };
  const { paths, refusals } = pathsOf(settings.paths);
  const purposes = declaredPurposes(settings.purposes);
  yield* [...refusals, ...purposes.refusals];
  const known = new Set<string>();

  for await (const user of listed<User>(network, paths.users)) {
    const id = idOf(user);
    if (id === null) continue;
    known.add(id);
    yield memberOf(user, id);
  }
  const spaces: string[] = [];
  for await (const space of listed<Space>(network, paths.spaces)) {
    const id = idOf(space);
    if (id === null) continue;
    spaces.push(id);
    const purpose = purposes.of.get(id) ?? purposes.of.get(space.name?.toLowerCase() ?? "") ?? null;
    yield groupOf(space, id, purpose);
  }
  const inReach = new Set(spaces);
  const lists = Object.keys(kinds) as Kind[];
  const total = spaces.length + lists.length;
  yield { type: "progress", done: 0, total };
  for (const [index, space] of spaces.entries()) {
    const where = `space ${index + 1} of ${spaces.length}`;
    yield* unlessRefused(where, () => readMembers(network, paths, space, known), [space]);
    yield { type: "progress", done: index + 1, total };
  }
  for (const [index, kind] of lists.entries()) {
    for await (const record of unlessRefused(kind, () => readKind(network, paths, kind, window))) {
      if (record.type !== "activity") {
        yield record;
        continue;
      }
      yield* introduce(record, known);
      // A space this application may not see: what is said in it counts, where is not told.
      yield record.group !== null && !inReach.has(record.group)
        ? { ...record, group: null }
        : record;
    }
    yield { type: "progress", done: spaces.length + index + 1, total };
  }
  yield { type: "cursor", value: JSON.stringify({ done: window.to }) };
}

async function* readMembers(
  network: Client,
  paths: Paths,
  space: string,
  known: Set<string>,
): AsyncGenerator<CanonicalRecord> {
  const path = pathFor(paths.members, { id: space });
  if (path === null) return;
  const all = listed<User>(network, path, (one) => one.user?.id ?? one.id);
  for await (const member of all) {
    const id = idOf(member.user ?? member);
    if (id === null) continue;
    if (!known.has(id)) {
      known.add(id);
      yield memberOf(member.user ?? member, id);
    }
    yield { type: "membership", group: space, member: id, joinedAt: null };
  }
}

/** So many in a row that are too old: then the rest of a list that came newest first is older still. */
const ENOUGH = 200;

/**
 * One list. Nothing promises an order: it is read to its end, unless it came newest first without a
 * single exception and has long been too old. What was said in the window, or shortly before it, is
 * asked about.
 */
async function* readKind(
  network: Client,
  paths: Paths,
  kind: Kind,
  window: { readonly from: number; readonly to: number },
): AsyncGenerator<CanonicalRecord> {
  const path = pathFor(paths[kind]);
  if (path === null) return;
  const isInside = ({ at }: ActivityRecord) => {
    const moment = Date.parse(at);
    return moment >= window.from && moment < window.to;
  };
  let last = Infinity;
  let isOrdered = true;
  let older = 0;
  for await (const item of listed<Item>(network, path)) {
    const act = actOf(item, kind);
    if (act === null) continue;
    if (isInside(act)) yield act;
    const saidAt = Date.parse(act.at);
    isOrdered &&= saidAt <= last;
    last = saidAt;
    older = saidAt < window.from - LIVELY ? older + 1 : 0;
    if (isOrdered && older > ENOUGH) return;
    if (saidAt >= window.to || saidAt < window.from - LIVELY || act.withdrawnAt !== null) continue;
    for (const reply of ["comments", "likes"] as const) {
      const count = reply === "comments" ? item.comments_count : item.likes_count;
      const address = pathFor(paths[reply], { kind, id: idOf(item) ?? "" });
      if (address === null || count === 0) continue;
      for await (const record of unlessRefused(`${reply} of ${kind}`, () =>
        readReplies(network, address, act, reply),
      )) {
        if (record.type !== "activity") yield record;
        else if (isInside(record) && Date.parse(record.at) < saidAt + LIVELY) yield record;
      }
    }
  }
}

async function* readReplies(
  network: Client,
  path: string,
  act: ActivityRecord,
  reply: "comments" | "likes",
): AsyncGenerator<CanonicalRecord> {
  // Whole before it is told: an answer may come before what it answers.
  const items: Item[] = [];
  for await (const item of listed<Item>(network, path)) items.push(item);
  const authors = new Map(items.map((item) => [idOf(item) ?? "", authorOf(item)]));
  for (const item of items) {
    const answered = authors.get(parentOf(item) ?? "") ?? act.member;
    const verb = reply === "comments" ? "comment" : "react";
    const record = replyOf(item, act, verb, answered);
    if (record !== null) yield record;
  }
}

async function* unlessRefused(
  where: string,
  read: () => AsyncGenerator<CanonicalRecord>,
  groups?: readonly string[],
): AsyncGenerator<CanonicalRecord> {
  try {
    yield* read();
  } catch (error) {
    const isOnlyThis =
      error instanceof NetworkError && ["forbidden", "missing"].includes(error.trouble);
    if (!isOnlyThis) throw error;
    const reason = `HTTP ${error.status}: ${error.said ?? error.trouble}`;
    yield { type: "refusal", where, reason, ...(groups && { groups }) };
  }
}

/** Somebody erased is still the author of what they wrote. */
function* introduce({ member, target }: ActivityRecord, known: Set<string>) {
  for (const id of [member, target]) {
    if (id === null || known.has(id)) continue;
    known.add(id);
    yield stranger(id);
  }
}
