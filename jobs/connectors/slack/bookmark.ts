import type { Channel } from "./wire.ts";

/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where an interrupted night stopped: every channel up to this one was read for this window. */
interface Bookmark extends Window {
  readonly created: number;
  readonly id: string;
}

/** By age: a channel created while a night is interrupted comes last. */
export function byAge(a: Channel, b: Channel): number {
  return Number(a.created) - Number(b.created) || (a.id < b.id ? -1 : 1);
}

export function bookmarkAfter({ created, id }: Channel, window: Window): string {
  const bookmark: Bookmark = { ...window, created: Number(created), id };
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
  const created = Number(channel.created);
  const isDone =
    created < bookmark.created || (created === bookmark.created && channel.id <= bookmark.id);
  if (!isDone) return window.from;
  return bookmark.to < window.to ? bookmark.to : null;
}

function read(cursor: string | null): Bookmark | null {
  try {
    const { from, to, created, id } = JSON.parse(cursor ?? "null") ?? {};
    const isWhole = [from, to, created].every(Number.isFinite) && typeof id === "string";
    return isWhole ? { from, to, created, id } : null;
  } catch {
    return null;
  }
}
