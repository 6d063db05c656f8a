import { sql } from "kysely";
import type { JudgedGroups } from "#app/privacy/groups.ts";
import type { JudgedHours } from "#app/privacy/rhythm.ts";
import type { Db } from "../client.server.ts";

/** Writes how the groups of a week stand, into the release that was just opened. */
export async function writeGroups(
  db: Db,
  release: number,
  { open, closed, totals }: JudgedGroups,
): Promise<void> {
  await sql`
    insert into figures.open_group (release_id, place, network, name, purpose, size, state)
    select ${release}, place, network, name, purpose, size, state
    from rows from (jsonb_to_recordset(${JSON.stringify(open)}::jsonb)
      as (network text, name text, purpose text, size text, state text))
      with ordinality as g (network, name, purpose, size, state, place)`.execute(db);
  await sql`
    insert into figures.closed_group (release_id, place, purpose, size)
    select ${release}, place, purpose, size
    from rows from (jsonb_to_recordset(${JSON.stringify(closed)}::jsonb) as (purpose text, size text))
      with ordinality as g (purpose, size, place)`.execute(db);
  await sql`
    insert into figures.group_total (release_id, privacy, state, least, most)
    select ${release}, privacy, state, least, most
    from jsonb_to_recordset(${JSON.stringify(totals)}::jsonb)
      as t (privacy text, state text, least integer, most integer)`.execute(db);
}

/** Writes the rhythm of a week's shifts, hidden ones included. */
export async function writeHours(
  db: Db,
  release: number,
  shifts: readonly JudgedHours[],
): Promise<void> {
  for (const { population, shown } of shifts) {
    await sql`
      insert into figures.rhythm (release_id, population, step, levels)
      values (${release}, ${population}, ${shown?.step ?? null},
        ${shown === null ? null : [...shown.levels]}::smallint[])`.execute(db);
  }
}

/** Copies all this from the release that is corrected, by the keys of its populations. */
export async function repeatAdoption(db: Db, release: number, supersedes: number): Promise<void> {
  await sql`
    insert into figures.open_group
    select ${release}, place, network, name, purpose, size, state
    from figures.open_group where release_id = ${supersedes}`.execute(db);
  await sql`
    insert into figures.closed_group
    select ${release}, place, purpose, size from figures.closed_group where release_id = ${supersedes}`.execute(
    db,
  );
  await sql`
    insert into figures.group_total
    select ${release}, privacy, state, least, most
    from figures.group_total where release_id = ${supersedes}`.execute(db);
  await sql`
    insert into figures.rhythm (release_id, population, step, levels)
    select ${release}, p.population, r.step, r.levels
    from figures.rhythm r
    join figures.population old on old.release_id = r.release_id and old.population = r.population
    join figures.population p on p.release_id = ${release} and p.key = old.key
    where r.release_id = ${supersedes}`.execute(db);
}
