import { addDays, dayIn } from "#app/model/period.ts";
import type { KnownConnection } from "#db/records/connections.ts";

/** The last day of which something is known: what is read up to a midnight ends with the day before. */
export function lastDayOf(coveredTo: Date, timeZone: string): string {
  return dayIn(timeZone, new Date(coveredTo.getTime() - 1));
}

/**
 * Whether a network is behind: of yesterday nothing is known, though it was connected by then. Before
 * the night has run, yesterday is known up to the night before; channels that only ask tell nothing, and
 * are behind with nothing.
 */
export function isBehind(
  { state, supplies, coveredTo, beginsOn }: KnownConnection,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): boolean {
  if (state === "ended" || supplies.length === 0) return false;
  const yesterday = addDays(today, -1);
  return coveredTo === null
    ? beginsOn !== null && beginsOn < yesterday
    : lastDayOf(coveredTo, timeZone) < yesterday;
}
