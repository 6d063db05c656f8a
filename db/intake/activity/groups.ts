import type { Session } from "../session.ts";
import { type Dated, untilKnown, writeTimeline } from "../timeline.ts";

const states: Dated = {
  table: "intake.group_state",
  keys: ["group_id"],
  values: ["privacy", "purpose", "name"],
};

export interface GroupDay {
  readonly connectionId: number;
  /** In the company's time zone. */
  readonly today: string;
  readonly now: Date;
  /** The import dated facts belong to; made when there is one to write. */
  importId(): Promise<number>;
}

/** Keeps the groups of a batch, and since when each is open, closed or secret. */
export async function storeGroups(
  session: Session,
  { connectionId, today, importId }: GroupDay,
): Promise<void> {
  await session.query(
    `with corrected as (
       update intake."group" g set created_at = coalesce(n.created_at, g.created_at), archived_at = n.archived_at
       from stage_group n where g.connection_id = $1 and g.external_id = n.external_id
         and (g.created_at, g.archived_at) is distinct from (coalesce(n.created_at, g.created_at), n.archived_at)
     )
     insert into intake."group" (connection_id, external_id, created_at, archived_at)
     select $1::smallint, external_id, created_at, archived_at from stage_group n
     where not exists (select from intake."group" g
       where g.connection_id = $1 and g.external_id = n.external_id)`,
    [connectionId],
  );
  await session.query(
    `insert into group_seen select g.id from stage_group n
     join intake."group" g on g.connection_id = $1 and g.external_id = n.external_id on conflict do nothing`,
    [connectionId],
  );
  await session.query("drop table if exists group_told");
  await session.query(
    `create temp table group_told on commit drop as
       select g.id as group_id, n.privacy, n.purpose, case when n.privacy = 'open' then n.name end as name,
         g.created_at::date as since, exists (
           select from intake.group_state s where s.group_id = g.id and s.retired_by is null) as is_known
       from stage_group n join intake."group" g on g.external_id = n.external_id
       where g.connection_id = ${connectionId} and not exists (
         select from intake.group_state s where s.group_id = g.id and s.retired_by is null
           and s.valid @> '${today}'::date and (s.privacy, s.purpose, s.name)
             is not distinct from (n.privacy, n.purpose, case when n.privacy = 'open' then n.name end))`,
  );
  const { rows } = await session.query("select count(*) as told from group_told");
  if (rows[0].told === 0) return;
  await session.query(`
    drop table if exists desired;
    create temp table desired on commit drop as
      select group_id, privacy, purpose, name, true as holds,
        case when is_known then daterange(begins, until)
          else daterange(case when since <= begins then since end, null) end as valid
      from ${untilKnown(states, `select *, '${today}'::date as begins from group_told`)} as s`);
  await writeTimeline(session, states, "desired", await importId());
}

/** Keeps who is in which group, from when they were first seen there. */
export async function storeMemberships(
  session: Session,
  { connectionId, now }: Pick<GroupDay, "connectionId" | "now">,
): Promise<void> {
  await session.query(
    `with seen as (
       select g.id as group_id, a.id as account_id, min(m.joined_at) as joined_at
       from stage_membership m
       join intake."group" g on g.connection_id = $1 and g.external_id = m.group_id
       join intake.account a on a.connection_id = $1 and a.external_id = m.member
       group by 1, 2
     ), remembered as (
       insert into membership_seen select group_id, account_id from seen on conflict do nothing
     )
     insert into intake.membership (group_id, account_id, joined_at, seen_from)
     select group_id, account_id, joined_at, $2::timestamptz from seen
     where not exists (select from intake.membership m
       where m.group_id = seen.group_id and m.account_id = seen.account_id and m.left_at is null)
     on conflict do nothing`,
    [connectionId, now],
  );
}

/** Takes it back that some groups were read: what was told of them is not all there is. */
export async function leaveOut(
  session: Session,
  connectionId: number,
  unread: readonly string[],
): Promise<void> {
  for (const table of ["group_seen", "membership_seen"]) {
    await session.query(
      `delete from ${table} s using intake."group" g
       where g.id = s.group_id and g.connection_id = $1 and g.external_id = any($2::text[])`,
      [connectionId, [...unread]],
    );
  }
}

/** Whoever was not seen in a group that was read whole has left it. Returns how many. */
export async function endMemberships(session: Session, now: Date): Promise<number> {
  const { rowCount } = await session.query(
    `update intake.membership m set left_at = $1::timestamptz
     where m.left_at is null and m.group_id in (select group_id from membership_seen)
       and not exists (select from membership_seen s
         where s.group_id = m.group_id and s.account_id = m.account_id)`,
    [now],
  );
  return rowCount ?? 0;
}
