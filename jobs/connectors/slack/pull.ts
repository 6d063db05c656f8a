import type { CanonicalRecord, RefusalRecord } from "#app/model/canonical.ts";
import { bookmarksOf } from "../bookmark.ts";
import type { Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import { declaredPurposes } from "../purposes.ts";
import { dailyTotals, isQuiet, type Quiet } from "./analytics.ts";
import { listed } from "./ask.ts";
import { archivedAt, groupOf, isConversation, privacyOfPrivate } from "./channels.ts";
import { changesIn } from "./history.ts";
import { introduce, isBot, memberOf, peopleIn } from "./people.ts";
import { saysNo } from "./refusal.ts";
import { refusedChannels } from "./refused-channels.ts";
import { analyticsOf, type Named, networkOf } from "./settings.ts";
import type { Channel, User } from "./wire.ts";

/** Records between two cursors: often enough to lose little, seldom enough to commit in bulk. */
const BATCH = 1000;

// The day a channel was made may come as a text.
const bookmarks = bookmarksOf(({ created, id }: Channel) => ({ age: Number(created), id }));

/** One night, or one window of a first reading. */
export async function* pull(source: Source<Named>): AsyncGenerator<CanonicalRecord> {
  const { settings, cursor } = source;
  const network = networkOf(source);
  const window = { from: source.from.getTime(), to: source.to.getTime() };
  const purposes = declaredPurposes(settings.purposes);
  const naming = { ofPrivate: privacyOfPrivate(settings.privateChannels), purposes };
  yield* purposes.refusals;

  const bots = new Set<string>();
  const known = new Set<string>();
  const everybody = { field: "members", key: ({ id }: User) => id };
  for await (const user of listed(network, "users.list", everybody)) {
    known.add(user.id);
    if (isBot(user)) bots.add(user.id);
    yield memberOf(user);
  }

  const { channels, refusals } = await channelsOf(network);
  yield* refusals;
  for (const channel of channels) yield groupOf(channel, naming);

  let quiet: Quiet | null = null;
  const analytics = analyticsOf(source);
  if (analytics !== null) {
    quiet = yield* dailyTotals(analytics, window, new Set(channels.map(({ id }) => id)));
  }

  const refused = refusedChannels();
  const total = channels.length;
  yield { type: "progress", done: 0, total };
  let waiting = 0;
  for (const [index, channel] of channels.sort(bookmarks.inOrder).entries()) {
    const start = bookmarks.startOf(channel, window, cursor);
    const isOver = (archivedAt(channel) ?? Infinity) < window.from;
    const where = `channel ${index + 1} of ${total}`;
    if (start !== null) {
      const isSilent = isOver || isQuiet(channel.id, quiet, window);
      const reading = { channel: channel.id, start, end: window.to, bots };
      try {
        for await (const record of membersOf(network, channel, { bots, known })) {
          waiting += 1;
          yield record;
        }
        const hopeless = refused.reasonFor(channel);
        if (hopeless !== null) throw hopeless;
        for await (const act of isSilent ? [] : changesIn(network, reading)) {
          waiting += 1;
          yield* introduce(peopleIn(act), known);
          yield act;
        }
      } catch (error) {
        if (!isOnlyThis(error)) throw error;
        refused.add(channel, where, error);
      }
    }
    yield { type: "progress", done: index + 1, total };
    if (waiting >= BATCH) {
      waiting = 0;
      yield { type: "cursor", value: bookmarks.after(channel, window) };
    }
  }
  yield* refused.records();
  yield { type: "cursor", value: bookmarks.atEnd(window) };
}

/** Who is in a channel now. Since when, Slack does not say. */
async function* membersOf(
  network: Client,
  { id: channel }: Channel,
  { bots, known }: { readonly bots: ReadonlySet<string>; readonly known: Set<string> },
): AsyncGenerator<CanonicalRecord> {
  const members = { field: "members", key: (id: string) => id, query: { channel } };
  for await (const member of listed(network, "conversations.members", members)) {
    if (bots.has(member)) continue;
    yield* introduce([member], known);
    yield { type: "membership", group: channel, member, joinedAt: null };
  }
}

/** Public channels; and the private ones the token may see, where the right to list them was given. */
async function channelsOf(
  network: Client,
): Promise<{ readonly channels: Channel[]; readonly refusals: readonly RefusalRecord[] }> {
  const channels: Channel[] = [];
  for (const types of ["public_channel", "private_channel"]) {
    const query = { types, exclude_archived: false };
    const all = { field: "channels", key: ({ id }: Channel) => id, query };
    try {
      for await (const channel of listed(network, "conversations.list", all)) {
        if (!isConversation(channel)) channels.push(channel);
      }
    } catch (error) {
      if (types === "public_channel" || !saysNo(error, "missing_scope")) throw error;
      const reason = error.said ?? error.trouble;
      const where = "private channels";
      return { channels, refusals: [{ type: "refusal", where, reason, groups: [] }] };
    }
  }
  return { channels, refusals: [] };
}

/** One channel that may not be read does not stop the others. */
function isOnlyThis(error: unknown): error is NetworkError {
  return error instanceof NetworkError && ["forbidden", "missing"].includes(error.trouble);
}
