import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Source } from "../connector.ts";
import { type Client, NetworkError } from "../http.ts";
import { declaredPurposes } from "../purposes.ts";
import { type Bookmark, offsetOf, readBookmark, withMove } from "./bookmark.ts";
import { translate } from "./translate.ts";
import { dateOf, type Update, wanted } from "./wire.ts";

/** More are never given at once. */
const PAGE = 100;
const allowed = JSON.stringify(wanted);

/** Where a bot's questions go. Its token is a part of the address: `describe` leaves it out of errors. */
export function botOf({ settings, client }: Pick<Source, "settings" | "client">): Client {
  const home = (settings.url?.trim() || "https://api.telegram.org").replace(/\/+$/, "");
  const token = encodeURIComponent(settings.token?.trim() ?? "").replaceAll("%3A", ":");
  return client(`${home}/bot${token}`, {});
}

/**
 * Everything that waits for the bot and happened before `to`. Asking for update n destroys all those
 * before n, so each page is committed before the next is asked for, and the last one is destroyed by
 * the next reading.
 */
export async function* pull(source: Source): AsyncGenerator<CanonicalRecord> {
  const { settings, from, to, cursor } = source;
  const isCalled = (settings.secret ?? "") !== "";
  const { of: purposes, refusals } = declaredPurposes(settings.purposes);
  const bot = botOf(source);
  let before = readBookmark(cursor);
  let offset = offsetOf(before, to.getTime());
  let seen = offset === null ? Number.NEGATIVE_INFINITY : offset - 1;
  const isNew = once();
  for (let isFirst = true; ; isFirst = false) {
    const page = await nextPage(bot, offset, isCalled);
    if (isFirst) yield* refusals;
    const fresh = page
      .filter(({ update_id }) => update_id > seen)
      .toSorted((a, b) => a.update_id - b.update_id);
    let isOver = fresh.length === 0 || page.length < PAGE;
    for (const [place, update] of fresh.entries()) {
      if (update.update_id <= seen) continue;
      const at = momentOf(update, fresh.slice(place), before, to.getTime());
      // It happens after what is being read: it stays where it is, for the next reading.
      if (at >= to.getTime()) {
        isOver = true;
        break;
      }
      before = bookmarkWith(before, update, at);
      const moved = new Map(Object.entries(before.moved));
      if (at >= from.getTime()) {
        for (const record of translate(update, at, { moved, purposes })) {
          if (isNew(record)) yield record;
        }
      }
      seen = update.update_id;
    }
    if (before.update !== null) {
      yield { type: "cursor", value: JSON.stringify(before), isDurable: true };
    }
    if (isOver) return;
    offset = seen + 1;
  }
}

/** Every update tells again who and where; the photos of an album tell one message several times. */
function once(): (record: CanonicalRecord) => boolean {
  const told = new Set<string>();
  return (record) => {
    const isAlbum = record.type === "activity" && record.id.includes("/g");
    if (record.type !== "member" && record.type !== "group" && !isAlbum) return true;
    const key = JSON.stringify(record);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  };
}

async function nextPage(
  bot: Client,
  offset: number | null,
  isCalled: boolean,
): Promise<readonly Update[]> {
  const where = offset === null ? {} : { offset };
  const query = { limit: PAGE, timeout: 0, allowed_updates: allowed, ...where };
  try {
    const { result } = await bot.get<{ readonly result?: unknown }>("/getUpdates", query);
    if (Array.isArray(result)) return result;
  } catch (error) {
    // What happens is sent here by itself; there is nothing to ask for.
    if (isCalled && error instanceof NetworkError && error.status === 409) return [];
    throw error;
  }
  const said = "JSON, but not what Telegram answers";
  throw new NetworkError({ trouble: "unreadable", asked: "GET getUpdates", status: 200, said });
}

/** An answer to a poll has no date: it came after what was told before it. */
function momentOf(update: Update, from: readonly Update[], { at }: Bookmark, to: number): number {
  const date = dateOf(update);
  if (date !== null) return date * 1000;
  const next = from.map(dateOf).find((one) => one !== null);
  const latest = Math.min(to - 1000, next === undefined || next === null ? to : next * 1000);
  // One millisecond after it, so that of two answers the later one is known.
  return at === null || at < to - 24 * 3600_000 ? latest : Math.min(at + 1, to - 1);
}

function bookmarkWith({ at, moved }: Bookmark, update: Update, moment: number): Bookmark {
  const { chat, migrate_to_chat_id: after, migrate_from_chat_id: origin } = update.message ?? {};
  const here = chat?.id;
  let known = moved;
  if (here !== undefined && after !== undefined) known = withMove(moved, here, after);
  else if (here !== undefined && origin !== undefined) known = withMove(moved, origin, here);
  return { update: update.update_id, at: Math.max(at ?? 0, moment), moved: known };
}
