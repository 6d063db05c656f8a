import { type RawBuilder, sql } from "kysely";
import { type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";

/** What somebody does towards somebody else, in a group where others see it. */
export const exchanging: readonly Verb[] = ["comment", "react", "vote", "recognise"];

export const codesOf = (wanted: readonly Verb[]) => wanted.map((verb) => verbs.indexOf(verb) + 1);

/**
 * Who turned to whom in a week, who leads, and whom the posts of head office and leaders reached. In
 * `week_tie`, `week_top`, `week_voice` and `week_reached`, for this transaction only. Reads
 * `week_person` and `week_act`, so nobody who objected is on either side.
 */
export async function findTies(db: Db, week: WeekToCount): Promise<void> {
  const { lastDay } = week;
  const seen = codesOf(["view"]);
  await sql`drop table if exists week_tie, week_top, week_voice, week_reached`.execute(db);
  // The unit right below the company that somebody is in.
  await sql`
    create temp table week_top on commit drop as
    select w.person_id, u.key
    from week_person w
    join intake.unit_order own on own.as_of = ${lastDay}::date and own.unit_id = w.unit_id
    join intake.unit_order above on above.as_of = ${lastDay}::date and above.parent_id is null
      and own.first between above.first and above.last
    join intake.unit u on u.id = above.unit_id`.execute(db);
  await sql`create unique index on week_top (person_id)`.execute(db);
  await sql`
    create temp table week_tie on commit drop as
    select distinct a.person_id, a.target_id
    from week_act a join week_person s on s.person_id = a.person_id
    join week_person t on t.person_id = a.target_id
    where a.verb = any(${codesOf(exchanging)}::integer[]) and a.group_id <> 0
      and a.target_id <> a.person_id`.execute(db);
  // Whoever speaks for the company: leaders, and head office.
  await sql`
    create temp table week_voice on commit drop as
    select w.person_id, coalesce(bool_or(o.key = 'leader'), false) as leads
    from week_person w
    left join intake.site site on site.id = w.site_id
    left join (intake.person_segment s
        join intake.segment seg on seg.id = s.segment_id and seg.key = 'leader'
        join intake.segment_option o on o.id = s.option_id)
      on s.person_id = w.person_id and s.retired_by is null and s.valid @> ${lastDay}::date
    group by w.person_id, site.head_office
    having bool_or(o.key = 'leader') or site.head_office`.execute(db);
  await sql`create unique index on week_voice (person_id)`.execute(db);
  await sql`
    create temp table week_reached on commit drop as
    select distinct link.person_id
    from intake.activity a
    join intake.post p on p.connection_id = a.connection_id and p.external_hash = a.root_hash
    join (${announcementGroups(lastDay)}) as announcing on announcing.group_id = p.group_id
    join intake.account_link author on author.account_id = p.account_id
      and author.retired_by is null and author.valid @> (p.occurred_at at time zone ${week.timeZone})::date
    join week_voice v on v.person_id = author.person_id
    join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
      and link.valid @> (a.occurred_at at time zone ${week.timeZone})::date
    join week_person w on w.person_id = link.person_id and w.person_id <> author.person_id
    where a.occurred_at >= ${startOf(week.week, week)} and a.occurred_at < ${startOf(week.until, week)}
      and a.verb = any(${seen}::integer[]) and a.withdrawn_at is null`.execute(db);
  for (const table of ["week_tie", "week_top", "week_voice", "week_reached"]) {
    await sql`analyze ${sql.table(table)}`.execute(db);
  }
}

/** The moment a day begins in the company's time zone. */
export function startOf(day: string, { timeZone }: Pick<WeekToCount, "timeZone">) {
  return sql`${day}::timestamp at time zone ${timeZone}`;
}

/** Groups that are there for announcements, and open to everybody. */
export function announcementGroups(on: string): RawBuilder<unknown> {
  return sql`
    select s.group_id, s.name from intake.group_state s
    where s.retired_by is null and s.valid @> ${on}::date
      and s.privacy = 'open' and s.purpose = 'announcements'`;
}

/** Whether a connection tells one of these acts one by one: totals name nobody it was done to. */
export function isTold(wanted: readonly Verb[]): RawBuilder<unknown> {
  return sql`
    select from records.connection c left join records.network n on n.network = c.network
    cross join lateral (select case c.fed_by when 'files' then n.declaration -> 'files' -> 'each'
      else coalesce(n.declaration -> 'live' -> 'each', n.declaration -> 'sent' -> 'each') end as told) as one_by_one
    where case when one_by_one.told is null then c.supplies && ${[...wanted]}::text[]
      else one_by_one.told ?| ${[...wanted]}::text[] end`;
}
