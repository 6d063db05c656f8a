import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** How much one network told of one day: of the network, never of anybody in it. */
export interface NetworkDay {
  readonly connection: string;
  readonly title: string;
  readonly day: string;
  readonly acts: number;
}

/**
 * The acts of each day from `from` to `to` (both included), of every network that is read and has been
 * read through that day; a day of which it told nothing has 0.
 */
export async function networkDays(
  db: Db,
  { from, to, timeZone }: { readonly from: string; readonly to: string; readonly timeZone: string },
): Promise<readonly NetworkDay[]> {
  const { rows } = await sql<NetworkDay>`
    with told as (
      select connection_id, (occurred_at at time zone ${timeZone})::date as day, count(*) as acts
      from intake.activity
      where occurred_at >= ${from}::date::timestamp at time zone ${timeZone}
        and occurred_at < (${to}::date + 1)::timestamp at time zone ${timeZone}
      group by 1, 2
      union all
      select connection_id, day, sum(n) from intake.activity_count
      where day between ${from}::date and ${to}::date
      group by 1, 2
    )
    select c.key as connection, c.title, d::date as day, coalesce(sum(t.acts), 0)::bigint as acts
    from records.connection c
    cross join generate_series(${from}::date, ${to}::date, interval '1 day') d
    left join told t on t.connection_id = c.id and t.day = d::date
    where c.fed_by = 'network' and c.state = 'active' and c.supplies <> '{}'
      and (c.begins_on is null or c.begins_on <= d::date)
      and c.covered_to >= (d::date + 1)::timestamp at time zone ${timeZone}
    group by c.key, c.title, d
    order by c.key, d`.execute(db);
  return rows;
}

/** The countries people work in, by ISO 3166 code. */
export async function countriesOfSites(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ country: string }>`
    select distinct upper(country) as country from intake.site where country is not null
    order by 1`.execute(db);
  return rows.map(({ country }) => country);
}
