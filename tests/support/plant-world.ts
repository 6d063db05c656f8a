import type { World, WorldAct, WorldGroup, WorldMember } from "#fixtures/world.ts";

const DAY = 24 * 3600_000;

/** The week that is read. */
export const plantWeek = {
  from: "2026-11-02T00:00:00.000Z",
  to: "2026-11-09T00:00:00.000Z",
};
const start = Date.parse(plantWeek.from);
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+/, ".000");

/**
 * A plant of so many people in twelve groups, and a few thousand acts over four weeks: edits,
 * deletions, private messages, a bot, guests, somebody who left. Times are whole seconds, some the
 * same; ids are digits, as those of the networks that number theirs.
 */
export function plantWorld(people = 300): World {
  const members: readonly WorldMember[] = Array.from({ length: people }, (_, number) => ({
    id: String(5001 + number),
    email: number % 40 === 7 ? null : `person-${number}@example.org`,
    createdAt: iso(start - 300 * DAY),
    ...(number === people - 1 ? { kind: "bot" as const } : {}),
    ...(number >= people - 4 && number < people - 1 ? { kind: "guest" as const } : {}),
    ...(number === 11 ? { deactivatedAt: iso(start - 9 * DAY) } : {}),
    ...(number === 12 ? { deactivatedAt: iso(start + 8 * DAY) } : {}),
  }));
  const at = (place: number) => members[place % people]?.id ?? "";
  /** A bot, which is the last of them, writes posts and does nothing else. */
  const person = (place: number) => members[place % (people - 1)]?.id ?? "";
  const groups: readonly WorldGroup[] = Array.from({ length: 12 }, (_, number) => ({
    id: String(1001 + number),
    name: `Group ${number}`,
    privacy: (["open", "closed", "open", "secret"] as const)[number % 4] ?? "open",
    purpose:
      (["teamwork", "announcements", "social", "feedback", "other"] as const)[number % 5] ??
      "other",
    createdAt: iso(start - (200 - number) * DAY),
    members: members
      .filter(({ kind }, place) => kind !== "bot" && (number === 0 || place % 12 === number))
      .map(({ id }) => id),
  }));
  return { members, groups, acts: groups.flatMap(talk).toSorted(byTime) };

  function talk(group: WorldGroup, number: number): WorldAct[] {
    const posts = number === 0 ? 160 : 30;
    return Array.from({ length: posts }, (_, place): WorldAct[] => {
      const when = start - 20 * DAY + Math.floor((place / posts) * 27) * DAY + place * 61_000;
      const id = String(900_000 + number * 10_000 + place * 50);
      const writer = at(place * 7 + number);
      const post: WorldAct = {
        ...{ id, verb: "post", member: writer, group: group.id, about: null, at: iso(when) },
        ...(place % 10 === 3 ? { isQuestion: true } : {}),
        ...(place % 9 === 5 ? { editedAt: iso(when + 3600_000) } : {}),
        ...(place % 17 === 4 ? { deletedAt: iso(when + 2 * DAY) } : {}),
      };
      const around = (verb: WorldAct["verb"], count: number, every: number): WorldAct[] =>
        Array.from({ length: count }, (__, nth) => ({
          id: `${Number(id) + (verb === "comment" ? 1 : verb === "react" ? 16 : 31) + nth}`,
          verb,
          member: person(place * 3 + number + nth + 1),
          group: group.id,
          about: id,
          at: iso(when + (nth + 1) * every),
          ...(verb === "comment" && nth % 4 === 2 ? { isQuestion: true } : {}),
          ...(verb === "comment" && nth === 3 ? { deletedAt: iso(when + 3 * DAY) } : {}),
        }));
      return [
        post,
        ...around("comment", place % 5, 5 * 3600_000),
        ...around("react", place % 7, 7 * 3600_000),
        ...around("view", place % 8, 3600_000),
        {
          id: `m${id}`,
          verb: "message",
          member: person(place + number * 3),
          group: null,
          about: null,
          at: iso(when + 60_000),
        },
      ];
    }).flat();
  }
}

function byTime(a: WorldAct, b: WorldAct): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}
