import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** What a week counted of a measure in a population, before anything was rounded: x of n people. */
export async function countedWeek(
  owner: Db,
  { measure, week, population = "company" }: { measure: string; week: string; population?: string },
): Promise<{ readonly n: number; readonly x: number } | undefined> {
  const { rows } = await sql<{ n: number; x: number }>`
    select sum(k.n)::integer as n, sum(k.x)::integer as x
    from counts.week_population p
    join counts.week_cell c on c.week = p.week and p.population = any(c.populations)
    join counts.week_cell_count k on k.week = c.week and k.cell = c.cell
    where p.week = ${week}::date and p.key = ${population} and k.measure = ${measure}
    group by k.measure`.execute(owner);
  return rows[0];
}
