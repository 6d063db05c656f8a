import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A question of agreement and its place among the answers of a person. */
export interface ScaledQuestion {
  readonly position: number;
  readonly item: string;
  readonly indicator: string;
  readonly low: number;
  readonly high: number;
  readonly reversed: boolean;
}

/** One person's answers, in the order of the questions; null where there is none. Never whose. */
export interface AnswerRow {
  readonly cell: number;
  readonly answers: readonly (number | null)[];
}

/**
 * The questions of agreement of a wave that count towards an indicator, and everybody's answers to
 * them: what moves together is the only thing that has to be counted person by person.
 */
export async function readCompleteAnswers(
  db: Db,
  waveId: number,
): Promise<{
  readonly questions: readonly ScaledQuestion[];
  readonly rows: readonly AnswerRow[];
}> {
  const { rows: questions } = await sql<ScaledQuestion>`
    select q.position, item.key as item, item.indicator_key as indicator,
      q.low::double precision, q.high::double precision, q.reversed
    from records.wave w
    join records.question q on q.version_id = w.version_id
    join records.item item on item.id = q.item_id
    where w.id = ${waveId} and q.kind = 'agreement' and not q.sensitive
      and item.indicator_key is not null
    order by q.position`.execute(db);
  const { rows } = await sql<AnswerRow>`
    select r.cell, array(
      select r.answers[place] from unnest(${questions.map(({ position }) => position)}::integer[])
        with ordinality as asked (place, at) order by at
    ) as answers
    from intake.response r
    where r.wave_id = ${waveId} and r.complete and not r.dropped
    -- By what was answered alone: whose it is must not show, not even in how people are drawn.
    order by answers, r.cell`.execute(db);
  return { questions, rows };
}
