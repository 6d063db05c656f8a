import type { Session } from "../session.ts";
import { samePlace } from "./place.ts";

/** Lines that cannot be kept: how many, and the first. */
export interface Repeated {
  readonly occurrences: number;
  readonly line: number | null;
}

/**
 * Takes out of the staged answers those of people who have answered before: in an earlier line of
 * the file, or in an earlier import of the wave with another line.
 */
export async function refuseRepeated(
  session: Session,
  waveId: number,
): Promise<{ inFile: Repeated; before: Repeated }> {
  const inFile = await session.query(`
    with repeated as (
      delete from stage_answer s using (
        select external_hash, row_number() over (partition by member order by line) as turn
        from stage_answer where member is not null
      ) as t
      where t.external_hash = s.external_hash and t.turn > 1 returning s.line
    ) select count(*) as occurrences, min(line) as line from repeated`);
  const before = await session.query(
    `with repeated as (
       delete from stage_answer s using intake.response r
       where r.wave_id = $1 and r.member = s.member and r.external_hash is distinct from s.external_hash
       returning s.line
     ) select count(*) as occurrences, min(line) as line from repeated`,
    [waveId],
  );
  return { inFile: repeatedOf(inFile.rows[0]), before: repeatedOf(before.rows[0]) };
}

/** How many of the staged answers the wave does not hold yet. */
export async function countFresh(session: Session, waveId: number): Promise<number> {
  const { rows } = await session.query(
    `select count(*) as fresh from stage_answer s where not exists (
       select from intake.response r where r.wave_id = $1 and r.external_hash = s.external_hash)`,
    [waveId],
  );
  return rows[0].fresh;
}

/**
 * Says of a released wave that answers came too late, the most that were found so in one reading: the
 * same ones are found again the next night.
 */
export async function countLateImported(
  session: Session,
  waveId: number,
  fresh: number,
): Promise<void> {
  await session.query(
    "update records.wave set late = greatest(late, $2::integer) where id = $1 and state = 'released'",
    [waveId, fresh],
  );
}

/** How many staged answers the wave holds with other words: they were changed after they were taken. */
export async function countChanged(session: Session, waveId: number): Promise<number> {
  const { rows } = await session.query(
    `select count(*) as changed from stage_answer s join intake.response r
       on r.wave_id = $1 and r.external_hash = s.external_hash
     where r.answers is distinct from s.answers`,
    [waveId],
  );
  return rows[0].changed;
}

/**
 * Keeps the placed answers the wave does not hold yet, in an order that says nothing of the file's.
 * Returns how many.
 */
export async function keepAnswers(
  session: Session,
  waveId: number,
  importId: number,
): Promise<number> {
  const { rowCount } = await session.query(
    `with cell_of as (
       select distinct on (p.unit_id, p.site_id, p.options, p.is_invited) p.*, c.cell
       from (select distinct unit_id, site_id, options, is_invited from placed_answer) as p
       join intake.frame_cell c on c.wave_id = $1 and ${samePlace}
         and (p.is_invited or c.invited is null)
       order by p.unit_id, p.site_id, p.options, p.is_invited, c.invited is null
     )
     insert into intake.response
       (wave_id, cell, member, answers, states, import_id, external_hash)
     select $1, c.cell, p.member, p.answers, p.states, $2, p.external_hash
     from placed_answer p join cell_of c on ${samePlace} and c.is_invited = p.is_invited
     order by p.external_hash
     on conflict (wave_id, external_hash) do nothing`,
    [waveId, importId],
  );
  return rowCount ?? 0;
}

function repeatedOf(row: { occurrences: number; line: number | null }): Repeated {
  return { occurrences: row.occurrences, line: row.line };
}
