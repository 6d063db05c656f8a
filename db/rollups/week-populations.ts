import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";

/**
 * The populations of a week as they were on its last day, and (in `week_place`, for this
 * transaction only) who is in each: the company, each unit with everything below it, each site,
 * each option of each segment. Reads `week_person`.
 */
export async function writeWeekPopulations(db: Db, { week, lastDay }: WeekToCount): Promise<void> {
  await sql`
    with recursive unit_path as (
      select o.unit_id, o.first, o.last, null::text as parent_key, u.key, array['company', 'unit:' || u.key] as path
      from intake.unit_order o join intake.unit u on u.id = o.unit_id
      where o.as_of = ${lastDay}::date and o.parent_id is null
      union all
      select o.unit_id, o.first, o.last, p.key, u.key, p.path || ('unit:' || u.key)
      from unit_path p
      join intake.unit_order o on o.as_of = ${lastDay}::date and o.parent_id = p.unit_id
      join intake.unit u on u.id = o.unit_id
    ), population as (
      select 0 as rank, 'company' as kind, 'company' as key, null as parent_key, 'organisation' as cut,
        jsonb_build_object('fr', 'Toute l’entreprise', 'en', 'Whole company') as names, array['company'] as path
      union all
      select 1, 'unit', 'unit:' || p.key, coalesce('unit:' || p.parent_key, 'company'), 'organisation',
        jsonb_build_object('fr', coalesce(fr.name, en.name, p.key), 'en', coalesce(en.name, fr.name, p.key)), p.path
      from unit_path p
      left join intake.unit_name fr on fr.unit_id = p.unit_id and fr.language = 'fr'
        and fr.retired_by is null and fr.valid @> ${lastDay}::date
      left join intake.unit_name en on en.unit_id = p.unit_id and en.language = 'en'
        and en.retired_by is null and en.valid @> ${lastDay}::date
      union all
      select 2, 'site', 'site:' || s.key, 'company', 'site', jsonb_build_object('fr', s.name, 'en', s.name),
        array_remove(array['company', 'legal-entity:' || s.legal_entity, 'site:' || s.key], null)
      from intake.site s where s.id in (select site_id from week_person)
      union all
      select 3, 'segment', 'segment:' || seg.key || ':' || o.key, 'company', seg.key, o.names,
        array['company', 'segment:' || seg.key || ':' || o.key]
      from intake.segment_option o join intake.segment seg on seg.id = o.segment_id and seg.shown
      where o.id in (
        select s.option_id from intake.person_segment s join week_person using (person_id)
        where s.retired_by is null and s.valid @> ${lastDay}::date)
    )
    insert into counts.week_population (week, population, kind, key, parent_key, cut, names, path)
    select ${week}::date, row_number() over (order by rank, path), kind, key, parent_key, cut, names, path
    from population`.execute(db);
  await sql`drop table if exists week_place`.execute(db);
  await sql`
    create temp table week_place on commit drop as
    select w.person_id, p.population, p.cut
    from week_person w join counts.week_population p on p.week = ${week}::date and p.kind = 'company'
    union all
    select w.person_id, p.population, p.cut
    from week_person w
    join intake.unit u on u.id = w.unit_id
    join (
      select own.key as own_key, above.population, above.cut
      from counts.week_population own cross join unnest(own.path) as up (key)
      join counts.week_population above on above.week = own.week and above.kind = 'unit' and above.key = up.key
      where own.week = ${week}::date and own.kind = 'unit'
    ) as p on p.own_key = 'unit:' || u.key
    union all
    select w.person_id, p.population, p.cut
    from week_person w join intake.site s on s.id = w.site_id
    join counts.week_population p on p.week = ${week}::date and p.key = 'site:' || s.key
    union all
    select w.person_id, p.population, p.cut
    from week_person w
    join intake.person_segment s on s.person_id = w.person_id and s.retired_by is null and s.valid @> ${lastDay}::date
    join intake.segment seg on seg.id = s.segment_id join intake.segment_option o on o.id = s.option_id
    join counts.week_population p on p.week = ${week}::date and p.key = 'segment:' || seg.key || ':' || o.key`.execute(
    db,
  );
  await sql`create index on week_place (person_id)`.execute(db);
  await sql`analyze week_place`.execute(db);
}
