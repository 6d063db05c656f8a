import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * The complete weeks (their Mondays) that are not released and have to be counted: never counted,
 * or touched since. From the first activity to the last moment any connection has covered.
 */
export async function weeksToCount(
  db: Db,
  timeZone: string,
  now: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ week: string }>`
    with bounds as (
      select least(
          (select min(occurred_at) at time zone ${timeZone} from intake.activity),
          (select min(day)::timestamp from intake.activity_count)) as first,
        (select max(covered_to) at time zone ${timeZone} from records.connection) as last
    )
    select monday::date as week
    from bounds, generate_series(date_trunc('week', bounds.first),
      least(bounds.last, ${now}::timestamptz at time zone ${timeZone}) - interval '7 days',
      interval '7 days') as monday
    where not exists (select from figures.release r where r.week = monday::date)
      and (exists (select from counts.touched_week t where t.week = monday::date)
        or not exists (select from counts.week_population p where p.week = monday::date))
    order by 1`.execute(db);
  return rows.map(({ week }) => week);
}

/** Late activity of weeks that are already released: kept, and not shown. */
export async function lateWeeks(db: Db): Promise<number> {
  const { rows } = await sql<{ weeks: number }>`
    select count(*) as weeks from counts.touched_week t
    where exists (select from figures.release r where r.week = t.week)`.execute(db);
  return rows[0]?.weeks ?? 0;
}

/**
 * The connections that are read at night and have not covered a week up to its end, among those
 * that existed by then. A directory, which tells no activity, keeps no week waiting.
 */
export async function missingConnections(db: Db, until: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ title: string }>`
    select title from records.connection
    where fed_by = 'network' and state = 'active' and supplies <> '{}'
      and (begins_on is null or begins_on < ${until}) and (covered_to is null or covered_to < ${until})
    order by title`.execute(db);
  return rows.map(({ title }) => title);
}
