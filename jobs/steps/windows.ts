import type { Connection, Cursor } from "#db/intake/connection.ts";
import { instantsIn } from "#jobs/imports/dates/local-time.ts";
import type { Context } from "../context.ts";

/** From (included) to (excluded). */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Networks tell some things late, and edit: what is read twice is kept once. */
const OVERLAP = 2 * DAY;
/** How far back a network is read the first time, when nobody said. */
const FIRST = 28 * DAY;

/** From a little before where the last reading ended, to the hour it is. */
export function windowOf(
  { coveredTo, beginsOn }: Pick<Connection, "coveredTo" | "beginsOn">,
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
): Window {
  const to = new Date(Math.floor(now.getTime() / HOUR) * HOUR);
  const begins =
    beginsOn === null ? null : instantsIn(timeZone)(Date.parse(`${beginsOn}T00:00:00Z`));
  if (coveredTo === null) return { from: new Date(begins ?? to.getTime() - FIRST), to };
  return { from: new Date(Math.max(coveredTo.getTime() - OVERLAP, begins ?? 0)), to };
}

/** Whether the last reading was broken off: its bookmark is in the middle of a window. */
export function isInterrupted(bookmark: Cursor | null, coveredTo: Date | null): boolean {
  const end = bookmark?.windowTo ?? null;
  return end !== null && (coveredTo === null || end > coveredTo);
}

/**
 * The windows a long one is read in, oldest first, each covered once it has been read. An
 * interrupted reading goes on with the window that was cut, so that its bookmark still fits.
 */
export function windowsOf(
  { from, to }: Window,
  { bookmark, coveredTo }: { bookmark: Cursor | null; coveredTo: Date | null },
  days: number | undefined,
): readonly Window[] {
  const cut = isInterrupted(bookmark, coveredTo) ? bookmark : null;
  const begins = cut?.windowFrom != null && cut.windowFrom > from ? cut.windowFrom : from;
  const length = (days ?? Number.POSITIVE_INFINITY) * DAY;
  if (to.getTime() - begins.getTime() <= length + OVERLAP) return [{ from: begins, to }];
  const windows: Window[] = [];
  let next = cut?.windowTo != null && cut.windowTo < to ? cut.windowTo : null;
  for (let start = begins; start < to; start = windows.at(-1)?.to ?? to) {
    const end = next ?? new Date(Math.min(start.getTime() + length, to.getTime()));
    next = null;
    windows.push({ from: start, to: end });
  }
  return windows;
}
