import { sql } from "kysely";
import { type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";

const code = (verb: Verb) => verbs.indexOf(verb) + 1;
/** Coming and going, or having seen something, is not doing something. */
const active = verbs.filter((verb) => !["join", "leave", "view"].includes(verb)).map(code);

/** Every fourth week, so that no two of these share a week: a Monday of 1970 is where it began. */
const FIRST = Date.parse("1970-01-05T00:00:00Z");

/** Whether the hours of the four weeks that end with this one are counted. */
export function hasHours(week: string): boolean {
  return ((Date.parse(`${week}T00:00:00Z`) - FIRST) / 604_800_000) % 4 === 0;
}

/**
 * How many distinct people of each shift did something in each hour of the week, on the clock of
 * their own site, over the four weeks that end with this one; of the company where nobody's shift
 * is known. Reads `week_person` and `week_place`.
 */
export async function countHours(db: Db, { week, until, timeZone }: WeekToCount): Promise<void> {
  if (!hasHours(week)) return;
  await sql`
    with shift as (
      select population from counts.week_population where week = ${week}::date and cut = 'shift'
    ), place as (
      select w.person_id, w.population, coalesce(s.time_zone, ${timeZone}) as time_zone
      from week_place w join week_person p using (person_id)
      left join intake.site s on s.id = p.site_id
      join counts.week_population known on known.week = ${week}::date and known.population = w.population
      where case when exists (select from shift) then known.cut = 'shift' else known.kind = 'company' end
    ), head as (
      select population, count(*) as n from place group by population
    ), act as (
      select distinct place.population, place.person_id,
        extract(isodow from a.occurred_at at time zone place.time_zone)::smallint as weekday,
        extract(hour from a.occurred_at at time zone place.time_zone)::smallint as hour
      from intake.activity a
      join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
        and link.valid @> (a.occurred_at at time zone ${timeZone})::date
      join place on place.person_id = link.person_id
      where a.occurred_at >= (${week}::date - 21)::timestamp at time zone ${timeZone}
        and a.occurred_at < ${until}::timestamp at time zone ${timeZone}
        and a.withdrawn_at is null and a.verb = any(${active}::integer[])
    )
    insert into counts.week_hour (week, population, weekday, hour, n, x)
    select ${week}::date, population, weekday, hour, head.n, count(*)
    from act join head using (population) group by population, weekday, hour, head.n
    union all
    -- A shift in which nobody did anything is there too.
    select ${week}::date, population, 1, 0, n, 0 from head
    where not exists (select from act where act.population = head.population
      and act.weekday = 1 and act.hour = 0)`.execute(db);
}
