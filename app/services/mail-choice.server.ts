import { newsTeller } from "#app/i18n/news/read.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { type Rhythm, readMailChoice, rhythms, writeMailChoice } from "#db/records/viewer-mail.ts";
import { mayHaveNews } from "./digest.server.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** What can be chosen, in the reader's words: pages of everybody do not carry them. */
export interface MailChoiceReading {
  readonly title: string;
  readonly lead: string;
  readonly digest: string;
  readonly rhythms: readonly { readonly value: Rhythm; readonly label: string }[];
  readonly chosen: Rhythm;
  readonly alerts: string;
  readonly wantsAlerts: boolean;
  /** Null for whoever owns no action, and cannot. */
  readonly actions: { readonly label: string; readonly wanted: boolean } | null;
  readonly save: string;
  readonly kept: string;
}

/** Null for whoever could never be told anything. */
export async function readMailForm({
  db,
  viewer,
  language,
}: ViewerVisit): Promise<MailChoiceReading | null> {
  if (!mayHaveNews(viewer)) return null;
  const tell = newsTeller(language);
  const { digest, alerts, actions } = await readMailChoice(db, viewer.id);
  return {
    title: tell("choice.title"),
    lead: tell("choice.lead"),
    digest: tell("choice.digest"),
    rhythms: rhythms.map((value) => ({ value, label: tell(`choice.${value}`) })),
    chosen: digest,
    alerts: tell("choice.alerts"),
    wantsAlerts: alerts,
    actions: ownsActions(viewer) ? { label: tell("choice.actions"), wanted: actions } : null,
    save: tell("choice.save"),
    kept: tell("choice.kept"),
  };
}

/** Keeps what a viewer chose, for themselves and nobody else; what is no choice changes nothing. */
export async function chooseMails({ db, viewer }: ViewerVisit, form: FormData): Promise<void> {
  const digest = rhythms.find((one) => one === form.get("digest"));
  if (digest === undefined) return;
  const kept = await readMailChoice(db, viewer.id);
  await writeMailChoice(db, viewer.id, {
    digest,
    alerts: form.get("alerts") === "on",
    // Who was not asked has not said no.
    actions: ownsActions(viewer) ? form.get("actions") === "on" : kept.actions,
  });
}

function ownsActions(viewer: Viewer): boolean {
  return may(viewer, { do: "read-page", page: "actions" });
}
