import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A mail to a viewer that this process alone may send now. */
export interface ClaimedMail {
  readonly token: string;
  readonly viewerId: number;
  readonly kind: "alerts" | "digest";
  readonly period: string;
  readonly since: string;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
}

/** News that nobody sent for so long is none any more. */
const NEWS_FOR_MS = 3 * 86_400_000;
/** Whoever took a mail before that has ended. */
const ABANDONED_AFTER_MS = 15 * 60_000;
/** What was sent is known for so long, so that it is not sent again. */
const KEPT_DAYS = 92;

/**
 * Takes the next mail that is due and marks it as being sent, so that nobody sends it twice, whatever
 * becomes of this process. Null when nothing is due.
 */
export async function claimMail(db: Db, now: Date): Promise<ClaimedMail | null> {
  const { rows } = await sql<ClaimedMail>`
    update records.viewer_mail set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    where token = (select token from records.viewer_mail
      where state = 'waiting' and due_at <= ${now} order by due_at limit 1 for update skip locked)
    returning token, viewer_id, kind, period, since, attempts`.execute(db);
  return rows[0] ?? null;
}

export type MailBecame = "sent" | "unreachable" | "unsure" | "late";

export async function markMail(
  db: Db,
  token: string,
  { became, why, now }: { readonly became: MailBecame; readonly why?: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("records.viewerMail")
    .set({ state: became, why: why ?? null, ...(became === "sent" ? { sentAt: now } : {}) })
    .where("token", "=", token)
    .execute();
}

/** It surely did not go: it waits until `dueAt`. */
export async function putMailBack(
  db: Db,
  token: string,
  { dueAt, why }: { readonly dueAt: Date; readonly why: string },
): Promise<void> {
  await db
    .updateTable("records.viewerMail")
    .set({ state: "waiting", dueAt, why })
    .where("token", "=", token)
    .where("state", "=", "sending")
    .execute();
}

/** Settles what was left half-way or is too old to be news, and forgets what was sent long ago. */
export async function settleMails(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await sql`
    update records.viewer_mail set state = 'unsure', why = 'whoever was sending it ended'
    where state = 'sending' and claimed_at < ${before(ABANDONED_AFTER_MS)}`.execute(db);
  // Of the period, for a mail that is tried again is due anew.
  await sql`
    update records.viewer_mail set state = 'late', why = 'it was not sent in time'
    where state = 'waiting' and period < ${before(NEWS_FOR_MS)}::date and due_at <= ${now}`.execute(
    db,
  );
  await sql`
    delete from records.viewer_mail
    where state <> 'waiting' and period < ${before(KEPT_DAYS * 86_400_000)}::date`.execute(db);
}
