/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/**
 * Tokens say "everything before this has been sent", not "everything before this has been told": at
 * two in the morning a server also sends what is only told the next night. So two of them are kept,
 * and a night starts from the last one whose every event was inside what has been told.
 */
export interface Bookmark {
  /** Everything before it has been told; null when all is to be read from the window's start. */
  readonly since: string | null;
  /** The last one received. */
  readonly newest: string | null;
  /** The latest event before `newest`, in milliseconds; null when not all of them were seen. */
  readonly latest: number | null;
  /** Where an interrupted reading stopped: every room up to this one was read for this window. */
  readonly done?: Window & { readonly upTo: string };
}

const start: Bookmark = { since: null, newest: null, latest: null };

/** A cursor that is not understood starts over. */
export function readBookmark(cursor: string | null): Bookmark {
  try {
    const { since, newest, latest, done } = JSON.parse(cursor ?? "null") ?? {};
    if (![since, newest].every((token) => token === null || typeof token === "string"))
      return start;
    if (latest !== null && !Number.isFinite(latest)) return start;
    const isDone = typeof done?.upTo === "string" && [done.from, done.to].every(Number.isFinite);
    return { since, newest, latest, ...(isDone ? { done } : {}) };
  } catch {
    return start;
  }
}

/** From when a room is still to be read; null when nothing is left of it. */
export function startOf(room: string, { done }: Bookmark, window: Window): number | null {
  if (done === undefined || room > done.upTo) return window.from;
  if (done.from > window.from || done.to <= window.from) return window.from;
  return done.to < window.to ? done.to : null;
}

export function bookmarkAfter(room: string, before: Bookmark, window: Window): string {
  const { since, newest, latest } = before;
  const bookmark: Bookmark = { since, newest, latest, done: { ...window, upTo: room } };
  return JSON.stringify(bookmark);
}

/** The end of a whole reading. `latest` is null when some rooms had been read before. */
export function bookmarkAtEnd(
  before: Bookmark,
  { newest, latest }: Pick<Bookmark, "newest" | "latest">,
  { to }: Window,
): string {
  const isTold = (moment: number | null) => moment !== null && moment < to;
  const since = isTold(latest) ? newest : isTold(before.latest) ? before.newest : before.since;
  const bookmark: Bookmark = { since, newest, latest };
  return JSON.stringify(bookmark);
}
