import { sql } from "kysely";
import { takingPart, type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "../client.server.ts";
import { numberUnits } from "../intake/number-units.ts";
import { countAdoption } from "./count-adoption.ts";
import { countAnnouncements } from "./count-announcements.ts";
import { countConversations } from "./count-conversations.ts";
import { countTies, writeTieBits } from "./count-ties.ts";
import { rememberWeek } from "./late-week.ts";
import { writeWeekPopulations } from "./week-populations.ts";
import { findTies } from "./week-ties.ts";

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
  await placeWeek(db, week);
  await countPlacedWeek(db, week);
}

/**
 * The first part of counting a week: who was where, and did something or nothing. That is enough to
 * tell whether a released week may be corrected; nearly none may, and the rest takes four times as long.
 */
export async function placeWeek(db: Db, week: WeekToCount): Promise<void> {
  await numberUnits(db, week.lastDay);
  await writePeople(db, week);
  await writeBits(db, week);
  await removeFrom(db, week, ["week_measure", "week_population"]);
  await writeWeekPopulations(db, week);
  await rememberWeek(db, week.week);
}

/** All that is counted of a week. After `placeWeek`, in the same transaction. */
export async function countPlacedWeek(db: Db, week: WeekToCount): Promise<void> {
  await removeFrom(db, week, ["week_cell_count", "week_cell"]);
  await findTies(db, week);
  await writeTieBits(db, week);
  await writeCells(db, week);
  await writeMeasures(db, week);
  await countTies(db, week);
  await countConversations(db, week);
  await countAnnouncements(db, week);
  await countAdoption(db, week);
  await removeFrom(db, week, ["touched_week"]);
}

/** Table by table: what hangs on a row would be looked for once a row. */
async function removeFrom(db: Db, { week }: WeekToCount, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await sql`delete from ${sql.table(`counts.${table}`)} where week = ${week}::date`.execute(db);
  }
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
 * Counts by cell: everybody who is in the same populations. n who could have, x who did; for
 * messages, how often, and how often to another team. Adoption is not counted where no network can
 * tell who took part in a group: not supplied is not zero. Totals of a person name no group, so
 * what is only told as totals cannot tell it.
 */
async function writeCells(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`drop table if exists week_person_cell`.execute(db);
  await sql`
    create temp table week_person_cell on commit drop as
    select person_id, dense_rank() over (order by populations) as cell, populations
    from (
      select person_id, array_agg(population order by population) as populations
      from week_place group by person_id
    ) as person`.execute(db);
  await sql`
    insert into counts.week_cell (week, cell, populations)
    select distinct ${week}::date, cell, populations from week_person_cell`.execute(db);
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
    insert into counts.week_cell_count (week, cell, measure, n, x)
    select ${week}::date, c.cell, 'active', count(*), count(*) filter (where w.active)
    from week_person_cell c join week_person w using (person_id) group by c.cell
    union all
    select ${week}::date, c.cell, 'adoption', count(*), sum(get_bit(month.bits, c.person_id))
    from week_person_cell c cross join month
    where exists (
      select from records.connection c left join records.network n on n.network = c.network
      cross join lateral (select case c.fed_by when 'files' then n.declaration -> 'files' -> 'each'
        else coalesce(n.declaration -> 'live' -> 'each', n.declaration -> 'sent' -> 'each') end as told) as one_by_one
      where case when one_by_one.told is null then c.supplies && ${[...takingPart]}::text[]
        else one_by_one.told ?| ${[...takingPart]}::text[] end)
    group by c.cell`.execute(db);
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
    insert into counts.week_cell_count (week, cell, measure, n, x, acts, of_acts)
    select ${week}::date, c.cell, 'messages', count(*), count(*), sum(sent.acts), null
    from week_person_cell c join sent using (person_id) group by c.cell
    union all
    select ${week}::date, c.cell, 'messages-across', count(*), count(*) filter (where sent.across > 0),
      coalesce(sum(sent.across), 0), sum(sent.known)
    from week_person_cell c join sent using (person_id) where sent.known > 0 group by c.cell`.execute(
    db,
  );
}

/** The same by population: what a week is compared with when activity comes late. */
async function writeMeasures(db: Db, { week }: WeekToCount): Promise<void> {
  await sql`
    insert into counts.week_measure (week, population, measure, n, x, acts, of_acts)
    select ${week}::date, population, k.measure, sum(k.n), sum(k.x), sum(k.acts), sum(k.of_acts)
    from counts.week_cell c
    join counts.week_cell_count k using (week, cell)
    cross join unnest(c.populations) as population
    where week = ${week}::date
    group by population, k.measure`.execute(db);
}
