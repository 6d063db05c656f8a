import type { CanonicalRecord } from "#app/model/canonical.ts";
import { bookmarksOf } from "./bookmark.ts";
import { defineConnector, type RightFound, type Source } from "./connector.ts";
import { type Client, NetworkError } from "./http.ts";
import { activityOf, isConversation } from "./mattermost/activity.ts";
import { files } from "./mattermost/files.ts";
import { introduce, isoOf, memberOf, peopleIn } from "./mattermost/people.ts";
import { changedPosts } from "./mattermost/posts.ts";
import {
  type Channel,
  type ChannelMember,
  listed,
  type Team,
  type User,
} from "./mattermost/wire.ts";
import { declaredPurposes } from "./purposes.ts";

/** Records between two cursors: often enough to lose little, seldom enough to commit in bulk. */
const BATCH = 1000;

const bookmarks = bookmarksOf(({ create_at, id }: Channel) => ({ age: create_at, id }));

/**
 * Mattermost, REST v4, read with a system administrator's personal access token. Its traps are
 * explained where they are met (`mattermost/`); what it cannot tell is in `networks.md`.
 *
 * A night at 100,000 people and 5,000 channels: 500 pages of people, 25 of channels, 5,500 of who is
 * in them, 5,000 of posts: about 11,000 requests, 20 minutes at the 10 a second a server that limits
 * its rate allows.
 */
export const mattermost = defineConnector({
  network: "mattermost",
  title: "Mattermost",
  settings: {
    url: { label: "Server address" },
    token: { label: "Access token of a system administrator", secret: true },
    purposes: { label: "What channels are for (annonces = announcements, …)", optional: true },
  },

  live: {
    declares: {
      each: ["members", "groups", "memberships", "post", "comment", "react", "join", "leave"],
      historyDays: null,
      delayHours: 0,
    },
    rights: [
      {
        name: "system_admin",
        for: "listing every channel, private ones too, and reading what is done there",
      },
    ],
    // Each window asks for what changed since its beginning, up to today: few of them, then.
    windowDays: 182,
    tellsWhatStands: true,
    pull,
    check,
  },
  files,
});

type Named = "url" | "token" | "purposes";

function networkOf({ settings, client }: Source<Named>): Client {
  const api = `${(settings.url ?? "").trim().replace(/\/+(api\/v4\/*)?$/, "")}/api/v4`;
  return client(api, { authorization: `Bearer ${settings.token?.trim() ?? ""}` });
}

/** The roles of a system administrator are told to whoever asks who they are. */
async function* check(source: Source<Named>): AsyncGenerator<RightFound> {
  const { roles } = await networkOf(source).get<User>("/users/me");
  const held = typeof roles === "string" ? roles.split(" ").includes("system_admin") : null;
  yield { right: "system_admin", held };
}

async function* pull(source: Source<Named>): AsyncGenerator<CanonicalRecord> {
  const { settings, from, to, cursor } = source;
  const network = networkOf(source);
  const window = { from: from.getTime(), to: to.getTime() };
  const purposes = declaredPurposes(settings.purposes);
  yield* purposes.refusals;

  const bots = new Set<string>();
  const known = new Set<string>();
  for await (const user of listed<User>(network, "/users", ({ id }) => id)) {
    known.add(user.id);
    if (user.is_bot) bots.add(user.id);
    yield memberOf(user);
  }

  const open = new Set<string>();
  for await (const team of listed<Team>(network, "/teams", ({ id }) => id)) {
    if (team.type === "O") open.add(team.id);
  }

  const channels: Channel[] = [];
  const all = listed<Channel>(network, "/channels", ({ id }) => id, { include_deleted: true });
  for await (const channel of all) {
    channels.push(channel);
    if (isConversation(channel)) continue;
    // A channel anybody may join, in a team only some may enter, is not open.
    const isOpen = channel.type === "O" && open.has(channel.team_id);
    yield {
      type: "group",
      id: channel.id,
      privacy: isOpen ? "open" : "closed",
      purpose: purposes.of.get(channel.name.toLowerCase()) ?? purposes.of.get(channel.id) ?? null,
      name: isOpen ? channel.display_name : null,
      createdAt: isoOf(channel.create_at),
      archivedAt: isoOf(channel.delete_at),
    };
  }

  const total = channels.length;
  yield { type: "progress", done: 0, total };
  let waiting = 0;
  for (const [index, channel] of channels.sort(bookmarks.inOrder).entries()) {
    const start = bookmarks.startOf(channel, window, cursor);
    const isOver = channel.delete_at > 0 && channel.delete_at < window.from;
    if (start !== null && !isOver) {
      const reading = { channel, start, end: window.to, bots, known };
      const where = `channel ${index + 1} of ${total}`;
      for await (const record of readChannel(network, reading, where)) {
        waiting += 1;
        yield record;
      }
    }
    yield { type: "progress", done: index + 1, total };
    if (waiting >= BATCH) {
      waiting = 0;
      yield { type: "cursor", value: bookmarks.after(channel, window) };
    }
  }
  yield { type: "cursor", value: bookmarks.atEnd(window) };
}

interface ChannelReading {
  readonly channel: Channel;
  readonly start: number;
  readonly end: number;
  readonly bots: ReadonlySet<string>;
  /** Everybody who has been introduced. */
  readonly known: Set<string>;
}

/** One channel: who is in it, and what they did. One that may not be read does not stop the others. */
async function* readChannel(
  network: Client,
  { known, ...reading }: ChannelReading,
  where: string,
): AsyncGenerator<CanonicalRecord> {
  const { channel, bots } = reading;
  const authors = new Map<string, string>();
  try {
    if (!isConversation(channel)) {
      const path = `/channels/${channel.id}/members`;
      for await (const { user_id } of listed<ChannelMember>(
        network,
        path,
        (item) => item.user_id,
      )) {
        if (bots.has(user_id)) continue;
        yield* introduce([user_id], known);
        yield { type: "membership", group: channel.id, member: user_id, joinedAt: null };
      }
    }
    for await (const posts of changedPosts(network, channel.id, reading.start)) {
      for (const post of posts) authors.set(post.id, post.user_id);
      for (const post of posts) {
        for (const act of activityOf(post, { ...reading, authors })) {
          yield* introduce(peopleIn(act), known);
          yield act;
        }
      }
    }
  } catch (error) {
    const isThisChannel = error instanceof NetworkError && [403, 404].includes(error.status ?? 0);
    if (!isThisChannel) throw error;
    yield {
      type: "refusal",
      where,
      reason: `HTTP ${error.status}: ${error.said ?? error.trouble}`,
      ...(isConversation(channel) ? {} : { groups: [channel.id] }),
    };
  }
}
