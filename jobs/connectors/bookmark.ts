/** Milliseconds: from included, to excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where something stands in a list sorted by age; `age` is a number in all of it or a text in all. */
export interface Place {
  readonly age: number | string;
  readonly id: string;
}

/** Where an interrupted night stopped: everything up to this place was read for this window. */
interface Bookmark extends Window, Place {}

export interface Bookmarks<Item> {
  /** By age: what is made while a night is interrupted comes last, so that a place is all there is to remember. */
  inOrder(a: Item, b: Item): number;
  after(item: Item, window: Window): string;
  /** The end of a whole reading. Asked for the same period again, everything is read again. */
  atEnd(window: Window): string;
  /**
   * From when an item is still to be read: the beginning of the window, or where the interrupted
   * night stopped; null when nothing is left. A cursor that is not understood starts over.
   */
  startOf(item: Item, window: Window, cursor: string | null): number | null;
}

/** Bookmarks in a list of groups that are read one after the other, the oldest first. */
export function bookmarksOf<Item>(placeOf: (item: Item) => Place): Bookmarks<Item> {
  return {
    inOrder: (a, b) => compare(placeOf(a), placeOf(b)),
    after: (item, window) => JSON.stringify({ ...window, ...placeOf(item) }),
    atEnd: ({ to }) => JSON.stringify({ done: to }),
    startOf(item, window, cursor) {
      const bookmark = read(cursor);
      if (bookmark === null || bookmark.from > window.from || bookmark.to <= window.from) {
        return window.from;
      }
      const place = placeOf(item);
      if (typeof place.age !== typeof bookmark.age || compare(place, bookmark) > 0) {
        return window.from;
      }
      return bookmark.to < window.to ? bookmark.to : null;
    },
  };
}

function compare(a: Place, b: Place): number {
  if (a.age !== b.age) return a.age < b.age ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

function read(cursor: string | null): Bookmark | null {
  try {
    const { from, to, age, id } = JSON.parse(cursor ?? "null") ?? {};
    const isAge = Number.isFinite(age) || typeof age === "string";
    const isWhole = isAge && [from, to].every(Number.isFinite) && typeof id === "string";
    return isWhole ? { from, to, age, id } : null;
  } catch {
    return null;
  }
}
