import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export interface AnswerRetention {
  /** After the next wave of the same barometer has closed, in days. */
  readonly afterNext: number;
  /** After its own close, where no wave has followed, in days. */
  readonly alone: number;
}

/**
 * Cuts the last thread between a released wave and its people: the pseudonyms, who was invited and
 * answered, the codes, and the counts of cells so small that they may speak of one person. The
 * answers themselves stay, by cell, and the released figures are untouched. Returns how many rows
 * changed or went, by kind.
 */
export async function forgetPseudonyms(
  db: Db,
  now: Date,
  { afterNext, alone }: AnswerRetention,
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ id: number }>`
    select w.id from records.wave w
    join records.barometer_version v on v.id = w.version_id
    where w.state = 'released' and (
      w.closed_at < ${now}::timestamptz - ${alone} * interval '1 day'
      or exists (
        select from records.wave later
        join records.barometer_version other on other.id = later.version_id
        where other.barometer_id = v.barometer_id and later.opened_at > w.opened_at
          and later.closed_at < ${now}::timestamptz - ${afterNext} * interval '1 day'))`.execute(
    db,
  );
  const waves = rows.map(({ id }) => id);
  if (waves.length === 0) return {};
  const removed = async (query: { execute(db: Db): Promise<{ numAffectedRows?: bigint }> }) =>
    Number((await query.execute(db)).numAffectedRows ?? 0n);
  const among = sql`wave_id = any(${waves}::integer[])`;
  return {
    pseudonyms: await removed(sql`
      update intake.response set member = null, external_hash = null
      where ${among} and (member is not null or external_hash is not null)`),
    codes: await removed(sql`delete from intake.frame_code where ${among}`),
    marks: await removed(sql`
      delete from intake.answer_mark m using intake.invitation i
      where i.invitation_hash = m.invitation_hash and i.wave_id = any(${waves}::integer[])`),
    letters: await removed(sql`delete from intake.dispatch where ${among}`),
    invitations: await removed(sql`delete from intake.invitation where ${among}`),
    "waiting answers": await removed(sql`delete from intake.answer_box where ${among}`),
    "counted cells":
      (await removed(sql`delete from counts.answer_cell where ${among}`)) +
      (await removed(sql`delete from counts.indicator_cell where ${among}`)) +
      (await removed(sql`delete from counts.participation_cell where ${among}`)),
  };
}

/** Removes the comments of waves that closed before. Returns how many. */
export async function forgetComments(db: Db, closedBefore: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from intake.comment c using records.wave w
    where w.id = c.wave_id and w.closed_at < ${closedBefore}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
