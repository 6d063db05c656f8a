import { dayIn } from "#app/model/period.ts";
import { mayHaveNews, type News, readAlertNews, readDigest } from "#app/services/digest.server.ts";
import type { Db } from "#db/client.server.ts";
import {
  type ClaimedMail,
  claimMail,
  type MailBecame,
  markMail,
  putMailBack,
  settleMails,
} from "#db/records/send-mail.ts";
import { readViewer } from "#db/records/viewers.ts";
import type { Channel, Letter } from "#jobs/channels/channel.ts";
import type { Context } from "./context.ts";
import { newsHtml } from "./letters/news-html.ts";
import { newsText } from "./letters/news-text.ts";
import { pacer } from "./letters/pace.ts";

/** A mail that surely did not go is tried this often. */
const MOST_ATTEMPTS = 8;
/** A mail server that fails this often in a row is left alone until the next minute. */
const FAILURES_IN_A_ROW = 3;

export interface SendingNews {
  /** Null where no mail is set up: nothing is sent, and what waits is no news after three days. */
  readonly email: Channel | null;
  readonly publicAddress: string;
  readonly clock: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** After this nothing more is begun. */
  readonly until?: Date;
}

/**
 * Sends the alerts and digests that are due, each at most once. What a mail says is read as it leaves,
 * under the rights its reader has then: nothing of it is stored. Returns how many were sent.
 */
export async function sendNews(
  context: Pick<Context, "db" | "timeZone" | "log">,
  { email, publicAddress, clock, wait, until }: SendingNews,
): Promise<number> {
  const { db, log } = context;
  await settleMails(db, clock());
  if (email === null) return 0;
  const pace = pacer(email.perSecond, { clock, wait });
  let [sent, failures] = [0, 0];
  while (failures < FAILURES_IN_A_ROW && (until === undefined || clock() < until)) {
    const mail = await claimMail(db, clock());
    if (mail === null) return sent;
    await pace();
    const became = await sendOne(context, { email, publicAddress, clock }, mail);
    if (became === "sent") sent += 1;
    failures = became === "later" || became === "unsure" ? failures + 1 : 0;
  }
  if (failures >= FAILURES_IN_A_ROW) log("news: the mail server fails, again later");
  return sent;
}

async function sendOne(
  { db, timeZone }: Pick<Context, "db" | "timeZone">,
  { email, publicAddress, clock }: { email: Channel; publicAddress: string; clock: () => Date },
  mail: ClaimedMail,
): Promise<MailBecame | "later"> {
  const settle = async (became: MailBecame, why?: string) => {
    await markMail(db, mail.token, { became, now: clock(), ...(why === undefined ? {} : { why }) });
    return became;
  };
  const later = async (after: number, why: string) => {
    const dueAt = new Date(clock().getTime() + after * 1000);
    await putMailBack(db, mail.token, { dueAt, why });
    return "later" as const;
  };
  const letter = await letterOf(db, mail, { publicAddress, timeZone, now: clock() }).catch(
    () => "not written" as const,
  );
  if (letter === "not written") {
    const why = "it could not be written";
    return mail.attempts >= MOST_ATTEMPTS ? settle("unreachable", why) : later(600, why);
  }
  if (letter === null) return settle("late", "there is nothing to tell them any more");
  try {
    const became = await email.send(letter);
    if (became.outcome === "sent") return settle("sent");
    if (became.outcome === "unreachable" || mail.attempts >= MOST_ATTEMPTS) {
      return settle("unreachable", became.why);
    }
    return later(became.after, became.why);
  } catch {
    return settle("unsure", "the connection broke before the answer");
  }
}

/** The mail as it stands now; null for somebody who may be told nothing any more. */
async function letterOf(
  db: Db,
  { viewerId, kind, period, since, token }: ClaimedMail,
  { publicAddress, timeZone, now }: { publicAddress: string; timeZone: string; now: Date },
): Promise<Letter | null> {
  const viewer = await readViewer(db, viewerId, dayIn(timeZone, now));
  if (viewer === null || !mayHaveNews(viewer)) return null;
  const where = { db, timeZone };
  const news =
    kind === "alerts"
      ? await readAlertNews(viewer, period, where)
      : await readDigest(viewer, { period, since }, where);
  return news && asLetter(news, { token, to: viewer.email, publicAddress });
}

/** News as the channel of mail takes it. */
export function asLetter(
  news: News,
  { token, to, publicAddress }: Pick<Letter, "token" | "to"> & { readonly publicAddress: string },
): Letter {
  return {
    purpose: "news",
    token,
    to,
    language: news.language,
    link: `${publicAddress}/`,
    subject: news.subject,
    text: newsText(news, publicAddress),
    html: newsHtml(news, publicAddress),
    choice: `${publicAddress}/account`,
    questions: [],
  };
}
