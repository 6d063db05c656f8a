import type { Session } from "../session.ts";

/**
 * Keeps the accounts of a batch. An address they had before is remembered, because what they did
 * then was done under it; a label only while the account belongs to nobody.
 */
export async function storeAccounts(
  session: Session,
  { connectionId, now, today }: { connectionId: number; now: Date; today: string },
): Promise<void> {
  await session.query(
    `with told as (
       select n.external_id, n.kind, n.active, n.email_key, a.id,
         coalesce(n.number_key, a.number_key) as number_key,
         coalesce(n.telephone_key, a.telephone_key) as telephone_key,
         case when not n.active then coalesce(n.ended_at, a.deactivated_at, $2::timestamptz) end as deactivated_at,
         -- Encrypted anew each night: the one that is there stays, as long as it says the same.
         case
           when exists (select from intake.account_link l
             where l.account_id = a.id and l.retired_by is null and l.valid @> $3::date) then null
           when a.label is not null and n.email_key is not distinct from a.email_key
             and (n.telephone_key is null or n.telephone_key is not distinct from a.telephone_key) then a.label
           else n.label
         end as label
       from (select distinct on (external_id) * from stage_member order by external_id) n
       left join intake.account a on a.connection_id = $1 and a.external_id = n.external_id
     ), corrected as (
       update intake.account a set kind = t.kind, active = t.active, deactivated_at = t.deactivated_at,
         email_key = t.email_key, number_key = t.number_key, telephone_key = t.telephone_key, label = t.label
       from told t where a.id = t.id
         and (a.kind, a.active, a.deactivated_at, a.email_key, a.number_key, a.telephone_key, a.label)
           is distinct from
             (t.kind, t.active, t.deactivated_at, t.email_key, t.number_key, t.telephone_key, t.label)
     )
     insert into intake.account (connection_id, external_id, kind, active, deactivated_at, email_key,
       number_key, telephone_key, label)
     select $1::smallint, external_id, kind, active, deactivated_at, email_key, number_key, telephone_key, label
     from told where id is null`,
    [connectionId, now, today],
  );
  await session.query(
    `insert into intake.account_address as known (account_id, email_key, seen_at)
     select distinct a.id, s.email_key, $2::timestamptz
     from stage_member s join intake.account a on a.connection_id = $1 and a.external_id = s.external_id
     where s.email_key is not null
     on conflict (account_id, email_key) do update set seen_at = excluded.seen_at, derived = false
       where known.derived or exists (select from intake.account_address other
         where other.account_id = known.account_id and other.seen_at > known.seen_at)`,
    [connectionId, now],
  );
  await storeOtherAddresses(session, connectionId);
}

/**
 * The other ways to write an address are as old as the address they come from, and go when the
 * settings no longer ask for them.
 */
async function storeOtherAddresses(session: Session, connectionId: number): Promise<void> {
  await session.query(
    `delete from intake.account_address d using stage_member m, intake.account a
     where d.derived and d.account_id = a.id and a.connection_id = $1 and a.external_id = m.external_id
       and not exists (select from stage_address s
         where s.external_id = m.external_id and s.email_key = d.email_key)`,
    [connectionId],
  );
  await session.query(
    `insert into intake.account_address as known (account_id, email_key, seen_at, derived)
     select distinct on (a.id, s.email_key) a.id, s.email_key, w.seen_at, true
     from stage_address s
     join intake.account a on a.connection_id = $1 and a.external_id = s.external_id
     join intake.account_address w on w.account_id = a.id and w.email_key = s.written_key
     order by a.id, s.email_key, w.seen_at desc
     on conflict (account_id, email_key) do update set seen_at = excluded.seen_at
       where known.derived and known.seen_at <> excluded.seen_at`,
    [connectionId],
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
