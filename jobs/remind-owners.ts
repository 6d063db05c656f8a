import { randomUUID } from "node:crypto";
import { dayIn } from "#app/model/period.ts";
import { readReminder } from "#app/services/actions.server.ts";
import {
  type ClaimedReminder,
  claimReminder,
  markReminded,
  putReminderBack,
} from "#db/records/action-reminders.ts";
import { readViewer } from "#db/records/viewers.ts";
import type { Channel, Letter } from "#jobs/channels/channel.ts";
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
  const unread: number[] = [];
  for (let tried = 0; tried < MOST_AT_ONCE; tried += 1) {
    const now = clock();
    const today = dayIn(timeZone, now);
    const claimed = await claimReminder(db, {
      today,
      now,
      daysBefore: DAYS_BEFORE,
      except: unread,
    });
    if (claimed === null) return sent;
    const letter = await letterOf(claimed, { db, today, timeZone, publicAddress }).catch(
      () => "not written" as const,
    );
    if (letter === "not written") {
      // Nothing left: the next minute tries again, and meanwhile the others have their turn.
      await putReminderBack(db, claimed);
      unread.push(claimed.actionId);
      log(
        `reminders of actions: that of action ${claimed.actionId} could not be written, again later`,
      );
      continue;
    }
    if (letter === null) continue;
    // The line broke before the answer: it may have arrived, and is not sent again.
    const became = await email.send(letter).catch(() => null);
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

/** Null for whoever may read the action no more, and where there is nothing left to be reminded of. */
async function letterOf(
  claimed: ClaimedReminder,
  {
    publicAddress,
    ...where
  }: {
    readonly db: Context["db"];
    readonly today: string;
    readonly timeZone: string;
    readonly publicAddress: string;
  },
): Promise<Letter | null> {
  const viewer = await readViewer(where.db, claimed.viewerId, where.today);
  const news = viewer && (await readReminder(viewer, claimed, where));
  if (viewer === null || news === null) return null;
  return {
    purpose: "news",
    token: randomUUID(),
    to: viewer.email,
    language: news.language,
    link: `${publicAddress}/actions`,
    subject: news.subject,
    text: newsText(news, publicAddress),
    html: newsHtml(news, publicAddress),
    questions: [],
  };
}
