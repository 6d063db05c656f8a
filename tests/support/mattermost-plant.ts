import type { ActivityRecord } from "#app/model/canonical.ts";
import {
  type MattermostChannel,
  type MattermostPost,
  type MattermostUser,
  type MattermostWorld,
  mattermostId,
} from "#fixtures/mattermost-server.ts";
import { canary } from "#fixtures/recording.ts";

const day = 24 * 3600_000;

/** The week that is read, and a plant whose busiest channel has more posts in it than a server lists. */
export const week = {
  from: new Date("2026-11-02T00:00:00Z"),
  to: new Date("2026-11-09T00:00:00Z"),
};
const [start, end] = [week.from.getTime(), week.to.getTime()];

const users: readonly MattermostUser[] = Array.from({ length: 430 }, (_, number) => ({
  id: mattermostId("user", number),
  username: `person-${String(number).padStart(3, "0")}`,
  email: `person-${number}@example.org`,
  createdAt: start - 300 * day,
  ...(number === 429 ? { kind: "bot" as const } : {}),
}));

const team = {
  id: mattermostId("team"),
  name: "plant",
  displayName: "Plant",
  type: "O" as const,
  createdAt: start - 300 * day,
};

const channels: readonly MattermostChannel[] = Array.from({ length: 14 }, (_, number) => ({
  id: mattermostId("channel", number),
  teamId: team.id,
  type: number % 5 === 4 ? ("P" as const) : ("O" as const),
  name: `channel-${number}`,
  displayName: number % 5 === 4 ? canary : `Channel ${number}`,
  createdAt: start - (200 - number) * day,
  members: users.filter((_, place) => number === 0 || place % 14 === number).map(({ id }) => id),
  ...(number === 13 ? { deletedAt: start - day } : {}),
}));

const posts = new Map(channels.map(({ id }, number) => [id, conversation(number)]));

export const plant: MattermostWorld = {
  users,
  teams: [team],
  channels,
  postsOf: (id) => posts.get(id) ?? [],
};

/** Four weeks of talk, most of it in the week that is read; times of a minute, so that some tie. */
function conversation(channel: number): MattermostPost[] {
  const [before, during] = channel === 0 ? [300, 1500] : [30, 120];
  return Array.from({ length: before + during + 5 }, (_, number) => {
    const share = (number - before) / during;
    const createdAt =
      number < before
        ? start - 28 * day + Math.floor((number / before) * 27 * day)
        : start + Math.floor((share * (end - start)) / 60_000) * 60_000;
    const id = (which: number) => mattermostId("post", channel, which);
    const roots = { rootId: id(number - (number % 4)) };
    return {
      id: id(number),
      userId: userAt(number * 7 + channel),
      createdAt,
      message: number % 10 === 3 ? `${canary} ?` : canary,
      ...(number % 4 === 0 ? {} : roots),
      ...(number % 50 === 21 ? { editedAt: createdAt + 60_000 } : {}),
      ...(number % 50 === 33 ? { deletedAt: createdAt + 120_000 } : {}),
      reactions: reactionsTo(number, createdAt),
    };
  });
}

/** Some at once, some much later: what was written before the week is still reacted to in it. */
function reactionsTo(number: number, createdAt: number) {
  if (number % 50 === 33 || number % 3 !== 0) return [];
  return [0, 4 * day, 25 * day].map((later, place) => ({
    userId: userAt(number + place),
    emoji: place === 1 ? "tada" : "+1",
    createdAt: createdAt + later + 1000,
  }));
}

/** Anybody but the bot, except now and then. */
function userAt(place: number): string {
  return users[place % users.length]?.id ?? "";
}

/** What happened at the plant in a period, told from the plant itself and not from its server. */
export function activityAt(world: MattermostWorld, from: number, to: number): ActivityRecord[] {
  const bots = new Set(world.users.filter(({ kind }) => kind === "bot").map(({ id }) => id));
  const common = { type: "activity", isQuestion: false, withdrawnAt: null } as const;
  const acts = world.channels
    .filter(({ deletedAt }) => deletedAt === undefined || deletedAt >= from)
    .flatMap(({ id: group }) => {
      const authors = new Map(world.postsOf(group).map((post) => [post.id, post.userId]));
      return world.postsOf(group).flatMap((post): ActivityRecord[] => [
        {
          ...common,
          id: post.id,
          verb: post.rootId === undefined ? "post" : "comment",
          member: post.userId,
          group,
          root: post.rootId ?? null,
          target: authors.get(post.rootId ?? "") ?? null,
          isQuestion: post.deletedAt === undefined && (post.message ?? "").endsWith("?"),
          at: new Date(post.createdAt).toISOString(),
          withdrawnAt: post.deletedAt === undefined ? null : new Date(post.deletedAt).toISOString(),
        },
        ...(post.reactions ?? []).map((reaction) => ({
          ...common,
          id: `${post.id}/${reaction.userId}/${reaction.emoji}`,
          verb: "react" as const,
          member: reaction.userId,
          group,
          root: post.rootId ?? post.id,
          target: post.userId,
          at: new Date(reaction.createdAt).toISOString(),
        })),
      ]);
    });
  return acts.filter(
    ({ at, member }) => Date.parse(at) >= from && Date.parse(at) < to && !bots.has(member),
  );
}
