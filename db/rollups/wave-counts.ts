import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import { type Lattice, latticeOf } from "#app/privacy/lattice.ts";
import type { Db } from "../client.server.ts";
import { readChoiceFamilies } from "./choice-counts.ts";

/** The populations of a wave and the cells of its frame that each is made of. */
export async function readWaveLattice(db: Db, waveId: number): Promise<Lattice> {
  const populations = await db
    .selectFrom("counts.wavePopulation")
    .where("waveId", "=", waveId)
    .orderBy("population")
    .select(["population", "kind", "key", "parentKey", "cut", "names", "path"])
    .execute();
  const { rows: cells } = await sql<{ cell: number; populations: number[] }>`
    select cell, array_agg(population order by population) as populations
    from counts.wave_population_cell where wave_id = ${waveId}
    group by cell order by cell`.execute(db);
  return latticeOf(populations as unknown as (Population & { population: number })[], cells);
}

/** What is asked of a wave: each question that has a figure, each indicator, participation. */
interface Asked extends Omit<MeasureCount, "cells"> {
  readonly position: number | null;
  readonly indicator: string | null;
}

/**
 * What a wave counted, one family of measures after the other, participation first: a large company
 * is never in memory at once. x is the favourable people (or the sum of a scale), `whole` how many were
 * invited; null when nobody knows, and then there is no participation either.
 */
export async function* readWaveFamilies(
  db: Db,
  waveId: number,
): AsyncGenerator<readonly MeasureCount[]> {
  const { rows } = await sql<Asked>`
    with question as (
      select q.position, 'question:' || item.key as measure, item.indicator_key as indicator,
        q.kind, q.low, q.high, q.sensitive
      from records.wave w
      join records.question q on q.version_id = w.version_id
      join records.item item on item.id = q.item_id
      where w.id = ${waveId} and q.kind in ('agreement', 'likelihood', 'number')
    )
    select * from (
    select measure, case kind when 'agreement' then 'share' else 'mean' end as form,
      case kind when 'agreement' then 'answers' else 'mean' end as rule,
      coalesce(indicator, measure) as family, low::double precision, high::double precision, sensitive,
      position, null as indicator
    from question
    union all
    select indicator, 'share', 'shares', indicator, 0, 1, bool_or(sensitive), null, indicator
    from question where indicator is not null and kind = 'agreement' group by indicator
    union all
    select 'participation', 'share', 'participation', 'participation', 0, 1, false, null, null
    ) as asked order by family <> 'participation', family, measure`.execute(db);
  for (const family of new Set(rows.map((row) => row.family))) {
    const counted: MeasureCount[] = [];
    for (const asked of rows.filter((row) => row.family === family)) {
      const cells = await readCells(db, waveId, asked);
      if (cells.length > 0) counted.push({ ...asked, cells });
    }
    if (counted.length > 0) yield counted;
  }
  yield* readChoiceFamilies(db, waveId);
}

async function readCells(db: Db, waveId: number, asked: Asked): Promise<readonly CellCount[]> {
  const { position, indicator } = asked;
  const invited = sql`select cell, invited as whole from counts.participation_cell where wave_id = ${waveId}`;
  if (position !== null) {
    const { rows } = await sql<CellCount>`
      select a.cell, sum(a.n)::integer as n,
        (case when ${asked.form} = 'share' then coalesce(sum(a.n) filter (where
          (case when q.reversed then q.high - a.value else a.value - q.low end) / (q.high - q.low) > 0.6), 0)
          else sum(a.n * a.value) end)::double precision as x,
        sum(a.n * a.value * a.value) as squares, i.whole
      from counts.answer_cell a
      join records.wave w on w.id = a.wave_id
      join records.question q on q.version_id = w.version_id and q.position = a.position
      join (${invited}) as i using (cell)
      where a.wave_id = ${waveId} and a.position = ${position} group by a.cell, i.whole`.execute(
      db,
    );
    return rows;
  }
  if (indicator !== null) {
    const { rows } = await sql<CellCount>`
      select k.cell, k.n, k.sum as x, k.squares, i.whole
      from counts.indicator_cell k join (${invited}) as i using (cell)
      where k.wave_id = ${waveId} and k.indicator_key = ${indicator}`.execute(db);
    return rows;
  }
  // Some who answered may be in no list of people: they count among the answers, and never towards
  // participation.
  const { rows } = await sql<CellCount>`
    select cell, invited as n, answered::double precision as x, null as squares, null as whole
    from counts.participation_cell where wave_id = ${waveId} and invited is not null`.execute(db);
  return rows;
}
