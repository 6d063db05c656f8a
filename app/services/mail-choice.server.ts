import { newsTeller } from "#app/i18n/news/read.ts";
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
  const { digest, alerts } = await readMailChoice(db, viewer.id);
  return {
    title: tell("choice.title"),
    lead: tell("choice.lead"),
    digest: tell("choice.digest"),
    rhythms: rhythms.map((value) => ({ value, label: tell(`choice.${value}`) })),
    chosen: digest,
    alerts: tell("choice.alerts"),
    wantsAlerts: alerts,
    save: tell("choice.save"),
    kept: tell("choice.kept"),
  };
}

/** Keeps what a viewer chose, for themselves and nobody else; what is no choice changes nothing. */
export async function chooseMails({ db, viewer }: ViewerVisit, form: FormData): Promise<void> {
  const digest = rhythms.find((one) => one === form.get("digest"));
  if (digest === undefined) return;
  await writeMailChoice(db, viewer.id, { digest, alerts: form.get("alerts") === "on" });
}
