import type { Session } from "./session.ts";

/**
 * Marks every week from a day on as to be counted again, as far as there is activity to count.
 * Null speaks of all weeks.
 */
export async function touchWeeksSince(session: Session, day: string | null, today: string) {
  await session.query(
    `insert into counts.touched_week
       select week::date
       from (select least((select min(occurred_at)::date from intake.activity),
           (select min(day) from intake.activity_count)) as first) as activity,
         generate_series(date_trunc('week', greatest($1::date, first)::timestamp), $2::timestamp, '7 days') as week
       where first is not null
     on conflict do nothing`,
    [day, today],
  );
}
