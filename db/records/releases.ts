import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { Names } from "../schema.ts";

/** A wave whose figures are out. */
export interface ReleasedWave {
  readonly key: string;
  readonly names: Names;
  readonly openedAt: Date | null;
  readonly closedAt: Date;
  readonly releasedAt: Date;
}

/** A week whose figures are out: its Monday. */
export interface ReleasedWeek {
  readonly week: string;
  readonly releasedAt: Date;
  readonly without: readonly string[];
}

/** That a wave was released is no figure: everybody who may read results may know it. Newest first. */
export async function readReleasedWaves(db: Db): Promise<readonly ReleasedWave[]> {
  const { rows } = await sql<ReleasedWave>`
    select w.key, w.names, coalesce(w.opened_at, w.opens_at) as opened_at,
      coalesce(w.closed_at, w.closes_at, r.released_at) as closed_at, r.released_at
    from figures.release r join records.wave w on w.id = r.wave_id
    where r.as_of is null
      and not exists (select from figures.release later where later.supersedes = r.id)
    order by closed_at desc, w.id desc`.execute(db);
  return rows;
}

/** The last day by whose units a wave was told once more; null when none was. */
export async function lastReorganisation(db: Db): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(as_of)::text as day from figures.release`.execute(db);
  return rows[0]?.day ?? null;
}

/** Newest first. */
export async function readReleasedWeeks(db: Db): Promise<readonly ReleasedWeek[]> {
  const { rows } = await sql<ReleasedWeek>`
    select r.week, r.released_at, r.without from figures.release r
    where r.kind = 'week'
      and not exists (select from figures.release later where later.supersedes = r.id)
    order by r.week desc`.execute(db);
  return rows;
}
