import { addDays, dayIn } from "#app/model/period.ts";
import { silentSince } from "#app/statistics/silence.ts";
import { networkDays } from "#db/intake/network-days.ts";
import { noteAlerts } from "#db/records/alerts.ts";
import { readConnections } from "#db/records/connections.ts";
import type { Context } from "../context.ts";

/** Twenty ordinary days, and a run of holidays beside the silence itself. */
const DAYS_BACK = 60;

/** A file that comes every month, and some days. */
const DAYS_WITHOUT_FILE = 35;

/**
 * Raises networks that answer and have nothing to tell any more, on days people work, and those whose
 * files do not come any more.
 */
export async function noticeNetworks(
  { db, timeZone }: Pick<Context, "db" | "timeZone">,
  day: string,
  isHoliday: (day: string) => boolean,
): Promise<number> {
  const from = addDays(day, -DAYS_BACK);
  const days = await networkDays(db, { from, to: addDays(day, -1), timeZone });
  const ordinary = days.filter((one) => !isWeekend(one.day) && !isHoliday(one.day));
  const noticed = [...new Set(days.map(({ connection }) => connection))].flatMap((connection) => {
    const since = silentSince(ordinary.filter((one) => one.connection === connection));
    return since === null ? [] : [{ subject: connection, population: null, details: { since } }];
  });
  const waiting = (await readConnections(db)).flatMap(({ key, fedBy, state, coveredTo }) => {
    if (fedBy !== "files" || state !== "active" || coveredTo === null) return [];
    const known = dayIn(timeZone, new Date(coveredTo.getTime() - 1));
    if (day < addDays(known, DAYS_WITHOUT_FILE)) return [];
    return [{ subject: key, population: null, details: { fileUntil: known } }];
  });
  return noteAlerts(db, { kind: "network", day, noticed: [...noticed, ...waiting] });
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
