import type { Team } from "./wire.ts";

/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where an interrupted night stopped: every team up to this one was read for this window. */
interface Bookmark extends Window {
  readonly createdAt: string;
  readonly id: string;
}

/** Teams by age: one created while a night is interrupted comes last. */
export function byAge(a: Team, b: Team): number {
  if (a.createdDateTime !== b.createdDateTime) {
    return a.createdDateTime < b.createdDateTime ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}

export function bookmarkAfter({ createdDateTime, id }: Team, window: Window): string {
  const bookmark: Bookmark = { ...window, createdAt: createdDateTime, id };
  return JSON.stringify(bookmark);
}

/** The end of a whole reading. Asked for the same period again, everything is read again. */
export function bookmarkAtEnd({ to }: Window): string {
  return JSON.stringify({ done: to });
}

/**
 * From when a team is still to be read: the beginning of the window, or where the interrupted night
 * stopped; null when nothing is left. A cursor that is not understood starts over.
 */
export function startOf(team: Team, window: Window, cursor: string | null): number | null {
  const bookmark = read(cursor);
  if (bookmark === null || bookmark.from > window.from || bookmark.to <= window.from) {
    return window.from;
  }
  const last = { id: bookmark.id, createdDateTime: bookmark.createdAt, displayName: "" };
  const isDone = team.id === bookmark.id || byAge(team, last) < 0;
  if (!isDone) return window.from;
  return bookmark.to < window.to ? bookmark.to : null;
}

function read(cursor: string | null): Bookmark | null {
  try {
    const { from, to, createdAt, id } = JSON.parse(cursor ?? "null") ?? {};
    const isWhole =
      [from, to].every(Number.isFinite) && [createdAt, id].every((one) => typeof one === "string");
    return isWhole ? { from, to, createdAt, id } : null;
  } catch {
    return null;
  }
}
