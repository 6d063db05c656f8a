import { newsTeller } from "#app/i18n/news/read.ts";
import { addDays, mondayOf } from "#app/model/period.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { type AlertsReading, readAlertsOf } from "./alerts.server.ts";
import { wordsFor } from "./around.ts";
import { type News, type NewsSection, section } from "./news/news.ts";
import { type Days, resultsOf } from "./news/results.ts";
import { nightsOf, openWavesOf } from "./news/running.ts";

export type { News, NewsItem, NewsSection, NewsTable } from "./news/news.ts";

interface Where {
  readonly db: Db;
  readonly timeZone: string;
}

/** The week or the month that ended last: the day its digest is due, and the first day it tells of. */
export function periodOf(
  rhythm: "weekly" | "monthly",
  day: string,
): { readonly period: string; readonly since: string } {
  if (rhythm === "weekly") {
    const period = mondayOf(day);
    return { period, since: addDays(period, -7) };
  }
  const period = `${day.slice(0, 7)}-01`;
  return { period, since: `${addDays(period, -1).slice(0, 7)}-01` };
}

/** Whether there is anything here that this viewer could ever be told. */
export function mayHaveNews(viewer: Viewer): boolean {
  return (["barometer", "networks", "waves"] as const).some((page) =>
    may(viewer, { do: "read-page", page }),
  );
}

/**
 * What a viewer is told of a week or a month: as far as their rights reach on the day it is written,
 * from what they could read on the pages. It says so where there is nothing to report.
 */
export async function readDigest(
  viewer: Viewer,
  { period, since }: { readonly period: string; readonly since: string },
  where: Where,
): Promise<News> {
  const { around, words } = saidTo(viewer, where, period);
  const { tell, format } = words;
  const days: Days = { from: since, to: addDays(period, -1) };
  const sections = [
    ...(await resultsOf(viewer, days, around, words)),
    ...(await openWavesOf(viewer, around, words)),
    ...alertsIn(await readAlertsOf(viewer, days, around), tell("digest.alerts")),
    ...(await nightsOf(viewer, days, around, words)),
  ];
  const rhythm = addDays(since, 7) === period ? "weekly" : "monthly";
  const nothing = sections.length === 0;
  const month = new Intl.DateTimeFormat(words.language === "fr" ? "fr-FR" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${since}T00:00:00Z`));
  const day = format.day(since);
  const reads = may(viewer, { do: "read-page", page: "barometer" });
  return {
    ...frameOf(viewer, words),
    subject: nothing
      ? tell(`digest.subject.nothing.${rhythm}`, { day, month })
      : tell(`digest.subject.${rhythm}`, { day, month }),
    title: tell("digest.title", { from: format.day(days.from), to: format.day(days.to) }),
    lead: nothing ? tell(reads ? "digest.nothing" : "digest.nothing.machine") : null,
    sections,
  };
}

/** What was raised on a day, for whoever may know of it; null when that is nothing. */
export async function readAlertNews(
  viewer: Viewer,
  day: string,
  where: Where,
): Promise<News | null> {
  const { around, words } = saidTo(viewer, where, day);
  const alerts = await readAlertsOf(viewer, { from: day, to: day }, around);
  if (alerts === null) return null;
  const { tell } = words;
  const title = tell("mail.alerts.title");
  return {
    ...frameOf(viewer, words),
    subject: tell("mail.alerts.subject", { n: alerts.alerts.length }),
    title,
    lead: tell("mail.alerts.lead"),
    sections: alertsIn(alerts, alerts.title),
  };
}

function saidTo(viewer: Viewer, { db, timeZone }: Where, today: string) {
  const { language } = viewer;
  const words = { ...wordsFor(language), tell: newsTeller(language) };
  return { words, around: { db, language, timeZone, today } };
}

function frameOf(viewer: Viewer, { tell, language }: ReturnType<typeof saidTo>["words"]) {
  return {
    language,
    greeting: tell("mail.greeting", { name: viewer.name }),
    go: tell("mail.go"),
    open: tell("mail.open"),
    rights: tell("mail.rights"),
    choice: tell("mail.choice", { address: "{address}" }),
  };
}

function alertsIn(reading: AlertsReading | null, title: string): readonly NewsSection[] {
  if (reading === null) return [];
  const items = reading.alerts.map(({ sentence, advice, when, address }) => ({
    sentence,
    rest: `${when} ${advice}`,
    address,
  }));
  return [section({ title, items })];
}
