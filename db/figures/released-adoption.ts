import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import {
  type ReleasedGroups,
  type ReleasedHours,
  SealedGroups,
  SealedHours,
} from "#app/privacy/adoption-gate.ts";
import type { Db } from "../client.server.ts";

/**
 * How the groups stood in the released weeks from one on, oldest first; the lists of groups with the
 * newest week alone, and of open ones those that are open still. A correction replaces what it supersedes.
 */
export async function releasedGroups(db: Db, from: string): Promise<SealedGroups> {
  const { rows } = await sql<ReleasedGroups>`
    with week as (
      select r.id, r.week, r.week = max(r.week) over () as is_newest
      from figures.release r
      where r.kind = 'week' and r.week >= ${from}::date
        and not exists (select from figures.release later where later.supersedes = r.id)
        and exists (select from figures.group_total t where t.release_id = r.id)
    )
    select week.week,
      (select jsonb_agg(jsonb_build_object('privacy', t.privacy, 'state', t.state, 'least', t.least,
          'most', t.most) order by t.privacy, t.state)
        from figures.group_total t where t.release_id = week.id) as totals,
      coalesce((select jsonb_agg(jsonb_build_object('network', g.network, 'name', g.name,
          'purpose', g.purpose, 'size', g.size, 'state', g.state) order by g.place)
        from figures.open_group g
        join records.open_group still on still.network = g.network and still.name = g.name
        where week.is_newest and g.release_id = week.id), '[]') as open,
      coalesce((select jsonb_agg(jsonb_build_object('purpose', g.purpose, 'size', g.size) order by g.place)
        from figures.closed_group g where week.is_newest and g.release_id = week.id), '[]') as closed
    from week order by week.week`.execute(db);
  return new SealedGroups(rows);
}

/** The rhythm of each shift, in the newest released weeks that have one. */
export async function releasedHours(db: Db): Promise<SealedHours> {
  const { rows } = await sql<
    Omit<Population, "path"> & {
      week: string;
      path: readonly string[];
      step: number | null;
      levels: readonly number[] | null;
    }
  >`
    with newest as (
      select r.id, r.week from figures.release r
      where r.kind = 'week' and exists (select from figures.rhythm h where h.release_id = r.id)
        and not exists (select from figures.release later where later.supersedes = r.id)
      order by r.week desc limit 1
    )
    select newest.week, p.kind, p.key, p.parent_key, p.cut, p.names, p.path, h.step, h.levels
    from newest join figures.rhythm h on h.release_id = newest.id
    join figures.population p on p.release_id = h.release_id and p.population = h.population
    order by p.population`.execute(db);
  return new SealedHours(
    rows.map(
      ({ week, step, levels, ...population }): ReleasedHours => ({
        week,
        population,
        shown: step === null || levels === null ? null : { step, levels },
      }),
    ),
  );
}
