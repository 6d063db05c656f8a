import { sql } from "kysely";
import { takingPart, type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "../client.server.ts";
import { countGroups } from "./count-groups.ts";
import { countHours } from "./count-hours.ts";
import type { WeekToCount } from "./count-week.ts";

const code = (verb: Verb) => verbs.indexOf(verb) + 1;
const taking = takingPart.map(code);
/** What vendors count as activity: everything but coming and going. */
const counted = verbs.filter((verb) => !["join", "leave"].includes(verb)).map(code);

/**
 * What adoption is made of, over the four weeks that end with this one: in groups of each privacy,
 * for each purpose, on each network, as its vendor counts it; the groups themselves; and, every
 * fourth week, in which hours. After the week itself, whose people and cells it reads.
 */
export async function countAdoption(db: Db, week: WeekToCount): Promise<void> {
  if (!(await isWhole(db, week.week))) return;
  await writeActs(db, week);
  await countParts(db, week);
  await countNetworks(db, week);
  await countGroups(db, week);
  await countHours(db, week);
}

/** Before the fourth counted week "28 days" is not said. */
async function isWhole(db: Db, week: string): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`
    select count(*) = 4 as whole from counts.week_bits
    where family = 'took-part' and week between ${week}::date - 21 and ${week}::date`.execute(db);
  return rows[0]?.whole ?? false;
}

/** Who did what where in eight weeks, once a person, group and half; for this transaction only. */
async function writeActs(db: Db, { week, until, timeZone }: WeekToCount): Promise<void> {
  await sql`drop table if exists eight_weeks`.execute(db);
  const recent = sql`${week}::date - 21`;
  await sql`
    create temp table eight_weeks on commit drop as
    select link.person_id, a.connection_id, a.group_id, bool_or(a.took_part) as took_part, a.recent
    from (
      select account_id, connection_id, group_id, verb = any(${taking}::integer[]) as took_part,
        occurred_at >= (${recent})::timestamp at time zone ${timeZone} as recent,
        (occurred_at at time zone ${timeZone})::date as day
      from intake.activity
      where occurred_at >= (${week}::date - 49)::timestamp at time zone ${timeZone}
        and occurred_at < ${until}::timestamp at time zone ${timeZone}
        and withdrawn_at is null and verb = any(${counted}::integer[])
      union all
      select account_id, connection_id, group_id, verb = any(${taking}::integer[]), day >= ${recent}, day
      from intake.activity_count
      where day >= ${week}::date - 49 and day < ${until}::date and counts = 'acts' and n > 0
        and verb = any(${counted}::integer[])
    ) as a
    join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
      and link.valid @> a.day
    join week_person w on w.person_id = link.person_id
    group by link.person_id, a.connection_id, a.group_id, a.recent`.execute(db);
  await sql`analyze eight_weeks`.execute(db);
}

/**
 * People who took part in groups of each privacy, and for each purpose there is a group of. What a
 * secret one is for is not said, not even by there being a figure of it.
 */
async function countParts(db: Db, { week, lastDay }: WeekToCount): Promise<void> {
  await sql`
    with kind as (
      select s.group_id, kind.name
      from intake.group_state s,
        lateral (values ('adoption-in:' || s.privacy),
          ('adoption-for:' || case when s.privacy <> 'secret' then s.purpose end)) as kind (name)
      where s.retired_by is null and s.valid @> ${lastDay}::date and kind.name is not null
    ), did as (
      select distinct e.person_id, kind.name from eight_weeks e join kind using (group_id)
      where e.recent and e.took_part and e.group_id <> 0
    )
    insert into counts.week_cell_count (week, cell, measure, n, x)
    select ${week}::date, c.cell, kind.name, count(*), count(did.person_id)
    from (select distinct name from kind) as kind
    cross join week_person_cell c
    left join did on did.name = kind.name and did.person_id = c.person_id
    group by c.cell, kind.name`.execute(db);
}

/**
 * On each network that has been read for all of the four weeks: people who took part (where it can
 * tell that one by one), people with an open account, and people with one who did anything at all.
 */
async function countNetworks(db: Db, { week, lastDay }: WeekToCount): Promise<void> {
  await sql`
    with network as (
      select c.id, c.key, case when one_by_one.told is null then c.supplies && ${[...takingPart]}::text[]
        else one_by_one.told ?| ${[...takingPart]}::text[] end as tells
      from records.connection c left join records.network n on n.network = c.network
      cross join lateral (select case c.fed_by when 'files' then n.declaration -> 'files' -> 'each'
        else coalesce(n.declaration -> 'live' -> 'each', n.declaration -> 'sent' -> 'each') end as told) as one_by_one
      where c.supplies <> '{}' and (c.begins_on is null or c.begins_on <= ${week}::date - 21)
        and (c.ended_on is null or c.ended_on > ${lastDay}::date)
    ), account as (
      select distinct a.connection_id, link.person_id
      from intake.account a join intake.account_link link on link.account_id = a.id
        and link.retired_by is null and link.valid @> ${lastDay}::date
      where a.kind = 'person' and (a.deactivated_at is null or a.deactivated_at::date > ${lastDay}::date)
    ), did as (
      select connection_id, person_id, bool_or(took_part and group_id <> 0) as took_part
      from eight_weeks where recent group by connection_id, person_id
    ), person as (
      select network.key, network.tells, c.cell, account.person_id is not null as has_account,
        did.person_id is not null as acted, coalesce(did.took_part, false) as took_part
      from network cross join week_person_cell c
      left join account on account.connection_id = network.id and account.person_id = c.person_id
      left join did on did.connection_id = network.id and did.person_id = c.person_id
    )
    insert into counts.week_cell_count (week, cell, measure, n, x)
    select ${week}::date, cell, 'account-on:' || key, count(*), count(*) filter (where has_account)
    from person group by cell, key
    union all
    select ${week}::date, cell, 'adoption-on:' || key, count(*), count(*) filter (where took_part)
    from person where tells group by cell, key
    union all
    select ${week}::date, cell, 'own-on:' || key, count(*), count(*) filter (where acted)
    from person where has_account group by cell, key`.execute(db);
}
