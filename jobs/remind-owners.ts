import { randomUUID } from "node:crypto";
import { dayIn } from "#app/model/period.ts";
import { readReminder } from "#app/services/actions.server.ts";
import { claimReminder, markReminded, putReminderBack } from "#db/records/action-reminders.ts";
import { readViewer } from "#db/records/viewers.ts";
import type { Channel } from "#jobs/channels/channel.ts";
import type { Context } from "./context.ts";
import { newsHtml } from "./letters/news-html.ts";
import { newsText } from "./letters/news-text.ts";

/** So long before it is due, an owner is told. */
const DAYS_BEFORE = 7;
/** More at a time than any company has due on one day; the next minute goes on. */
const MOST_AT_ONCE = 100;

export interface Reminding {
  /** Null where no mail is set up: nobody is reminded, and nothing is marked as said. */
  readonly email: Channel | null;
  readonly publicAddress: string;
  readonly clock: () => Date;
}

/**
 * Reminds the owners of actions by mail: once in the week before one is due, once when its day is
 * over. Returns how many mails left. What surely did not leave is tried again the next time.
 */
export async function remindOwners(
  { db, timeZone, log }: Pick<Context, "db" | "timeZone" | "log">,
  { email, publicAddress, clock }: Reminding,
): Promise<number> {
  if (email === null) return 0;
  let sent = 0;
  for (let tried = 0; tried < MOST_AT_ONCE; tried += 1) {
    const now = clock();
    const today = dayIn(timeZone, now);
    const claimed = await claimReminder(db, { today, now, daysBefore: DAYS_BEFORE });
    if (claimed === null) return sent;
    const viewer = await readViewer(db, claimed.viewerId, today);
    const news = viewer && (await readReminder(viewer, claimed, { db, today, timeZone }));
    if (viewer === null || news === null) continue;
    const became = await email
      .send({
        purpose: "news",
        token: randomUUID(),
        to: viewer.email,
        language: news.language,
        link: `${publicAddress}/actions`,
        subject: news.subject,
        text: newsText(news, publicAddress),
        html: newsHtml(news, publicAddress),
        questions: [],
      })
      // The line broke before the answer: it may have arrived, and is not sent again.
      .catch(() => null);
    if (became?.outcome === "sent") {
      await markReminded(db, claimed, clock());
      sent += 1;
    } else if (became?.outcome === "later") {
      await putReminderBack(db, claimed);
      log("reminders of actions: the mail server fails, again later");
      return sent;
    }
  }
  return sent;
}
