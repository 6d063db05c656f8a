import type { Channel } from "./wire.ts";

/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where an interrupted night stopped: every channel up to this one was read for this window. */
interface Bookmark extends Window {
  readonly createdAt: number;
  readonly id: string;
}

/**
 * Channels by age: one created while a night is interrupted comes last, so that a place in the
 * list is all there is to remember.
 */
export function byAge(a: Channel, b: Channel): number {
  return a.create_at - b.create_at || (a.id < b.id ? -1 : 1);
}

export function bookmarkAfter({ create_at, id }: Channel, window: Window): string {
  const bookmark: Bookmark = { ...window, createdAt: create_at, id };
  return JSON.stringify(bookmark);
}

/** The end of a whole reading. Asked for the same period again, everything is read again. */
export function bookmarkAtEnd({ to }: Window): string {
  return JSON.stringify({ done: to });
}

/**
 * From when a channel is still to be read: the beginning of the window, or where the interrupted
 * night stopped; null when nothing is left. A cursor that is not understood starts over.
 */
export function startOf(channel: Channel, window: Window, cursor: string | null): number | null {
  const bookmark = read(cursor);
  if (bookmark === null || bookmark.from > window.from || bookmark.to <= window.from) {
    return window.from;
  }
  const { create_at, id } = channel;
  const isDone =
    create_at < bookmark.createdAt || (create_at === bookmark.createdAt && id <= bookmark.id);
  if (!isDone) return window.from;
  return bookmark.to < window.to ? bookmark.to : null;
}

function read(cursor: string | null): Bookmark | null {
  try {
    const { from, to, createdAt, id } = JSON.parse(cursor ?? "null") ?? {};
    const isWhole = [from, to, createdAt].every(Number.isFinite) && typeof id === "string";
    return isWhole ? { from, to, createdAt, id } : null;
  } catch {
    return null;
  }
}
