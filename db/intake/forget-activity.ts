import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Removes activity and everything made of it person by person: the acts, who started which
 * conversation, totals of an account, who left a group, and the bits of the weeks. Returns how many
 * rows went, by table.
 */
export async function forgetActivity(
  db: Db,
  before: Date,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ gone: number }>`
    select intake.forget_activity(${before}) as gone`.execute(db);
  const removed = async (query: { execute(db: Db): Promise<{ numAffectedRows?: bigint }> }) =>
    Number((await query.execute(db)).numAffectedRows ?? 0n);
  return {
    activity: rows[0]?.gone ?? 0,
    posts: await removed(sql`delete from intake.post where occurred_at < ${before}`),
    "activity totals": await removed(sql`
      delete from intake.activity_count
      where day + case grain when 'week' then 7 else 1 end <= ${before}::timestamptz::date`),
    memberships: await removed(sql`delete from intake.membership where left_at < ${before}`),
    "week bits": await removed(sql`
      delete from counts.week_bits where week + 7 <= ${before}::timestamptz::date`),
  };
}

/**
 * Removes what a released week was counted from, once no correction of it is considered any more:
 * its figures are out, and what was hidden stays nowhere. Returns how many rows went.
 */
export async function forgetCountedWeeks(db: Db, releasedBefore: Date): Promise<number> {
  // The measures of a population go with it, and the counts of a cell with the cell.
  const { rows } = await sql<{ gone: number }>`
    with digests as (
      delete from counts.week_digest d using figures.release r
      where r.week = d.week and r.released_at < ${releasedBefore}
    ), over as (
      select distinct week from figures.release r
      where kind = 'week' and not exists (
        select from figures.release later
        where later.week = r.week and later.released_at >= ${releasedBefore})
    ), inside as (
      select (select count(*) from counts.week_measure join over using (week))
        + (select count(*) from counts.week_cell_count join over using (week)) as n
    ), announcements as (
      delete from counts.week_announcement a using over where over.week = a.week
    ), cells as (
      delete from counts.week_cell c using over where over.week = c.week
    ), gone as (
      delete from counts.week_population p using over where over.week = p.week returning p.week
    )
    select (select n from inside) + count(*) as gone from gone`.execute(db);
  return rows[0]?.gone ?? 0;
}
