import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import { type Lattice, latticeOf } from "#app/privacy/lattice.ts";
import type { Db } from "../client.server.ts";

/** The populations of a counted week, and the cells that each is made of. */
export async function readWeekLattice(db: Db, week: string): Promise<Lattice> {
  const populations = await db
    .selectFrom("counts.weekPopulation")
    .where("week", "=", week)
    .orderBy("population")
    .select(["population", "kind", "key", "parentKey", "cut", "names", "path"])
    .execute();
  const cells = await db
    .selectFrom("counts.weekCell")
    .where("week", "=", week)
    .orderBy("cell")
    .select(["cell", "populations"])
    .execute();
  return latticeOf(populations as unknown as (Population & { population: number })[], cells);
}

/** What each reading of a week is, and what it is hidden together with; four weeks overlap. */
const readings = [
  { measure: "active", form: "share", rule: "activity", family: "active" },
  { measure: "adoption", form: "share", rule: "activity", family: "adoption", overlaps: true },
  {
    measure: "across-units",
    form: "share",
    rule: "activity",
    family: "across-units",
    overlaps: true,
  },
  { measure: "reached", form: "share", rule: "activity", family: "reached", overlaps: true },
  { measure: "messages", form: "count", rule: "acts", family: "messages" },
  { measure: "messages-across", form: "share", rule: "acts", family: "messages" },
] as const;

/** What a week counted, one family of measures after the other. */
export async function* readWeekFamilies(
  db: Db,
  week: string,
): AsyncGenerator<readonly MeasureCount[]> {
  for (const family of new Set(readings.map((reading) => reading.family))) {
    const counted: MeasureCount[] = [];
    for (const reading of readings.filter((one) => one.family === family)) {
      const { rows: cells } = await sql<CellCount>`
        select cell, n, x::double precision as x, null as squares, n as whole, acts, of_acts
        from counts.week_cell_count
        where week = ${week}::date and measure = ${reading.measure}`.execute(db);
      if (cells.length > 0) counted.push({ ...reading, low: 0, high: 1, sensitive: false, cells });
    }
    if (counted.length > 0) yield counted;
  }
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
