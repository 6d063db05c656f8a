import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import type { Lattice } from "#app/privacy/lattice.ts";
import { narrow } from "#app/privacy/narrow.ts";
import type { Db } from "../client.server.ts";

/** What is said of the company, the units right below it, and these cuts, and of nobody finer. */
const cuts = ["work", "site", "language"];

/** Readings with a name each: hidden together where they speak of the same acts. */
const acts: Readonly<Record<string, string>> = {
  "ties-units": "ties-units",
  "ties-sites": "ties-sites",
  "questions-answered": "questions",
  "questions-answered-day": "questions",
  "posts-answered": "posts",
};

/** What a week counted of ties between units, conversations with leaders, and announcements. */
export interface BroadWeek {
  readonly lattice: Lattice;
  families(): AsyncGenerator<readonly MeasureCount[]>;
}

/** The same families as the night counted them, on the populations they are said of. */
export async function readBroadWeek(db: Db, week: string): Promise<BroadWeek> {
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
  const { lattice, merge } = narrow(
    populations as unknown as (Population & { population: number })[],
    cells,
    ({ kind, parentKey, cut, key }) =>
      kind === "company" ||
      (kind === "unit" && parentKey === "company") ||
      (cuts.includes(cut) && !key.includes("/")),
  );
  return {
    lattice,
    async *families() {
      const { rows } = await sql<{ measure: string }>`
        select distinct measure from counts.week_cell_count
        where week = ${week}::date and (measure = any(${Object.keys(acts)}::text[])
          or measure like 'with:unit:%' or measure like 'post-%:%')
        order by measure`.execute(db);
      const familyOf = (measure: string) => acts[measure] ?? measure;
      for (const family of new Set(rows.map(({ measure }) => familyOf(measure)))) {
        const counted: MeasureCount[] = [];
        for (const { measure } of rows.filter((row) => familyOf(row.measure) === family)) {
          const { rows: counts } = await sql<CellCount>`
            select cell, n, x::double precision as x, null as squares, n as whole, acts, of_acts
            from counts.week_cell_count
            where week = ${week}::date and measure = ${measure}`.execute(db);
          const rule = measure in acts ? ("acts" as const) : ("activity" as const);
          const shape = { form: "share", low: 0, high: 1, sensitive: false } as const;
          counted.push({ measure, rule, family, ...shape, cells: merge(counts) });
        }
        yield counted;
      }
    },
  };
}
