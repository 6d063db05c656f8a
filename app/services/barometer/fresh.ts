import { newsTeller } from "#app/i18n/news/read.ts";
import type { Alert } from "#app/model/alert.ts";
import { addDays } from "#app/model/period.ts";
import type { Db } from "#db/client.server.ts";
import { readAlerts } from "#db/records/alerts.ts";
import { type KnownConnection, readConnections } from "#db/records/connections.ts";
import { type Night, readNights } from "#db/records/read-nights.ts";
import type { ReleasedWave, ReleasedWeek } from "#db/records/releases.ts";
import { nameIn, type Words } from "../around.ts";
import { isBehind, lastDayOf } from "../networks/behind.ts";

/** So many nights are looked back on. */
const LATELY = 7;

/** What the figures of a page rest on, as far as dates go. */
export interface Fresh {
  readonly sentence: string;
  readonly facts: readonly { readonly name: string; readonly text: string }[];
}

export async function freshnessOf(
  db: Db,
  wave: ReleasedWave | null,
  week: ReleasedWeek | null,
  { timeZone, today }: { readonly timeZone: string; readonly today: string | null },
  words: Words,
): Promise<Fresh> {
  const { t, format } = words;
  const date = (at: Date) => format.date(at, timeZone);
  const connections = (await readConnections(db)).filter(
    ({ state, supplies }) => state !== "ended" && supplies.length > 0,
  );
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
      : t("barometer.fresh.networks.text", {
          title,
          day: format.day(lastDayOf(coveredTo, timeZone)),
        }),
  );
  const behind =
    today === null ? [] : connections.filter((one) => isBehind(one, { today, timeZone }));
  const silent = today === null ? [] : await readAlerts(db, { raisedFrom: today });
  return {
    sentence: [
      sentenceOf(closed, day, words),
      ...(behind.length === 0 ? [] : [sayBehind(behind, timeZone, words)]),
      ...saySilent(
        silent.filter(({ kind, endedOn }) => kind === "network" && endedOn === null),
        connections,
        words,
      ),
    ].join(" "),
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
      { name: t("barometer.fresh.nights"), text: sayNights(await readNights(db, LATELY), words) },
    ],
  };
}

/** Networks of which yesterday is not known, and up to when each is. */
function sayBehind(
  behind: readonly KnownConnection[],
  timeZone: string,
  { language, format }: Words,
): string {
  const tell = newsTeller(language);
  const networks = behind.map(({ title, coveredTo }) =>
    coveredTo === null
      ? tell("networks.behind.never", { title })
      : tell("networks.behind.since", { title, day: format.day(lastDayOf(coveredTo, timeZone)) }),
  );
  return tell("networks.behind", { networks: format.list(networks) });
}

/** Networks that are read and have nothing to tell any more: what is counted lacks what they were. */
function saySilent(
  silent: readonly Alert[],
  connections: readonly KnownConnection[],
  { language, format }: Words,
): readonly string[] {
  return silent.flatMap(({ subject, details: { since } }) => {
    const network = connections.find(({ key }) => key === subject)?.title;
    return network === undefined || since === undefined
      ? []
      : [newsTeller(language)("alerts.network", { network, day: format.day(since) })];
  });
}

/** How the last nights went, and what failed of them. */
function sayNights(nights: readonly Night[], { t, format }: Words): string {
  const ended = nights.filter(({ state }) => state !== "running");
  const failing = ended.map(({ steps }) => steps.filter(({ state }) => state === "failed"));
  const failed = failing.filter((steps) => steps.length > 0);
  if (ended.length === 0) return t("barometer.fresh.nights.none");
  if (failed.length === 0) return t("barometer.fresh.nights.fine", { n: ended.length });
  const steps = new Set(failed.flat().map(({ network, name }) => network ?? name));
  return t("barometer.fresh.nights.failed", {
    n: failed.length,
    all: ended.length,
    steps: format.list([...steps]),
  });
}

function sentenceOf(closed: string | null, day: string | null, { t }: Words): string {
  if (closed !== null && day !== null) return t("barometer.fresh.sentence.both", { closed, day });
  if (closed !== null) return t("barometer.fresh.sentence.wave", { closed });
  return day === null ? "" : t("barometer.fresh.sentence.week", { day });
}
