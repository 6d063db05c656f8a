import type { Noticed } from "#app/model/alert.ts";
import { isTimeToTell, lagging } from "#app/statistics/lagging.ts";
import { waveProgress } from "#db/figures/wave-progress.ts";
import { noteAlerts } from "#db/records/alerts.ts";
import { plannedWaves } from "#db/records/plan-wave.ts";
import type { Context } from "../context.ts";
import { watcher } from "./watcher.ts";

/** Raises what lags behind the company while a wave is open, from the ranges that are released of it. */
export async function noticeParticipation(
  { db, now }: Pick<Context, "db" | "now">,
  day: string,
): Promise<number> {
  const noticed: Noticed[] = [];
  for (const { id, key, openedAt, closesAt } of await plannedWaves(db, ["open"])) {
    if (openedAt === null || !isTimeToTell({ openedAt, closesAt, now })) continue;
    const rows = (await waveProgress(db, id)).disclose(watcher);
    const latest = rows.filter((row) => row.day === rows.at(-1)?.day);
    const ranges = latest.map(({ population, least, most }) => ({
      population,
      key: population.key,
      least,
      most,
    }));
    const behind = new Set(
      lagging(
        ranges.find((one) => one.key === "company"),
        ranges,
      ).map((one) => one.key),
    );
    for (const { population } of ranges) {
      // Of several open waves the first one is told: it is one alert a month.
      if (!behind.has(population.key)) continue;
      if (noticed.some(({ subject }) => subject === population.key)) continue;
      noticed.push({ subject: population.key, population, details: { wave: key } });
    }
  }
  return noteAlerts(db, { kind: "participation", day, noticed });
}
