import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Fewer anonymous answers of a cell than this never move together, nor does a wave count fewer. */
const SMALLEST_BATCH = 10;

/**
 * Moves anonymous answers out of the box, and what their authors wrote to another table, shuffled
 * apart; then, in another transaction, the marks of who has answered. While the wave is open, only of
 * cells of which enough answers wait to hide each other. Once it is closed, all of them: see
 * `settle`. Returns how many moved.
 */
export async function moveAnswerBox(db: Db, waveId: number): Promise<number> {
  const wave = await db
    .selectFrom("records.wave")
    .where("id", "=", waveId)
    .select("state")
    .executeTakeFirstOrThrow();
  if (wave.state !== "open") return settle(db, waveId);
  const moved = await db.transaction().execute(async (trx) => {
    // Two that move at once would each see a batch that is none.
    await sql`select pg_advisory_xact_lock(hashtextextended('answer box', ${waveId}))`.execute(trx);
    const { numAffectedRows } = await sql`
      with full_cell as (
        select cell from intake.answer_box where wave_id = ${waveId}
        group by cell having count(*) >= ${SMALLEST_BATCH}
      ), moved as (
        delete from intake.answer_box b using full_cell f
        where b.wave_id = ${waveId} and b.cell = f.cell returning b.*
      ), written as (
        delete from intake.comment c using full_cell f
        where c.wave_id = ${waveId} and c.member is null and c.cell = f.cell returning c.*
      ), away as (
        insert into intake.raw_comment (wave_id, question_id, unit_id, value)
        select w.wave_id, w.question_id, c.unit_id, w.value
        from written w join intake.frame_cell c on c.wave_id = w.wave_id and c.cell = w.cell
        order by gen_random_uuid()
      )
      insert into intake.response (wave_id, cell, answers, states)
      select wave_id, cell, answers, states from moved order by gen_random_uuid()`.execute(trx);
    return Number(numAffectedRows ?? 0);
  });
  if (moved > 0) {
    await sql`
      with marked as (
        delete from intake.answer_mark m using intake.invitation i
        where i.invitation_hash = m.invitation_hash and i.wave_id = ${waveId}
        returning m.invitation_hash
      )
      update intake.invitation i set state = 'answered'
      from marked where marked.invitation_hash = i.invitation_hash`.execute(db);
  }
  return moved;
}

/**
 * After the close nobody is reminded, so nobody needs to know any more who has answered: it is
 * forgotten, and with the last of the box all answers of the wave are written anew in one shuffled
 * transaction, so that no batch is left to tell from another. An answer could then be that of anybody
 * invited in its cell. Of a wave with fewer than ten answers none is ever counted: they go. Doing it
 * twice changes nothing.
 */
async function settle(db: Db, waveId: number): Promise<number> {
  if (await isSettled(db, waveId)) {
    await wipeBox(db);
    return 0;
  }
  const moved = await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('answer box', ${waveId}))`.execute(trx);
    const { rows } = await sql<{ waiting: number; held: number }>`
      select (select count(*) from intake.answer_box where wave_id = ${waveId}) as waiting,
        (select count(*) from intake.response where wave_id = ${waveId}) as held`.execute(trx);
    const { waiting = 0, held = 0 } = rows[0] ?? {};
    const isEnough = waiting + held >= SMALLEST_BATCH;
    await sql`
      with waiting as (
        delete from intake.answer_box where wave_id = ${waveId} returning *
      ), held as (
        delete from intake.response where wave_id = ${waveId} returning *
      ), written as (
        delete from intake.comment where wave_id = ${waveId} and member is null returning *
      ), away as (
        insert into intake.raw_comment (wave_id, question_id, unit_id, value)
        select w.wave_id, w.question_id, c.unit_id, w.value
        from written w join intake.frame_cell c on c.wave_id = w.wave_id and c.cell = w.cell
        where ${isEnough} order by gen_random_uuid()
      )
      insert into intake.response (wave_id, cell, answers, states)
      select wave_id, cell, answers, states from (
        select wave_id, cell, answers, states from waiting
        union all select wave_id, cell, answers, states from held
      ) as every where ${isEnough} order by gen_random_uuid()`.execute(trx);
    return isEnough ? waiting : 0;
  });
  await forgetWhoAnswered(db, waveId);
  await wipeBox(db);
  return moved;
}

/**
 * Nothing that has moved stays in the pages of the box. While answers of another wave wait there, or
 * somebody reads it, it is left for the next time.
 */
async function wipeBox(db: Db): Promise<void> {
  await sql`
    select intake.wipe_answer_box()
    where pg_relation_size('intake.answer_box') + pg_relation_size('intake.answer_mark') > 0`.execute(
    db,
  );
}

async function isSettled(db: Db, waveId: number): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select not exists (select from intake.answer_box where wave_id = ${waveId})
      and not exists (select from intake.answer_mark m join intake.invitation i using (invitation_hash)
        where i.wave_id = ${waveId})
      and not exists (select from intake.invitation where wave_id = ${waveId} and state <> 'invited')
      and not exists (select from intake.dispatch
        where wave_id = ${waveId} and (vendor_id is not null or purpose in ('remind', 'thank')))
      as settled`.execute(db);
  return rows[0]?.settled ?? true;
}

/** Written anew in the order of the hashes: what was changed last would otherwise still lie last. */
async function forgetWhoAnswered(db: Db, waveId: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`
      delete from intake.answer_mark m using intake.invitation i
      where i.invitation_hash = m.invitation_hash and i.wave_id = ${waveId}`.execute(trx);
    // Who was reminded had not answered then, and who was thanked had.
    await sql`
      delete from intake.dispatch
      where wave_id = ${waveId} and purpose in ('remind', 'thank')`.execute(trx);
    // What a vendor calls their message would lead from a chat account to a person of this wave.
    await sql`
      update intake.dispatch set vendor_id = null
      where wave_id = ${waveId} and vendor_id is not null`.execute(trx);
    await sql`
      with every as (delete from intake.invitation where wave_id = ${waveId} returning *)
      insert into intake.invitation (invitation_hash, wave_id, person_id, channel, state)
      select invitation_hash, wave_id, person_id, channel, 'invited' from every
      order by invitation_hash`.execute(trx);
  });
}
