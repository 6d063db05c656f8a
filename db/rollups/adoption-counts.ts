import { sql } from "kysely";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import type { CountedGroup } from "#app/privacy/groups.ts";
import type { CountedHours } from "#app/privacy/rhythm.ts";
import type { Db } from "../client.server.ts";

/** The beginnings of the measures that adoption is made of: `adoption-on:mattermost`. */
const parts = "^(adoption-in|adoption-for|adoption-on|account-on|own-on):";

/** What a week counted of adoption's parts, measure by measure. */
export async function readAdoptionParts(db: Db, week: string): Promise<readonly MeasureCount[]> {
  const { rows } = await sql<CellCount & { measure: string }>`
    select measure, cell, n, x::double precision as x, null as squares, n as whole
    from counts.week_cell_count
    where week = ${week}::date and measure ~ ${parts} order by measure, cell`.execute(db);
  const shape = { form: "share", low: 0, high: 1, sensitive: false } as const;
  const kind = { ...shape, rule: "activity", overlaps: true } as const;
  return [...new Set(rows.map(({ measure }) => measure))].map((measure) => ({
    ...kind,
    measure,
    family: measure,
    cells: rows.filter((row) => row.measure === measure),
  }));
}

/** The groups of a week. */
export async function readCountedGroups(db: Db, week: string): Promise<readonly CountedGroup[]> {
  const { rows } = await sql<CountedGroup>`
    select c.title as network, g.privacy, g.purpose, g.name, g.members, g.now, g.gained, g.lost,
      g.is_new, g.has_past
    from counts.week_group g join records.connection c on c.id = g.connection_id
    where g.week = ${week}::date order by g.group_id`.execute(db);
  return rows;
}

/** The hours of a week's shifts; none in the weeks they are not counted in. */
export async function readCountedHours(db: Db, week: string): Promise<readonly CountedHours[]> {
  const { rows } = await sql<CountedHours>`
    select population, max(n) as n,
      jsonb_agg(jsonb_build_object('hour', (weekday - 1) * 24 + hour, 'x', x) order by weekday, hour) as hours
    from counts.week_hour where week = ${week}::date group by population order by population`.execute(
    db,
  );
  return rows;
}
