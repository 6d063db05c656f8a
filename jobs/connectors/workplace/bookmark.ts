import { idOf, type Named } from "./wire.ts";

/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Ids grow: a group made while a night is interrupted comes last. */
export function byId(a: Named, b: Named): number {
  const [one, other] = [idOf(a) ?? "", idOf(b) ?? ""];
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}

export function bookmarkAfter(group: Named, window: Window): string {
  return JSON.stringify({ ...window, id: idOf(group) });
}

/** The end of a whole reading. Asked for the same period again, everything is read again. */
export function bookmarkAtEnd({ to }: Window): string {
  return JSON.stringify({ done: to });
}

/**
 * From when a group is still to be read: the beginning of the window, or where the interrupted night
 * stopped; null when nothing is left. A cursor that is not understood starts over.
 */
export function startOf(group: Named, window: Window, cursor: string | null): number | null {
  const bookmark = read(cursor);
  if (bookmark === null || bookmark.from > window.from || bookmark.to <= window.from) {
    return window.from;
  }
  if (byId(group, bookmark) > 0) return window.from;
  return bookmark.to < window.to ? bookmark.to : null;
}

function read(cursor: string | null): (Window & { readonly id: string }) | null {
  try {
    const { from, to, id } = JSON.parse(cursor ?? "null") ?? {};
    const isWhole = [from, to].every(Number.isFinite) && typeof id === "string";
    return isWhole ? { from, to, id } : null;
  } catch {
    return null;
  }
}
