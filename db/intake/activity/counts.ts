import type { Session } from "../session.ts";

/**
 * Keeps the totals of a batch. A total that is told again replaces the one before: sources correct
 * theirs for days. Returns how many are new or different.
 */
export async function storeCounts(session: Session, connectionId: number): Promise<number> {
  const { rows } = await session.query(
    `with told as (
       select distinct on (s.day, a.id, g.id, s.grain, s.verb, s.counts)
         coalesce(a.id, 0) as account_id, coalesce(g.id, 0) as group_id, s.day, s.grain, s.verb, s.counts, s.n
       from stage_count s
       left join intake.account a on a.connection_id = $1 and a.external_id = s.member
       left join intake."group" g on g.connection_id = $1 and g.external_id = s.group_id
       where a.id is null or not exists (
         select from intake.account_link l join intake.objection o on o.person_id = l.person_id
         where l.account_id = a.id and l.retired_by is null and l.valid @> s.day and o.since <= s.day
           and (o.withdrawn_on is null or o.withdrawn_on > s.day))
       order by s.day, a.id, g.id, s.grain, s.verb, s.counts, s.seq desc
     ), kept as (
       insert into intake.activity_count as c (connection_id, account_id, group_id, day, grain, verb, counts, n)
       select $1::smallint, account_id, group_id, day, grain, verb, counts, n from told
       on conflict (day, connection_id, account_id, group_id, grain, verb, counts)
         do update set n = excluded.n where c.n <> excluded.n
       returning day
     ), weeks as (
       insert into counts.touched_week select distinct date_trunc('week', day)::date from kept
       on conflict do nothing
     ) select count(*) as kept from kept`,
    [connectionId],
  );
  return rows[0].kept;
}
