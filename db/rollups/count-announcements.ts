import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";
import { announcementGroups, codesOf, exchanging, isTold, startOf } from "./week-ties.ts";

/** So many announcements of a week are followed at most, those that most people met first. */
const FOLLOWED = 5;
/** What fewer people met was for one place, and little of it could be shown: it is not followed. */
const FEWEST = 20;

/**
 * Whom the announcements made three weeks ago have reached by the end of this one, and who answered
 * them: of each, how many of a cell. Reads `week_voice` and `week_person_cell`.
 */
export async function countAnnouncements(db: Db, week: WeekToCount): Promise<void> {
  const { lastDay, timeZone } = week;
  const [seen, answered] = [codesOf(["view"]), codesOf(exchanging)];
  const posted = codesOf(["post"]);
  await sql`delete from counts.week_announcement where week = ${week.week}::date`.execute(db);
  await sql`drop table if exists week_met, week_followed`.execute(db);
  await sql`
    create temp table week_met on commit drop as
    with announced as (
      select p.connection_id, p.external_hash, p.occurred_at, announcing.name, author.person_id,
        (p.occurred_at at time zone ${timeZone})::date as posted_on
      from intake.post p
      join intake.activity made on made.occurred_at = p.occurred_at and made.external_hash = p.external_hash
        and made.account_id = p.account_id and made.withdrawn_at is null
        and made.verb = any(${posted}::integer[])
      join (${announcementGroups(lastDay)}) as announcing on announcing.group_id = p.group_id
      join intake.account_link author on author.account_id = p.account_id
        and author.retired_by is null and author.valid @> (p.occurred_at at time zone ${timeZone})::date
      join week_voice v on v.person_id = author.person_id
      where p.occurred_at >= ${startOf(week.week, week)} - interval '21 days'
        and p.occurred_at < ${startOf(week.week, week)} - interval '14 days'
    )
    select p.connection_id, p.external_hash, p.occurred_at, p.name, p.posted_on, link.person_id,
      bool_or(a.verb = any(${seen}::integer[])) as reached,
      bool_or(a.verb = any(${answered}::integer[])) as answered
    from announced p
    join intake.activity a on a.connection_id = p.connection_id and a.root_hash = p.external_hash
      and a.occurred_at >= ${startOf(week.week, week)} - interval '21 days'
      and a.occurred_at < ${startOf(week.until, week)} and a.withdrawn_at is null
    join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
      and link.valid @> (a.occurred_at at time zone ${timeZone})::date
    join week_person w on w.person_id = link.person_id and w.person_id <> p.person_id
    where a.verb = any(${[...seen, ...answered]}::integer[])
    group by 1, 2, 3, 4, 5, 6`.execute(db);
  // Numbered by when they were made: how many met each is not to be read from its number.
  await sql`
    create temp table week_followed on commit drop as
    select connection_id, external_hash, posted_on, name,
      row_number() over (order by occurred_at, external_hash) as number
    from (
      select connection_id, external_hash, occurred_at, posted_on, name
      from week_met group by 1, 2, 3, 4, 5
      having greatest(count(*) filter (where reached), count(*) filter (where answered)) >= ${FEWEST}
      order by greatest(count(*) filter (where reached), count(*) filter (where answered)) desc,
        occurred_at, external_hash
      limit ${FOLLOWED}
    ) as post`.execute(db);
  await sql`
    insert into counts.week_announcement (week, number, posted_on, network, group_name)
    select ${week.week}::date, f.number, f.posted_on, c.title, f.name
    from week_followed f join records.connection c on c.id = f.connection_id`.execute(db);
  // Where a network does not tell who has seen a post, nobody is said to have been reached or not.
  await sql`
    insert into counts.week_cell_count (week, cell, measure, n, x)
    select ${week.week}::date, c.cell, kind.name || f.number, count(*),
      count(*) filter (where case kind.name when 'post-reached:' then m.reached else m.answered end)
    from week_person_cell c
    cross join week_followed f
    cross join (values ('post-reached:'), ('post-answered:')) as kind (name)
    left join week_met m on m.connection_id = f.connection_id and m.external_hash = f.external_hash
      and m.person_id = c.person_id
    where kind.name = 'post-answered:' or exists (
      select from records.connection own where own.id = f.connection_id and exists (
        select from (${isTold(["view"])} and c.id = f.connection_id) as told))
    group by c.cell, kind.name, f.number`.execute(db);
}
