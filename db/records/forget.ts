import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import { forgetActivity, forgetCountedWeeks } from "../intake/forget-activity.ts";
import { forgetComments, forgetPseudonyms } from "../intake/forget-answers.ts";

/** How long each thing is kept, in days. The promise page says the same. */
export const retention = {
  activity: 183,
  /** What a released week was counted from: as long as a correction of it is considered. */
  counts: 56,
  audit: 365,
  comments: 365,
  /** Pseudonyms of answers, once the next wave has closed. */
  pseudonyms: 92,
  /** The same, where no wave has followed. */
  lonePseudonyms: 730,
  attempts: 30,
  /** Meta repeats itself for a week; a message is known again for two. */
  deliveries: 14,
  /** Answers given inside a network that no channel took. */
  inboundAnswers: 30,
  /** What nights noticed of populations and networks. */
  alerts: 365,
  /** That somebody was written to, and when: not what was said. */
  mails: 92,
  /** What an account chose and named for itself, once it is closed. */
  closedAccounts: 30,
} as const;

/** How many rows went, by what they were: proof for whoever has to show that it is done. */
export type Forgotten = Readonly<Record<string, number>>;

/** Removes what nobody may keep any longer. All or nothing. */
export async function forgetExpired(db: Db, now: Date): Promise<Forgotten> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return db.transaction().execute(async (trx) => ({
    ...(await forgetActivity(trx, before(retention.activity))),
    "counts of released weeks": await forgetCountedWeeks(trx, before(retention.counts)),
    ...(await forgetPseudonyms(trx, now, {
      afterNext: retention.pseudonyms,
      alone: retention.lonePseudonyms,
    })),
    comments: await forgetComments(trx, before(retention.comments)),
    ...(await forgetVisits(trx, now, before)),
    ...(await forgetWriting(trx, before)),
  }));
}

async function forgetVisits(db: Db, now: Date, before: (days: number) => Date): Promise<Forgotten> {
  const removed = async (query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
    Number((await query.executeTakeFirst()).numDeletedRows);
  const { rows } = await sql<{ gone: number }>`
    select records.forget_audit(${before(retention.audit)}) as gone`.execute(db);
  return {
    "audit entries": rows[0]?.gone ?? 0,
    sessions: await removed(db.deleteFrom("records.session").where("expiresAt", "<", now)),
    "sign-in attempts": await removed(
      db.deleteFrom("records.signInAttempt").where("at", "<", before(retention.attempts)),
    ),
    deliveries: await removed(
      db.deleteFrom("intake.delivery").where("receivedAt", "<", before(retention.deliveries)),
    ),
    "answers nobody took": await removed(
      db
        .deleteFrom("intake.inboundAnswer")
        .where("receivedAt", "<", before(retention.inboundAnswers)),
    ),
  };
}

async function forgetWriting(db: Db, before: (days: number) => Date): Promise<Forgotten> {
  const removed = async (query: { executeTakeFirst(): Promise<{ numDeletedRows: bigint }> }) =>
    Number((await query.executeTakeFirst()).numDeletedRows);
  const closed = db
    .selectFrom("records.viewer")
    .where("disabledAt", "<", before(retention.closedAccounts))
    .select("id");
  const dayBefore = (days: number) => before(days).toISOString().slice(0, 10);
  return {
    alerts: await removed(
      db
        .deleteFrom("records.alert")
        .where("raisedOn", "<", dayBefore(retention.alerts))
        .where("endedOn", "is not", null),
    ),
    mails: await removed(
      db.deleteFrom("records.viewerMail").where("dueAt", "<", before(retention.mails)),
    ),
    reminders: await removed(
      db.deleteFrom("records.actionReminder").where("claimedAt", "<", before(retention.mails)),
    ),
    "choices of closed accounts": await removed(
      db.deleteFrom("records.viewerMailChoice").where("viewerId", "in", closed),
    ),
    "views of closed accounts": await removed(
      db.deleteFrom("records.savedView").where("viewerId", "in", closed),
    ),
  };
}
