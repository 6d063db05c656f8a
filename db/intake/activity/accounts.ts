import type { Session } from "../session.ts";

/**
 * Keeps the accounts of a batch: those that were introduced, and those somebody only mentioned.
 * An address they had before is remembered, because what they did then was done under it.
 */
export async function storeAccounts(
  session: Session,
  connectionId: number,
  now: Date,
): Promise<void> {
  await session.query(
    `with named as (
       select distinct on (external_id) * from stage_member order by external_id
     ), corrected as (
       update intake.account a set kind = n.kind, active = n.active, email_key = n.email_key,
         number_key = coalesce(n.number_key, a.number_key)
       from named n where a.connection_id = $1 and a.external_id = n.external_id
         and (a.kind, a.active, a.email_key, a.number_key)
           is distinct from (n.kind, n.active, n.email_key, coalesce(n.number_key, a.number_key))
     )
     insert into intake.account (connection_id, external_id, kind, active, email_key, number_key)
     select $1::smallint, external_id, kind, active, email_key, number_key from named n
     where not exists (
       select from intake.account a where a.connection_id = $1 and a.external_id = n.external_id)`,
    [connectionId],
  );
  await session.query(
    `insert into intake.account_address as known (account_id, email_key, seen_at)
     select distinct a.id, s.email_key, $2::timestamptz
     from stage_member s join intake.account a on a.connection_id = $1 and a.external_id = s.external_id
     where s.email_key is not null
     on conflict (account_id, email_key) do update set seen_at = excluded.seen_at
       where exists (select from intake.account_address other
         where other.account_id = known.account_id and other.seen_at > known.seen_at)`,
    [connectionId, now],
  );
}

/** The accounts that acts, totals and memberships mention and nobody introduced. */
export async function storeMentioned(session: Session, connectionId: number): Promise<void> {
  await session.query(
    `insert into intake.account (connection_id, external_id)
     select $1::smallint, mentioned.id from (
       select member as id from stage_act union select target from stage_act
       union select member from stage_count union select member from stage_membership
     ) as mentioned
     where mentioned.id is not null and not exists (
       select from intake.account a where a.connection_id = $1 and a.external_id = mentioned.id)
     order by 2`,
    [connectionId],
  );
}
