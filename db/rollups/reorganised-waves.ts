import { sql } from "kysely";
import {
  type Reorganised,
  reorganised,
  type UnitNow,
  type UnitThen,
} from "#app/model/reorganised.ts";
import type { Db } from "../client.server.ts";

/** A released wave, and the last day since it was opened on which units became others or moved. */
export interface ReorganisedWave {
  readonly id: number;
  readonly key: string;
  readonly releaseId: number;
  readonly openedOn: string;
  readonly asOf: string;
  /** It was told by other units before. */
  readonly isToldAgain: boolean;
}

/**
 * So long is waited until a wave is told by other units again: an organisation that moves every week
 * would be told every week, and each telling can be laid beside the others.
 */
const APART_DAYS = 90;
/** Waves that closed longer ago stay as they were. */
const YEARS = 3;

/**
 * The waves asked here whose frame the organisation has left behind, and which were not yet told by
 * the units of that day. Oldest first.
 */
export async function wavesLeftBehind(
  db: Db,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): Promise<readonly ReorganisedWave[]> {
  const { rows } = await sql<ReorganisedWave>`
    with moved as (
      select happened_on as day from intake.unit_succession
      union
      select lower(p.valid) from intake.unit_parent p
      join intake.unit_parent before on before.unit_id = p.unit_id and before.retired_by is null
        and upper(before.valid) = lower(p.valid) and before.parent_id is distinct from p.parent_id
      where p.retired_by is null
    ), wave as (
      select w.id, w.key, r.id as release_id, w.opened_at,
        (w.opened_at at time zone ${timeZone})::date as opened_on
      from records.wave w
      join figures.release r on r.wave_id = w.id and r.supersedes is null and r.as_of is null
      where w.state = 'released' and w.origin = 'asked'
        and w.closed_at > ${today}::date - ${YEARS}::integer * interval '1 year'
    )
    select id, key, release_id, opened_on::text, max(day)::text as as_of, exists (
      select from figures.release r where r.wave_id = wave.id and r.as_of is not null) as is_told_again
    from wave join moved on day > opened_on and day <= ${today}::date
    where not exists (
      select from figures.release r where r.wave_id = wave.id and (r.as_of > ${today}::date - ${APART_DAYS}::integer
        or r.as_of >= (select max(day) from moved where day <= ${today}::date)))
    group by id, key, release_id, opened_on, opened_at
    order by opened_at, id`.execute(db);
  return rows;
}

/** The people of a wave by the units of a day. Units that no name is known of carry their key. */
export async function readReorganised(
  db: Db,
  { id, openedOn, asOf }: Pick<ReorganisedWave, "id" | "openedOn" | "asOf">,
): Promise<readonly Reorganised[]> {
  const { rows: then } = await sql<UnitThen>`
    select unit_id as id, parent_id from intake.frame_unit where wave_id = ${id}`.execute(db);
  const { rows: now } = await sql<UnitNow>`
    select u.id, p.parent_id, u.key, jsonb_build_object(
      'fr', coalesce(max(n.name) filter (where n.language = 'fr'), u.key),
      'en', coalesce(max(n.name) filter (where n.language = 'en'),
        max(n.name) filter (where n.language = 'fr'), u.key)) as names
    from intake.unit u
    join intake.unit_parent p on p.unit_id = u.id and p.retired_by is null and p.valid @> ${asOf}::date
    left join intake.unit_name n on n.unit_id = u.id and n.retired_by is null and n.valid @> ${asOf}::date
    group by u.id, p.parent_id, u.key`.execute(db);
  const { rows: tookOver } = await sql<{ fromId: number; toId: number }>`
    select from_unit_id as from_id, to_unit_id as to_id from intake.unit_succession
    where happened_on > ${openedOn}::date and happened_on <= ${asOf}::date`.execute(db);
  const { rows: cells } = await sql<{ unitId: number; cells: number[] }>`
    select unit_id, array_agg(cell order by cell) as cells from intake.frame_cell
    where wave_id = ${id} and unit_id is not null group by unit_id`.execute(db);
  return reorganised(then, now, tookOver, new Map(cells.map((one) => [one.unitId, one.cells])));
}

/** What was told of a wave by the units of later days so far: the populations that were judged. */
export async function readToldSince(
  db: Db,
  waveId: number,
): Promise<readonly (Reorganised & { readonly releaseId: number; readonly population: number })[]> {
  const { rows } = await sql<Reorganised & { releaseId: number; population: number }>`
    select p.release_id, p.population, p.kind, p.key, p.parent_key, p.cut, p.names, p.path, c.cells
    from counts.reorganised_population c
    join figures.population p on p.release_id = c.release_id and p.population = c.population
    join figures.release r on r.id = c.release_id
    where r.wave_id = ${waveId} order by p.release_id, p.population`.execute(db);
  return rows;
}

/** Keeps which cells the added populations of a release are made of. */
export async function keepToldSince(
  db: Db,
  releaseId: number,
  added: readonly (Reorganised & { readonly population: number })[],
): Promise<void> {
  const rows = JSON.stringify(added.map(({ population, cells }) => ({ population, cells })));
  await sql`
    insert into counts.reorganised_population (release_id, population, cells)
    select ${releaseId}, population, array(select jsonb_array_elements_text(cells)::integer)
    from jsonb_to_recordset(${rows}::jsonb) as p (population integer, cells jsonb)`.execute(db);
}

/** Whether what a wave counted is still there, cell by cell. */
export async function isCounted(db: Db, waveId: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from counts.participation_cell where wave_id = ${waveId}) as is`.execute(
    db,
  );
  return rows[0]?.is ?? false;
}
