import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import type { OnePerson } from "./one-person.ts";

/**
 * Notes an objection from the first day that is not released yet, so that the person leaves both
 * sides of every week that is still to be counted, and removes what was collected since. Returns
 * that day and how many rows went; null when they object already.
 */
export async function noteObjection(
  db: Db,
  { id }: OnePerson,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): Promise<{ readonly since: string; readonly removed: number } | null> {
  const { rows } = await sql<{ since: string }>`
    insert into intake.objection (person_id, since)
    select ${id}, least(${today}::date, coalesce(
      (select max(week) + 7 from figures.release where kind = 'week'),
      (select min(occurred_at at time zone ${timeZone})::date from intake.activity),
      (select min(day) from intake.activity_count)))
    where not exists (
      select from intake.objection where person_id = ${id} and withdrawn_on is null)
    on conflict (person_id, since) do update set withdrawn_on = null
    returning since`.execute(db);
  const since = rows[0]?.since;
  if (since === undefined) return null;
  const removed = [
    sql`delete from intake.activity a using intake.account_link l
      where l.person_id = ${id} and l.retired_by is null and l.account_id = a.account_id
        and a.occurred_at >= ${since}::timestamp at time zone ${timeZone}
        and l.valid @> (a.occurred_at at time zone ${timeZone})::date`,
    sql`delete from intake.activity_count c using intake.account_link l
      where l.person_id = ${id} and l.retired_by is null and l.account_id = c.account_id
        and c.day >= ${since}::date and l.valid @> c.day`,
    sql`delete from intake.post p using intake.account_link l
      where l.person_id = ${id} and l.retired_by is null and l.account_id = p.account_id
        and p.occurred_at >= ${since}::timestamp at time zone ${timeZone}
        and l.valid @> (p.occurred_at at time zone ${timeZone})::date`,
    sql`update intake.activity a set target_account_id = 0 from intake.account_link l
      where l.person_id = ${id} and l.retired_by is null and l.account_id = a.target_account_id
        and a.occurred_at >= ${since}::timestamp at time zone ${timeZone}
        and l.valid @> (a.occurred_at at time zone ${timeZone})::date`,
  ];
  let gone = 0;
  for (const query of removed) gone += Number((await query.execute(db)).numAffectedRows ?? 0n);
  await sql`
    insert into counts.touched_week
    select week from counts.week_population p
    where population = 1 and not exists (select from figures.release r where r.week = p.week)
    on conflict do nothing`.execute(db);
  return { since, removed: gone };
}

/** Takes an objection back from today on. Whether there was one. */
export async function withdrawObjection(
  db: Db,
  { id }: OnePerson,
  today: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update intake.objection set withdrawn_on = greatest(since, ${today}::date)
    where person_id = ${id} and withdrawn_on is null`.execute(db);
  return Number(numAffectedRows ?? 0n) > 0;
}

/** Whether the person is employed on a day, and so comes back with the next HR file. */
export async function isEmployed(db: Db, { id }: OnePerson, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from intake.employment
    where person_id = ${id} and retired_by is null
      and (upper_inf(valid) or upper(valid) > ${day}::date)`.execute(db);
  return rows.length > 0;
}
