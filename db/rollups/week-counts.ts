import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { Count } from "#app/privacy/count.ts";
import type { Overlap } from "#app/privacy/suppression.ts";
import type { Db } from "../client.server.ts";
import type { Populations } from "./wave-counts.ts";

/**
 * The populations of a counted week, and those of different cuts that can be subtracted from each
 * other: few people apart, or one inside the other (it is apart by what it is smaller).
 */
export async function readWeekPopulations(
  db: Db,
  week: string,
  closerThan: number,
): Promise<Populations> {
  const rows = await db
    .selectFrom("counts.weekPopulation")
    .where("week", "=", week)
    .orderBy("population")
    .select(["population", "kind", "key", "parentKey", "cut", "names", "path"])
    .execute();
  const { rows: overlaps } = await sql<Overlap>`
    select o.population as one, o.other, case when o.apart < ${closerThan} then o.apart end as apart
    from counts.week_overlap o
    join counts.week_measure one using (week, population)
    join counts.week_measure other on other.week = o.week and other.population = o.other
      and other.measure = one.measure
    where o.week = ${week}::date and one.measure = 'active'
      and (o.apart < ${closerThan} or o.apart = abs(one.n - other.n))`.execute(db);
  return {
    populations: new Map(
      rows.map(({ population, ...rest }) => [population, rest as unknown as Population]),
    ),
    overlaps,
  };
}

/** What a week counted, measure by measure and population by population. */
export async function readWeekCounts(db: Db, week: string): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    select population, measure,
      case measure when 'messages' then 'count' else 'share' end as form,
      case when measure in ('active', 'adoption') then 'activity' else 'acts' end as rule,
      case when measure in ('active', 'adoption') then measure else 'messages' end as family,
      n, x::double precision as x, null::double precision as squares, acts, of_acts, n as whole
    from counts.week_measure where week = ${week}::date`.execute(db);
  return rows;
}

/** The weeks that were counted and are not released, oldest first. */
export async function unreleasedWeeks(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ week: string }>`
    select distinct week from counts.week_population p
    where not exists (select from figures.release r where r.week = p.week) order by week`.execute(
    db,
  );
  return rows.map(({ week }) => week);
}
