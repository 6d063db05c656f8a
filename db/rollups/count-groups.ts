import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";

/**
 * Every group that stands at the end of the week, and who took part in it in the last four weeks
 * beside the four before. Reads `eight_weeks` and `week_person`.
 */
export async function countGroups(db: Db, week: WeekToCount): Promise<void> {
  const { until, lastDay, timeZone } = week;
  await sql`
    with life as (
      select group_id, count(*) filter (where recent) as now,
        count(*) filter (where recent and not earlier) as gained,
        count(*) filter (where earlier and not recent) as lost
      from (
        select group_id, person_id, bool_or(recent) as recent, bool_or(not recent) as earlier
        from eight_weeks where took_part and group_id <> 0 group by group_id, person_id
      ) as person group by group_id
    ), member as (
      -- Where a network says nothing of members, nobody knows how many there are.
      select m.group_id, count(distinct link.person_id) as members
      from intake.membership m
      join intake.account_link link on link.account_id = m.account_id and link.retired_by is null
        and link.valid @> ${lastDay}::date
      join week_person w on w.person_id = link.person_id
      where coalesce(m.joined_at, '-infinity') < ${until}::timestamp at time zone ${timeZone}
        and coalesce(m.left_at, 'infinity') >= ${until}::timestamp at time zone ${timeZone}
      group by m.group_id
    )
    insert into counts.week_group (week, group_id, population, connection_id, privacy, purpose, name,
      members, now, gained, lost, is_new, has_past)
    select ${week.week}::date, g.id, p.population, g.connection_id, s.privacy, s.purpose, s.name,
      member.members, coalesce(life.now, 0), coalesce(life.gained, 0), coalesce(life.lost, 0),
      coalesce(g.created_at >= (${week.week}::date - 21)::timestamp at time zone ${timeZone}, false),
      (c.begins_on is null or c.begins_on <= ${week.week}::date - 49)
        and (select min(week) from counts.week_bits) <= ${week.week}::date - 49
    from intake."group" g
    join records.connection c on c.id = g.connection_id
    join intake.group_state s on s.group_id = g.id and s.retired_by is null and s.valid @> ${lastDay}::date
    join counts.week_population p on p.week = ${week.week}::date and p.kind = 'company'
    left join life on life.group_id = g.id
    left join member on member.group_id = g.id
    where coalesce(g.created_at, '-infinity') < ${until}::timestamp at time zone ${timeZone}
      and coalesce(g.archived_at, 'infinity') >= ${until}::timestamp at time zone ${timeZone}
      and (c.ended_on is null or c.ended_on > ${lastDay}::date)`.execute(db);
}
