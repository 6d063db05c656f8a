import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { World, WorldAct, WorldGroup, WorldMember } from "#fixtures/world.ts";

const day = 86_400_000;

/** The week that is read. */
export const week = {
  from: new Date("2026-11-02T00:00:00Z"),
  to: new Date("2026-11-09T00:00:00Z"),
};
const [start, end] = [week.from.getTime(), week.to.getTime()];

const at = (moment: number) => new Date(moment).toISOString();
const id = (kind: string, number: number) =>
  `${kind}${String(number).padStart(7, "0")}-1111-4000-8000-000000000000`;

const members: readonly WorldMember[] = Array.from({ length: 160 }, (_, number) => ({
  id: id("a", number),
  email: `person-${number}@example.org`,
  createdAt: at(start - 300 * day),
  ...(number === 158 ? { kind: "guest" as const } : {}),
  ...(number === 159 ? { kind: "bot" as const } : {}),
  ...(number >= 140 && number < 146 ? { deactivatedAt: at(start - (150 - number) * day) } : {}),
}));

const privacies = ["open", "closed", "open", "secret", "closed"] as const;
const groups: readonly WorldGroup[] = Array.from({ length: 12 }, (_, number) => ({
  id: id("b", number),
  name: `Group ${number}`,
  privacy: privacies[number % privacies.length] ?? "open",
  createdAt: at(start - (200 - number) * day),
  members: members.filter((_, place) => number === 0 || place % 12 === number).map((one) => one.id),
}));

/** A world of three weeks: talk, edits, deletions, reactions long after, chats, meetings, a bot. */
export const plant: World = { members, groups, acts: [...talk(), ...beside()].sort(byTime) };

function talk(): WorldAct[] {
  return groups.flatMap((group, which) => {
    const count = which === 0 ? 700 : 130;
    return Array.from({ length: count }, (_, number) => number).flatMap((number): WorldAct[] => {
      const written = start - 14 * day + Math.floor((number / count) * 21 * day);
      const name = (one: number) => `17${which}${String(one).padStart(6, "0")}`;
      const first = number - (number % 4);
      const isPost = number === first;
      const common = { group: group.id, member: personAt(number * 7 + which), at: at(written) };
      const act: WorldAct = {
        ...common,
        id: name(number),
        verb: isPost ? "post" : "comment",
        about: isPost ? null : name(first),
        isQuestion: number % 10 === 3,
        ...(number % 50 === 21 ? { editedAt: at(written + 60_000) } : {}),
        ...(number % 50 === 33 ? { deletedAt: at(written + 120_000) } : {}),
      };
      const isGone = act.deletedAt !== undefined;
      const reactions = isGone || number % 3 !== 0 ? [] : [0, 4 * day, 15 * day];
      return [
        act,
        ...reactions.map((later, place) => ({
          ...common,
          id: `${act.id}-r${place}`,
          verb: "react" as const,
          member: personAt(number + 31 * place + 5),
          about: act.id,
          at: at(written + later + 1000),
          ...(number % 9 === 0 && place === 1 ? { deletedAt: at(written + later + 5000) } : {}),
        })),
      ];
    });
  });
}

/** What happens between two people or in meetings, and what is only looked at. */
function beside(): WorldAct[] {
  return Array.from({ length: 900 }, (_, number) => ({
    id: `18${number}`,
    verb:
      number % 3 === 0
        ? ("meet" as const)
        : number % 3 === 1
          ? ("message" as const)
          : ("view" as const),
    member: personAt(number * 11),
    group: null,
    about: null,
    at: at(start - 2 * day + Math.floor((number / 900) * 9 * day)),
  }));
}

function personAt(place: number): string {
  return members[place % members.length]?.id ?? "";
}

function byTime(a: WorldAct, b: WorldAct): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
}

/** What there was of a world at a moment: what came later has not happened. */
export function worldAt(world: World, moment: string): World {
  const past = (one: string | undefined) => (one !== undefined && one < moment ? one : undefined);
  return {
    ...world,
    acts: world.acts
      .filter((act) => act.at < moment)
      .map(({ editedAt, deletedAt, ...act }) => ({
        ...act,
        ...(past(editedAt) === undefined ? {} : { editedAt }),
        ...(past(deletedAt) === undefined ? {} : { deletedAt }),
      })) as readonly WorldAct[],
  };
}

export function isBot(world: World): (member: string) => boolean {
  const bots = new Set(world.members.filter(({ kind }) => kind === "bot").map((one) => one.id));
  return (member) => bots.has(member);
}

export function isWithin(moment: string, from = week.from, to = week.to): boolean {
  return moment >= from.toISOString() && moment < to.toISOString();
}

export const lastMoment = at(end);

/** What was told, whatever the order and however often. */
export function facts(records: readonly CanonicalRecord[]): string[] {
  const told = records.filter(({ type }) => type !== "progress" && type !== "cursor");
  return [...new Set(told.map((record) => JSON.stringify(record)))].toSorted();
}

export function lastCursor(records: readonly CanonicalRecord[]): string | null {
  return records.findLast((record) => record.type === "cursor")?.value ?? null;
}

/** Figures by member, day and verb, to compare. */
export function tally(counts: Iterable<readonly [string, number]>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, n] of counts) sums.set(key, (sums.get(key) ?? 0) + n);
  return Object.fromEntries([...sums].toSorted());
}
