import { sql } from "kysely";
import { takingPart, type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "../client.server.ts";
import { numberUnits } from "../intake/number-units.ts";
import { writeWeekPopulations } from "./week-populations.ts";

/** "28 days" is always this many whole weeks. */
const WEEKS = 4;

const code = (verb: Verb) => verbs.indexOf(verb) + 1;
const takingPartCodes = takingPart.map(code);
/** Coming and going, or having seen something, is not doing something. */
const activeCodes = verbs.filter((verb) => !["join", "leave", "view"].includes(verb)).map(code);
const message = code("message");

export interface WeekToCount {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  /** The following Monday. */
  readonly until: string;
  /** Sunday: whose attributes count. */
  readonly lastDay: string;
  readonly timeZone: string;
}

/**
 * Counts one ISO week of activity, with that week's attributes, and replaces what was counted of
 * it before. Nobody who objected is on either side. Runs inside the caller's transaction.
 */
export async function countWeek(db: Db, week: WeekToCount): Promise<void> {
  await numberUnits(db, week.lastDay);
  await writePeople(db, week);
  await writeBits(db, week);
  await sql`delete from counts.week_population where week = ${week.week}::date`.execute(db);
  await writeWeekPopulations(db, week);
  await writeMeasures(db, week);
  await writeOverlaps(db, week);
  await sql`delete from counts.touched_week where week = ${week.week}::date`.execute(db);
}

/** Who was there at the end of the week, where, and what they did in it. For this transaction only. */
async function writePeople(db: Db, { week, until, lastDay, timeZone }: WeekToCount): Promise<void> {
  const [from, to] = [
    sql`${week}::timestamp at time zone ${timeZone}`,
    sql`${until}::timestamp at time zone ${timeZone}`,
  ];
  await sql`drop table if exists week_person, week_act`.execute(db);
  await sql`
    create temp table week_act on commit drop as
    select link.person_id, a.verb, a.group_id, target.person_id as target_id, 1::double precision as acts
    from intake.activity a
    join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
      and link.valid @> (a.occurred_at at time zone ${timeZone})::date
    left join intake.account_link target on target.account_id = a.target_account_id
      and target.retired_by is null and target.valid @> (a.occurred_at at time zone ${timeZone})::date
    where a.occurred_at >= ${from} and a.occurred_at < ${to} and a.withdrawn_at is null
    union all
    select link.person_id, c.verb, c.group_id, null, c.n::double precision
    from intake.activity_count c
    join intake.account_link link on link.account_id = c.account_id and link.retired_by is null
      and link.valid @> c.day
    where c.day >= ${week}::date and c.day < ${until}::date and c.counts = 'acts' and c.n > 0`.execute(
    db,
  );
  await sql`
    create temp table week_person on commit drop as
    select p.id as person_id, unit.unit_id, site.site_id,
      coalesce(did.took_part, false) as took_part, coalesce(did.active, false) as active
    from intake.person p
    join intake.employment e on e.person_id = p.id and e.retired_by is null and e.valid @> ${lastDay}::date
    left join intake.person_unit unit
      on unit.person_id = p.id and unit.retired_by is null and unit.valid @> ${lastDay}::date
    left join intake.person_site site
      on site.person_id = p.id and site.retired_by is null and site.valid @> ${lastDay}::date
    left join (
      select person_id, bool_or(verb = any(${takingPartCodes}::integer[]) and group_id <> 0) as took_part,
        bool_or(verb = any(${activeCodes}::integer[])) as active
      from week_act group by person_id
    ) as did on did.person_id = p.id
    where not exists (
      select from intake.objection o where o.person_id = p.id and o.since <= ${lastDay}::date
        and (o.withdrawn_on is null or o.withdrawn_on > ${lastDay}::date))`.execute(db);
  await sql`create unique index on week_person (person_id)`.execute(db);
}

/** One bit a person and family, so that four weeks make "28 days" without counting anybody twice. */
async function writeBits(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`delete from counts.week_bits where week = ${week}::date`.execute(db);
  await sql`
    insert into counts.week_bits (week, family, bits)
    select ${week}::date, family.name,
      string_agg(case when case family.name when 'employed' then w.person_id is not null
        when 'active' then coalesce(w.active, false) else coalesce(w.took_part, false) end
        then '1' else '0' end, '' order by id)::bit varying
    from (values ('employed'), ('active'), ('took-part')) as family (name)
    cross join generate_series(0, (select coalesce(max(id), 0) from intake.person)) as id
    left join week_person w on w.person_id = id
    group by family.name`.execute(db);
}

/**
 * n who could have, x who did; for messages, how often, and how often to another team. Adoption is
 * not counted where no network can tell who took part in a group: not supplied is not zero. Totals
 * of a person name no group, so what is only told as totals cannot tell it.
 */
async function writeMeasures(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`
    with month as (
      select bit_or(rpad(bits::text, longest, '0')::bit varying) as bits
      from counts.week_bits, (
        select max(length(bits)) as longest from counts.week_bits
        where family = 'took-part' and week > ${week}::date - 7 * ${WEEKS}::integer and week <= ${week}::date
      ) as size
      where family = 'took-part' and week > ${week}::date - 7 * ${WEEKS}::integer and week <= ${week}::date
      having count(*) = ${WEEKS}
    )
    insert into counts.week_measure (week, population, measure, n, x)
    select ${week}::date, p.population, 'active', count(*), count(*) filter (where w.active)
    from week_place p join week_person w using (person_id) group by p.population
    union all
    select ${week}::date, p.population, 'adoption', count(*), sum(get_bit(month.bits, p.person_id))
    from week_place p cross join month
    where exists (
      select from records.connection c left join records.network n on n.network = c.network
      cross join lateral (select case c.fed_by when 'files' then n.declaration -> 'files' -> 'each'
        else coalesce(n.declaration -> 'live' -> 'each', n.declaration -> 'sent' -> 'each') end as told) as one_by_one
      where case when one_by_one.told is null then c.supplies && ${[...takingPart]}::text[]
        else one_by_one.told ?| ${[...takingPart]}::text[] end)
    group by p.population`.execute(db);
  await sql`
    with sent as (
      select a.person_id, sum(a.acts) as acts,
        sum(a.acts) filter (where a.target_id <> a.person_id and t.unit_id is not null and s.unit_id is not null) as known,
        sum(a.acts) filter (where a.target_id <> a.person_id and t.unit_id <> s.unit_id) as across
      from week_act a
      join week_person s on s.person_id = a.person_id
      left join week_person t on t.person_id = a.target_id
      where a.verb = ${message} group by a.person_id
    )
    insert into counts.week_measure (week, population, measure, n, x, acts, of_acts)
    select ${week}::date, p.population, 'messages', count(*), count(*), sum(sent.acts), null
    from week_place p join sent using (person_id) group by p.population
    union all
    select ${week}::date, p.population, 'messages-across', count(*), count(*) filter (where sent.across > 0),
      coalesce(sum(sent.across), 0), sum(sent.known)
    from week_place p join sent using (person_id) where sent.known > 0 group by p.population`.execute(
    db,
  );
}

/**
 * How far populations of different cuts are apart, in people, where it is nearly nothing or one is
 * inside the other. People who are in the same places are counted together: there are far fewer
 * kinds than people.
 */
async function writeOverlaps(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`
    with kind as materialized (
      select row_number() over () as kind, n, places from (
        select places, count(*) as n from (
          select array_agg(population order by population) as places from week_place group by person_id
        ) as person group by places
      ) as people
    ), placed as materialized (
      select kind.kind, kind.n, p.population, p.cut
      from kind cross join unnest(kind.places) as place
      join counts.week_population p on p.week = ${week}::date and p.population = place
    ), size as materialized (
      select population, sum(n) as n from placed group by population
    ), shared as materialized (
      select a.population, b.population as other, sum(a.n) as n
      from placed a join placed b on a.kind = b.kind and a.population < b.population and a.cut <> b.cut
      group by a.population, b.population
    )
    insert into counts.week_overlap (week, population, other, apart)
    select ${week}::date, shared.population, shared.other, one.n + other.n - 2 * shared.n
    from shared join size one on one.population = shared.population join size other on other.population = shared.other
    where one.n + other.n - 2 * shared.n < 20 or shared.n = least(one.n, other.n)`.execute(db);
}
