/** What has been committed, and may therefore be forgotten by the network. */
export interface Bookmark {
  /** The last update; null before the first. */
  readonly update: number | null;
  /** When it happened, in milliseconds. */
  readonly at: number | null;
  /** Groups that became supergroups: new id, then the one they had first. */
  readonly moved: Readonly<Record<string, string>>;
}

/** Updates are kept for a day: https://core.telegram.org/bots/api#getting-updates */
const KEPT = 24 * 3600_000;

export function readBookmark(cursor: string | null): Bookmark {
  try {
    const { update, at, moved } = JSON.parse(cursor ?? "null") ?? {};
    return {
      update: Number.isSafeInteger(update) ? update : null,
      at: Number.isFinite(at) ? at : null,
      moved: typeof moved === "object" && moved !== null ? moved : {},
    };
  } catch {
    return { update: null, at: null, moved: {} };
  }
}

/**
 * From which update to ask on. After a week of silence the numbers start anywhere, and asking from a
 * higher one would destroy what is waiting; what is older than a day is gone in any case.
 */
export function offsetOf({ update, at }: Bookmark, to: number): number | null {
  return update === null || at === null || at < to - KEPT ? null : update + 1;
}

/** The id a group had first, with one more migration known. */
export function withMove(
  moved: Readonly<Record<string, string>>,
  from: number,
  to: number,
): Readonly<Record<string, string>> {
  return { ...moved, [to]: moved[from] ?? String(from) };
}
