import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export const rhythms = ["weekly", "monthly", "never"] as const;
export type Rhythm = (typeof rhythms)[number];

/** What somebody wants to be written to about. */
export interface MailChoice {
  readonly digest: Rhythm;
  readonly alerts: boolean;
  /** Reminders of actions they own. */
  readonly actions: boolean;
}

/** Of who has chosen nothing. */
const unchosen: MailChoice = { digest: "monthly", alerts: true, actions: true };

export async function readMailChoice(db: Db, viewerId: number): Promise<MailChoice> {
  const row = await db
    .selectFrom("records.viewerMailChoice")
    .where("viewerId", "=", viewerId)
    .select(["digest", "alerts", "actions"])
    .executeTakeFirst();
  return row === undefined ? unchosen : { ...row, digest: row.digest as Rhythm };
}

/** Keeps what a viewer chose for themselves. */
export async function writeMailChoice(
  db: Db,
  viewerId: number,
  { digest, alerts, actions }: MailChoice,
): Promise<void> {
  await db
    .insertInto("records.viewerMailChoice")
    .values({ viewerId, digest, alerts, actions })
    .onConflict((conflict) => conflict.column("viewerId").doUpdateSet({ digest, alerts, actions }))
    .execute();
}

/** Somebody who can be written to, and since when they have an account. */
export interface MailedViewer extends MailChoice {
  readonly id: number;
  readonly createdOn: string;
}

/** Everybody with a role on a day. The accounts of the demo company have no mailbox. */
export async function viewersByMail(
  db: Db,
  day: string,
  timeZone: string,
): Promise<readonly MailedViewer[]> {
  const { rows } = await sql<MailedViewer>`
    select v.id, (v.created_at at time zone ${timeZone})::date as created_on,
      coalesce(c.digest, ${unchosen.digest}) as digest, coalesce(c.alerts, ${unchosen.alerts}) as alerts,
      coalesce(c.actions, ${unchosen.actions}) as actions
    from records.viewer v left join records.viewer_mail_choice c on c.viewer_id = v.id
    where v.disabled_at is null and not v.demo and exists (
      select from records.viewer_role r where r.viewer_id = v.id and r.valid @> ${day}::date)
    order by v.id`.execute(db);
  return rows;
}

export interface MailToQueue {
  readonly viewerId: number;
  readonly kind: "alerts" | "digest";
  /** Of a kind and a period there is one mail a viewer, however often it is asked for. */
  readonly period: string;
  /** The first day it tells of. */
  readonly since: string;
  readonly dueAt: Date;
}

/** Returns how many were not there yet. */
export async function queueMails(db: Db, mails: readonly MailToQueue[]): Promise<number> {
  if (mails.length === 0) return 0;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("records.viewerMail")
    .values(mails.map((mail) => ({ ...mail, claimedAt: null, sentAt: null, why: null })))
    .onConflict((conflict) => conflict.columns(["viewerId", "kind", "period"]).doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}
