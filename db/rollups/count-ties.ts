import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";
import { exchanging, isTold } from "./week-ties.ts";

/** "28 days" is always this many whole weeks. */
const WEEKS = 4;

/**
 * One bit a person for each kind of tie of a week: with another site, with another team, with each
 * unit right below the company, and reached by a post of head office or a leader. After `findTies`.
 */
export async function writeTieBits(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`
    insert into counts.week_bits (week, family, bits)
    with family as (
      select unnest(array['across-sites', 'across-units', 'reached']) as name
      union select distinct 'with:unit:' || key from week_top
    ), tie as (
      select distinct t.person_id, kind.name as family
      from week_tie t
      join week_person s on s.person_id = t.person_id
      join week_person o on o.person_id = t.target_id
      left join week_top own on own.person_id = t.person_id
      left join week_top other on other.person_id = t.target_id
      cross join lateral (values
        ('across-sites', s.site_id <> o.site_id), ('across-units', s.unit_id <> o.unit_id),
        ('with:unit:' || other.key, own.key is distinct from other.key)) as kind (name, holds)
      where kind.holds and kind.name is not null
      union all
      select person_id, 'reached' from week_reached
    )
    select ${week}::date, family.name,
      string_agg(case when tie.person_id is null then '0' else '1' end, '' order by id)::bit varying
    from family
    cross join generate_series(0, (select coalesce(max(id), 0) from intake.person)) as id
    left join tie on tie.family = family.name and tie.person_id = id
    group by family.name`.execute(db);
}

/**
 * Who of each cell did so in the four weeks that end with this one. Nobody is counted towards their
 * own unit, and nothing at all where no network tells it. Reads `week_person_cell`.
 */
export async function countTies(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`
    with month as (
      select family, bit_or(rpad(bits::text, longest, '0')::bit varying) as bits
      from counts.week_bits, (
        select max(length(bits)) as longest from counts.week_bits
        where week > ${week}::date - 7 * ${WEEKS}::integer and week <= ${week}::date
      ) as size
      where week > ${week}::date - 7 * ${WEEKS}::integer and week <= ${week}::date
        and (family in ('across-sites', 'across-units', 'reached') or family like 'with:unit:%')
        and case family when 'reached' then exists (${isTold(["view"])})
          else exists (${isTold(exchanging)}) end
      group by family having count(*) = ${WEEKS}
    )
    insert into counts.week_cell_count (week, cell, measure, n, x)
    select ${week}::date, c.cell, month.family, count(*), sum(get_bit(month.bits, c.person_id))
    from week_person_cell c cross join month
    left join week_top top on top.person_id = c.person_id
    where month.family <> 'with:unit:' || coalesce(top.key, '')
    group by c.cell, month.family`.execute(db);
  // How many ties of the week leave a unit or a site, of those between people who have one.
  await sql`
    with tie as (
      select t.person_id, kind.name as measure, count(*) as known, count(*) filter (where kind.apart) as apart
      from week_tie t
      join week_person s on s.person_id = t.person_id
      join week_person o on o.person_id = t.target_id
      left join week_top own on own.person_id = t.person_id
      left join week_top other on other.person_id = t.target_id
      cross join lateral (values
        ('ties-units', own.key <> other.key), ('ties-sites', s.site_id <> o.site_id)) as kind (name, apart)
      where kind.apart is not null
      group by t.person_id, kind.name
    )
    insert into counts.week_cell_count (week, cell, measure, n, x, acts, of_acts)
    select ${week}::date, c.cell, tie.measure, count(*), count(*) filter (where tie.apart > 0),
      sum(tie.apart), sum(tie.known)
    from week_person_cell c join tie using (person_id)
    group by c.cell, tie.measure`.execute(db);
}
