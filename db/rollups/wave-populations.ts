import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * The populations of a wave's frame and the cells each is made of: the company, each unit with
 * everything below it, each site, each option of each segment.
 */
export async function writeWavePopulations(db: Db, waveId: number): Promise<void> {
  await sql`delete from counts.wave_population_cell where wave_id = ${waveId}`.execute(db);
  await sql`delete from counts.wave_population where wave_id = ${waveId}`.execute(db);
  await sql`
    with recursive unit_path as (
      select unit_id, array['company', 'unit:' || key] as path
      from intake.frame_unit where wave_id = ${waveId} and parent_id is null
      union all
      select u.unit_id, p.path || ('unit:' || u.key)
      from unit_path p join intake.frame_unit u on u.wave_id = ${waveId} and u.parent_id = p.unit_id
    ), option as (
      select distinct unnest(options) as id from intake.frame_cell where wave_id = ${waveId}
    ), population as (
      select 0 as rank, 'company' as kind, 'company' as key, null as parent_key,
        'organisation' as cut, jsonb_build_object('fr', 'Toute l’entreprise', 'en', 'Whole company') as names,
        array['company'] as path
      union all
      select 1, 'unit', 'unit:' || u.key,
        coalesce('unit:' || parent.key, 'company'), 'organisation', u.names, p.path
      from intake.frame_unit u join unit_path p using (unit_id)
      left join intake.frame_unit parent on parent.wave_id = u.wave_id and parent.unit_id = u.parent_id
      where u.wave_id = ${waveId}
      union all
      select 2, 'site', 'site:' || s.key, 'company', 'site',
        jsonb_build_object('fr', s.name, 'en', s.name), array_remove(array['company', 'legal-entity:' || s.legal_entity, 'site:' || s.key], null)
      from intake.site s where s.id in (select site_id from intake.frame_cell where wave_id = ${waveId})
      union all
      select 3, 'segment', 'segment:' || seg.key || ':' || o.key, 'company', seg.key, o.names,
        array['company', 'segment:' || seg.key || ':' || o.key]
      from option join intake.segment_option o on o.id = option.id
      join intake.segment seg on seg.id = o.segment_id and seg.shown
    )
    insert into counts.wave_population (wave_id, population, kind, key, parent_key, cut, names, path)
    select ${waveId}, row_number() over (order by rank, path), kind, key, parent_key, cut, names, path
    from population`.execute(db);
  await sql`
    insert into counts.wave_population_cell (wave_id, population, cell)
    select c.wave_id, p.population, c.cell
    from intake.frame_cell c
    join counts.wave_population p on p.wave_id = c.wave_id and p.kind = 'company'
    where c.wave_id = ${waveId}
    union all
    select c.wave_id, p.population, c.cell
    from intake.frame_cell c
    join intake.frame_unit own on own.wave_id = c.wave_id and own.unit_id = c.unit_id
    join intake.frame_unit above on above.wave_id = c.wave_id and own.first between above.first and above.last
    join counts.wave_population p on p.wave_id = c.wave_id and p.key = 'unit:' || above.key
    where c.wave_id = ${waveId}
    union all
    select c.wave_id, p.population, c.cell
    from intake.frame_cell c
    join intake.site s on s.id = c.site_id
    join counts.wave_population p on p.wave_id = c.wave_id and p.key = 'site:' || s.key
    where c.wave_id = ${waveId}
    union all
    select c.wave_id, p.population, c.cell
    from intake.frame_cell c
    cross join lateral unnest(c.options) as option (id)
    join intake.segment_option o on o.id = option.id
    join intake.segment seg on seg.id = o.segment_id
    join counts.wave_population p on p.wave_id = c.wave_id and p.key = 'segment:' || seg.key || ':' || o.key
    where c.wave_id = ${waveId}`.execute(db);
}
