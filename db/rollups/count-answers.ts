import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Counts a closed wave, cell by cell: how many gave each answer to each question, each indicator
 * as the mean over people of the share of its questions they answered favourably, and how many
 * answered out of how many invited. What was counted before is replaced.
 * Favourable is as in `app/statistics/favourable.ts`: above three fifths of the scale.
 */
export async function countAnswers(db: Db, waveId: number): Promise<void> {
  for (const table of ["answer_cell", "indicator_cell", "participation_cell"]) {
    await sql`delete from ${sql.table(`counts.${table}`)} where wave_id = ${waveId}`.execute(db);
  }
  await sql`
    insert into counts.answer_cell (wave_id, cell, position, value, n)
    select r.wave_id, r.cell, a.position, a.answer, count(*)
    from intake.response r, unnest(r.answers) with ordinality as a (answer, position)
    where r.wave_id = ${waveId} and r.complete and not r.dropped and a.answer is not null
    group by r.wave_id, r.cell, a.position, a.answer`.execute(db);
  await sql`
    insert into counts.indicator_cell (wave_id, cell, indicator_key, n, sum, squares)
    select wave_id, cell, indicator_key, count(*), sum(share), sum(share * share)
    from (
      select r.wave_id, r.cell, r.id, item.indicator_key,
        avg(case when (case when q.reversed then q.high - a.answer else a.answer - q.low end)
          / (q.high - q.low) > 0.6 then 1.0::double precision else 0.0 end) as share
      from intake.response r
      join records.wave w on w.id = r.wave_id
      cross join lateral unnest(r.answers) with ordinality as a (answer, position)
      join records.question q on q.version_id = w.version_id and q.position = a.position
        and q.kind = 'agreement'
      join records.item item on item.id = q.item_id
      where r.wave_id = ${waveId} and r.complete and not r.dropped
        and a.answer is not null and item.indicator_key is not null
      group by r.wave_id, r.cell, r.id, item.indicator_key
    ) as respondent
    group by wave_id, cell, indicator_key`.execute(db);
  await sql`
    insert into counts.participation_cell (wave_id, cell, invited, answered)
    select c.wave_id, c.cell, c.invited, count(r.id)
    from intake.frame_cell c
    left join intake.response r on r.wave_id = c.wave_id and r.cell = c.cell
      and r.complete and not r.dropped
    where c.wave_id = ${waveId}
    group by c.wave_id, c.cell, c.invited`.execute(db);
}
