import { newsTeller } from "#app/i18n/news/read.ts";
import type { Viewer } from "#app/model/viewer.ts";
import type { Occasion } from "#db/records/action-reminders.ts";
import { wordsFor } from "../around.ts";
import { type News, section } from "../news/news.ts";
import { type AroundActions, readActions } from "./lines.ts";

/**
 * The mail that reminds an owner of an action, in the words it was written in; null when they may
 * read it no more, or there is nothing left to be reminded of.
 */
export async function readReminder(
  viewer: Viewer,
  { actionId, occasion }: { readonly actionId: number; readonly occasion: Occasion },
  where: Omit<AroundActions, "language">,
): Promise<News | null> {
  const { language } = viewer;
  const actions = await readActions(viewer, { population: null }, { ...where, language });
  const action = actions.find(({ id }) => id === actionId);
  if (action === undefined || action.endedOn !== null) return null;
  const { t, format } = wordsFor(language);
  const tell = newsTeller(language);
  const said = t(`actions.mail.${occasion}`, { day: format.day(action.dueOn) });
  return {
    language,
    subject: said,
    greeting: tell("mail.greeting", { name: viewer.name }),
    title: said,
    lead: t("actions.mail.what"),
    sections: [
      section({
        title: action.doing.text,
        paragraphs: [action.populationName, t("actions.mail.heard", { text: action.heard.text })],
        address: `/actions?change=${actionId}`,
      }),
    ],
    go: tell("mail.go"),
    open: tell("mail.open"),
    rights: tell("mail.rights"),
    choice: t("actions.mail.ends", { address: "{address}" }),
  };
}
