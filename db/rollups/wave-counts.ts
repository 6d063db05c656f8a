import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { Count } from "#app/privacy/count.ts";
import type { Overlap } from "#app/privacy/suppression.ts";
import type { Db } from "../client.server.ts";

export interface Populations {
  readonly populations: ReadonlyMap<number, Population>;
  readonly overlaps: readonly Overlap[];
}

/**
 * The populations of a wave, and those of different cuts that can be subtracted from each other:
 * few answers apart, or one inside the other.
 */
export async function readWavePopulations(
  db: Db,
  waveId: number,
  closerThan: number,
): Promise<Populations> {
  const rows = await db
    .selectFrom("counts.wavePopulation")
    .where("waveId", "=", waveId)
    .orderBy("population")
    .select(["population", "kind", "key", "parentKey", "cut", "names", "path"])
    .execute();
  const { rows: overlaps } = await sql<Overlap>`
    with answered as (
      select pc.population, pc.cell, p.cut, c.answered
      from counts.wave_population_cell pc
      join counts.wave_population p on p.wave_id = pc.wave_id and p.population = pc.population
      join counts.participation_cell c on c.wave_id = pc.wave_id and c.cell = pc.cell
      where pc.wave_id = ${waveId}
    ), size as (
      select population, sum(answered) as n from answered group by population
    ), shared as materialized (
      select a.population, b.population as other, sum(a.answered) as n
      from answered a join answered b on a.cell = b.cell and a.population < b.population and a.cut <> b.cut
      group by a.population, b.population
    )
    select shared.population as one, shared.other,
      case when one.n + other.n - 2 * shared.n < ${closerThan}
        then (one.n + other.n - 2 * shared.n)::integer end as apart
    from shared
    join size one on one.population = shared.population
    join size other on other.population = shared.other
    where one.n + other.n - 2 * shared.n < ${closerThan} or shared.n = least(one.n, other.n)`.execute(
    db,
  );
  return {
    populations: new Map(
      rows.map(({ population, ...rest }) => [population, rest as unknown as Population]),
    ),
    overlaps,
  };
}

/**
 * What a wave counted, measure by measure and population by population. `x` is the favourable
 * people (or the sum of a scale), `whole` how many were invited (null when nobody knows; then there is
 * no participation either).
 */
export async function readWaveCounts(db: Db, waveId: number): Promise<readonly Count[]> {
  const { rows } = await sql<Count>`
    with question as (
      select q.position, 'question:' || item.key as measure,
        case when q.kind = 'agreement' then 'share' else 'mean' end as form,
        item.indicator_key as family, q.low, q.high, q.reversed, q.kind
      from records.wave w
      join records.question q on q.version_id = w.version_id
      join records.item item on item.id = q.item_id
      where w.id = ${waveId} and q.kind in ('agreement', 'likelihood', 'number')
    ), invited as (
      -- Some who answered may be in no list of people: they count among the answers, and never as
      -- part of a whole that is not known, nor towards participation.
      select pc.population, sum(c.invited)::integer as invited,
        sum(c.answered) filter (where c.invited is not null)::integer as answered,
        case when bool_and(c.invited is not null) then sum(c.invited)::integer end as whole
      from counts.wave_population_cell pc
      join counts.participation_cell c on c.wave_id = pc.wave_id and c.cell = pc.cell
      where pc.wave_id = ${waveId} group by pc.population
    ), counted as materialized (
      select pc.population, q.measure, q.form, coalesce(q.family, q.measure) as family,
        sum(a.n)::integer as n,
        case when q.form = 'share' then coalesce(sum(a.n) filter (where
          (case when q.reversed then q.high - a.value else a.value - q.low end) / (q.high - q.low) > 0.6), 0)
          else sum(a.n * a.value) end as x,
        sum(a.n * a.value * a.value) as squares
      from counts.wave_population_cell pc
      join counts.answer_cell a on a.wave_id = pc.wave_id and a.cell = pc.cell
      join question q on q.position = a.position
      where pc.wave_id = ${waveId}
      group by pc.population, q.measure, q.form, q.family
      union all
      select pc.population, i.indicator_key, 'share', i.indicator_key,
        sum(i.n)::integer, sum(i.sum), sum(i.squares)
      from counts.wave_population_cell pc
      join counts.indicator_cell i on i.wave_id = pc.wave_id and i.cell = pc.cell
      where pc.wave_id = ${waveId}
      group by pc.population, i.indicator_key
    )
    select c.population, c.measure, c.form, case c.form when 'share' then 'answers' else 'mean' end as rule,
      c.family, c.n, c.x::double precision as x, c.squares, null::double precision as acts,
      null::double precision as of_acts, i.whole
    from counted c join invited i using (population)
    union all
    select population, 'participation', 'share', 'participation', 'participation', invited, answered,
      null, null, null, null
    from invited where invited is not null`.execute(db);
  return rows;
}
