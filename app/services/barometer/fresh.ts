import { addDays } from "#app/model/period.ts";
import type { Db } from "#db/client.server.ts";
import { readConnections } from "#db/records/connections.ts";
import type { ReleasedWave, ReleasedWeek } from "#db/records/releases.ts";
import { nameIn, type Words } from "../around.ts";

/** What the figures of a page rest on, as far as dates go. */
export interface Fresh {
  readonly sentence: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
}

export async function freshnessOf(
  db: Db,
  wave: ReleasedWave | null,
  week: ReleasedWeek | null,
  timeZone: string,
  words: Words,
): Promise<Fresh> {
  const { t, format } = words;
  const date = (at: Date) => format.date(at, timeZone);
  const connections = (await readConnections(db)).filter(({ state }) => state !== "ended");
  const closed = wave && date(wave.closedAt);
  const day = week && format.day(addDays(week.week, 6));
  const answers =
    wave &&
    t("barometer.fresh.answers.text", {
      wave: nameIn(words, wave),
      closed: date(wave.closedAt),
      released: date(wave.releasedAt),
    });
  const activity =
    week &&
    t("barometer.fresh.activity.text", {
      from: format.day(week.week),
      to: format.day(addDays(week.week, 6)),
      released: date(week.releasedAt),
    });
  const without =
    week && week.without.length > 0
      ? t("barometer.fresh.without", { networks: format.list(week.without) })
      : "";
  const networks = connections.map(({ title, coveredTo }) =>
    coveredTo === null
      ? t("barometer.fresh.networks.never", { title })
      : t("barometer.fresh.networks.text", { title, day: date(coveredTo) }),
  );
  return {
    sentence: sentenceOf(closed, day, words),
    facts: [
      {
        name: t("barometer.fresh.answers"),
        text: answers ?? t("barometer.empty.wave"),
      },
      {
        name: t("barometer.fresh.activity"),
        text: activity === null ? t("barometer.empty.week") : `${activity} ${without}`.trim(),
      },
      {
        name: t("barometer.fresh.networks"),
        text: networks.join(" ") || t("barometer.fresh.networks.none"),
      },
    ],
  };
}

function sentenceOf(closed: string | null, day: string | null, { t }: Words): string {
  if (closed !== null && day !== null) return t("barometer.fresh.sentence.both", { closed, day });
  if (closed !== null) return t("barometer.fresh.sentence.wave", { closed });
  return day === null ? "" : t("barometer.fresh.sentence.week", { day });
}
