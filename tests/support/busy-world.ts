import type { World, WorldAct, WorldGroup, WorldMember } from "#fixtures/world.ts";

const start = Date.parse("2026-10-28T06:00:00Z");
const minute = 60_000;

const members: readonly WorldMember[] = Array.from({ length: 120 }, (_, number) => ({
  id: `p${number}`,
  email: number % 40 === 39 ? null : `person.${number}@example.org`,
  createdAt: "2025-01-01T08:00:00.000Z",
  ...(number % 60 === 59 ? { kind: "bot" as const } : {}),
  ...(number % 25 === 24 ? { kind: "guest" as const } : {}),
}));

const groups: readonly WorldGroup[] = Array.from({ length: 9 }, (_, number) => ({
  id: `g${number}`,
  name: `Groupe ${number}`,
  privacy: (["open", "closed", "secret"] as const)[number % 3] ?? "open",
  createdAt: "2025-02-01T08:00:00.000Z",
  members: members.filter((_, place) => number === 0 || place % 9 === number).map(({ id }) => id),
}));

/**
 * A fortnight of 6,000 acts, the same each time: most of them in one open group, with edits,
 * withdrawals, private conversations, bots and guests. `week` is in the middle of it.
 */
export const busyWorld: World = { members, groups, acts: [...acts()] };

export const week = {
  from: new Date("2026-11-02T00:00:00Z"),
  to: new Date("2026-11-09T00:00:00Z"),
};

function* acts(): Generator<WorldAct> {
  const random = chance(7);
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const bots = new Set(members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));
  const posts = new Map<string, string[]>();
  const authors = new Map<string, string>();
  const voted = new Set<string>();
  for (let number = 0; number < 6000; number += 1) {
    // Some share their second with another, as in real life.
    const at = new Date(start + Math.floor(number / 2) * 6.4 * minute + (number % 3) * 1000);
    const moment = at.toISOString().replace(/\.\d+Z$/, ".000Z");
    const group = number % 3 === 0 ? pick(groups) : groups[0];
    if (group === undefined) return;
    const member = pick(group.members);
    const act = { id: `a${number}`, member, group: group.id, about: null, at: moment };
    const recent = (posts.get(group.id) ?? []).slice(-20);
    const about = recent.length === 0 ? null : pick(recent);
    const dice = random();
    if (bots.has(member)) {
      yield { ...act, verb: "post" };
    } else if (dice < 0.1) {
      yield { ...act, verb: "message", group: null };
    } else if (dice < 0.3 || about === null) {
      posts.set(group.id, [...recent, act.id]);
      authors.set(act.id, member);
      yield { ...act, verb: "post", isQuestion: number % 7 === 0, ...later(number, at) };
    } else if (dice < 0.6) {
      yield { ...act, verb: "comment", about, isQuestion: number % 5 === 0, ...later(number, at) };
    } else if (dice < 0.85) {
      yield { ...act, verb: "react", about };
    } else if (dice < 0.92 && about.endsWith("3") && !voted.has(`${about} ${member}`)) {
      voted.add(`${about} ${member}`);
      yield { ...act, verb: "vote", about };
    } else if (authors.get(about) !== member) {
      yield { ...act, verb: "view", about };
    }
  }
}

/** One in eleven is edited, one in thirteen withdrawn, some of them days later. */
function later(number: number, at: Date): Partial<WorldAct> {
  const after = (minutes: number) => new Date(at.getTime() + minutes * minute).toISOString();
  if (number % 11 === 0) return { editedAt: after(3) };
  return number % 13 === 0 ? { deletedAt: after(number % 2 === 0 ? 5 : 3 * 24 * 60) } : {};
}

/** Always the same chances. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
