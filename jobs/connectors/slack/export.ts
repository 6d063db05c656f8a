import type { ActivityRecord, CanonicalRecord } from "#app/model/canonical.ts";
import { type Archive, ArchiveError, type Entry } from "../archive.ts";
import { declaredPurposes } from "../purposes.ts";
import { groupOf, privacyOfPrivate } from "./channels.ts";
import { actsOf, ownAct } from "./messages.ts";
import { introduce, isBot, memberOf, peopleIn } from "./people.ts";
import { type Channel, isTs, type Message, type User } from "./wire.ts";

/** A conversation of the export, and the folder its days are in. */
interface Exported extends Channel {
  readonly members?: readonly string[];
}

type Settings = Readonly<Partial<Record<"privateChannels" | "purposes", string>>>;

/**
 * A workspace export: `users.json`, `channels.json`, a folder for each channel with a file for each
 * day. The export that lawyers get also has `groups.json` (private channels), `dms.json` and
 * `mpims.json`, whose messages are counted, without who they were for.
 *
 * What was deleted is not in it, and neither are those who were in a channel once.
 */
export async function* readExport(
  archive: Archive,
  settings: Settings,
): AsyncGenerator<CanonicalRecord> {
  const purposes = declaredPurposes(settings.purposes);
  yield* purposes.refusals;
  const bots = new Set<string>();
  const known = new Set<string>();
  for await (const user of listIn<User>(archive, "users.json")) {
    if (known.has(user.id)) continue;
    known.add(user.id);
    if (isBot(user)) bots.add(user.id);
    yield memberOf(user);
  }

  const days = archive.entries.filter(({ path }) => dayIn(path) !== null);
  const lastDays = new Map(days.map(({ path }) => [dayIn(path)?.folder, dayIn(path)?.at]));
  const folders = new Map<string, Folder>();
  const ofPrivate = privacyOfPrivate(settings.privateChannels);
  for (const [file, isPrivate] of [
    ["channels.json", false],
    ["groups.json", true],
  ] as const) {
    if (archive.find(file) === null && isPrivate) continue;
    for await (const listed of listIn<Exported>(archive, file)) {
      const folder = listed.name ?? listed.id;
      folders.set(folder, { id: listed.id, isConversation: false });
      // An export does not say when a channel was closed: not before its last day.
      const updated = lastDays.get(folder);
      const channel = { ...listed, is_private: isPrivate, ...(updated ? { updated } : {}) };
      yield groupOf(channel, { ofPrivate, purposes });
      for (const member of listed.members ?? []) {
        if (bots.has(member)) continue;
        yield* introduce([member], known);
        yield { type: "membership", group: channel.id, member, joinedAt: null };
      }
    }
  }
  for (const file of ["dms.json", "mpims.json"]) {
    if (archive.find(file) === null) continue;
    for await (const { id, name } of listIn<Exported>(archive, file)) {
      folders.set(name ?? id, { id, isConversation: true });
    }
  }

  yield { type: "progress", done: 0, total: days.length };
  const authors = new Authors();
  for (const [index, entry] of days.entries()) {
    const folder = folders.get(dayIn(entry.path)?.folder ?? "");
    if (folder === undefined) {
      const reason = "no list of the export has the conversation this day is of";
      yield { type: "refusal", where: entry.label, reason };
    } else {
      for await (const act of actsOfDay(entry, folder, { bots, authors })) {
        yield* introduce(peopleIn(act), known);
        yield act;
      }
    }
    yield { type: "progress", done: index + 1, total: days.length };
  }
}

interface Folder {
  readonly id: string;
  readonly isConversation: boolean;
}

/** Who wrote the posts of one channel that were answered: an older export does not say with the answer. */
class Authors {
  #channel = "";
  readonly #authors = new Map<string, string>();

  meet(channel: string, { ts, user, reply_count: replies }: Message): void {
    if (channel !== this.#channel) this.#authors.clear();
    this.#channel = channel;
    if (user && (replies ?? 0) > 0) this.#authors.set(ts, user);
  }

  of(ts: string): string | null {
    return this.#authors.get(ts) ?? null;
  }
}

interface Reading {
  readonly bots: ReadonlySet<string>;
  readonly authors: Authors;
}

async function* actsOfDay(
  entry: Entry,
  { id: channel, isConversation }: Folder,
  { bots, authors }: Reading,
): AsyncGenerator<ActivityRecord> {
  const place = { channel, bots, authorOf: (ts: string) => authors.of(ts) };
  const seen = new Set<string>();
  for await (const message of entry.elements<Message>()) {
    if (!isTs(message?.ts) || seen.has(message.ts)) continue;
    seen.add(message.ts);
    authors.meet(channel, message);
    if (!isConversation) {
      yield* actsOf(message, place);
      continue;
    }
    const sent = ownAct(message, place);
    if (sent === null || (sent.verb !== "post" && sent.verb !== "comment")) continue;
    const nobody = { group: null, root: null, target: null, isQuestion: false };
    yield { ...sent, verb: "message", ...nobody };
  }
}

async function* listIn<Item extends { readonly id: string }>(
  archive: Archive,
  name: string,
): AsyncGenerator<Item> {
  const entry = archive.find(name);
  if (entry === null) throw new ArchiveError(`${name} is missing: hand in the export as it came.`);
  for await (const item of entry.elements<Item>()) if (typeof item?.id === "string") yield item;
}

/** The folder of a file that is one day of a conversation, and that day; null for any other file. */
function dayIn(path: string): { readonly folder: string; readonly at: number } | null {
  const [, folder, day] = /(?:^|\/)([^/]+)\/(\d{4}-\d{2}-\d{2})\.json$/.exec(path) ?? [];
  return folder === undefined ? null : { folder, at: Date.parse(`${day}T00:00:00Z`) };
}
