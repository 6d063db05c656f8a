import type { Db } from "../client.server.ts";

/** How long each thing is kept, in days. The promise page says the same. */
export const retention = {
  activity: 183,
  audit: 365,
  attempts: 30,
  /** Meta repeats itself for a week; a message is known again for two. */
  deliveries: 14,
  /** Answers given inside a network that no channel took. */
  inboundAnswers: 30,
} as const;

/** Removes what nobody may keep any longer; returns how many rows went. */
export async function forgetExpired(db: Db, now: Date): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const sessions = await db
    .deleteFrom("records.session")
    .where("expiresAt", "<", now)
    .executeTakeFirst();
  const attempts = await db
    .deleteFrom("records.signInAttempt")
    .where("at", "<", before(retention.attempts))
    .executeTakeFirst();
  const deliveries = await db
    .deleteFrom("intake.delivery")
    .where("receivedAt", "<", before(retention.deliveries))
    .executeTakeFirst();
  const answers = await db
    .deleteFrom("intake.inboundAnswer")
    .where("receivedAt", "<", before(retention.inboundAnswers))
    .executeTakeFirst();
  const gone = [sessions, attempts, deliveries, answers];
  return Number(gone.reduce((sum, { numDeletedRows }) => sum + numDeletedRows, 0n));
}
