import { newsTeller } from "#app/i18n/news/read.ts";
import type { Alert, AlertKind } from "#app/model/alert.ts";
import { addDays } from "#app/model/period.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { readAlerts as readNoted } from "#db/records/alerts.ts";
import { type Around, wordsFor } from "./around.ts";
import { sayAlert } from "./news/say-alert.ts";

/** One alert, in the reader's words. */
export interface AlertReading {
  readonly key: string;
  readonly sentence: string;
  readonly advice: string;
  /** Since when, or from when to when. */
  readonly when: string;
  readonly isOver: boolean;
  /** Where it leads; null where this reader has no page about it. */
  readonly address: string | null;
}

/** Everything `Alerts` of `app/ui` shows, already said: no words travel with the page. */
export interface AlertsReading {
  readonly title: string;
  readonly sentence: string;
  readonly go: string;
  readonly alerts: readonly AlertReading[];
}

/** Of people's part, which readers of results act on; and of the machine's, which administrators do. */
export const aboutPeople: readonly AlertKind[] = ["participation", "adoption"];
export const aboutMachine: readonly AlertKind[] = ["network", "night"];

type Asked = Around & { readonly timeZone: string; readonly today: string };

/** What still holds, as far as this viewer may know of it; null when there is nothing. */
export async function readAlerts(
  viewer: Viewer,
  kinds: readonly AlertKind[],
  around: Asked,
): Promise<AlertsReading | null> {
  const noted = await readNoted(around.db, { raisedFrom: addDays(around.today, -31) });
  const holding = noted.filter(({ kind, endedOn }) => kinds.includes(kind) && endedOn === null);
  return saidOf(viewer, holding, around);
}

/** What was raised from one day to another, over or not. */
export async function readAlertsOf(
  viewer: Viewer,
  { from, to }: { readonly from: string; readonly to: string },
  around: Asked,
): Promise<AlertsReading | null> {
  const noted = await readNoted(around.db, { raisedFrom: from, raisedTo: to });
  return saidOf(viewer, noted, around);
}

/**
 * Whether somebody may know of an alert: of a population when they may read the figures it was raised
 * from, of networks and nights when they may read the page about them.
 */
export function mayKnow(viewer: Viewer, { kind, population }: Alert): boolean {
  if (population === null) return may(viewer, { do: "read-page", page: "networks" });
  return kind === "participation"
    ? may(viewer, { do: "read-progress", population })
    : may(viewer, { do: "read-figure", population, measure: "active" });
}

async function saidOf(
  viewer: Viewer,
  noted: readonly Alert[],
  around: Asked,
): Promise<AlertsReading | null> {
  const known = noted.filter((alert) => mayKnow(viewer, alert));
  if (known.length === 0) return null;
  const words = { ...wordsFor(around.language), tell: newsTeller(around.language) };
  const alerts: AlertReading[] = [];
  for (const alert of known) alerts.push(await sayAlert(viewer, alert, around, words));
  return {
    title: words.tell("alerts.title"),
    sentence: words.tell("alerts.sentence", { n: alerts.length }),
    go: words.tell("mail.go"),
    alerts,
  };
}
