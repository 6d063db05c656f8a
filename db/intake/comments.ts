import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Takes from the comments of a confidential wave, as it closes, whose they were: those of people who
 * did not finish, or left, go with it. Shuffled, so that no order says what it no longer holds.
 */
export async function putCommentsAway(db: Db, waveId: number): Promise<void> {
  await sql`
    with written as (
      delete from intake.comment where wave_id = ${waveId} returning *
    )
    insert into intake.raw_comment (wave_id, question_id, unit_id, value)
    select w.wave_id, w.question_id, c.unit_id, w.value
    from written w
    join intake.response r on r.wave_id = w.wave_id and r.member = w.member
      and r.complete and not r.dropped
    join intake.frame_cell c on c.wave_id = w.wave_id and c.cell = w.cell
    order by gen_random_uuid()`.execute(db);
}

/** A comment as somebody sealed it. */
export interface RawComment {
  readonly id: string;
  readonly value: Buffer;
}

/** The first comments of closed waves that nobody has redacted yet, after one of them. */
export async function readRawComments(
  db: Db,
  { after, most }: { readonly after: string | null; readonly most: number },
): Promise<readonly RawComment[]> {
  const { rows } = await sql<RawComment>`
    select r.id, r.value from intake.raw_comment r
    join records.wave w on w.id = r.wave_id and w.state in ('closed', 'released')
    where r.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
    order by r.id limit ${most}`.execute(db);
  return rows;
}

/** A comment without what tells who somebody is, and why a person should look at it. */
export interface ReadComment {
  readonly id: string;
  readonly text: string;
  readonly reasons: readonly string[];
}

/** Keeps comments redacted, and what they were made of no longer. */
export async function keepReadComments(db: Db, comments: readonly ReadComment[]): Promise<void> {
  await sql`
    with gone as (
      delete from intake.raw_comment where id = any(${comments.map(({ id }) => id)}::uuid[])
      returning *
    )
    insert into intake.read_comment (wave_id, question_id, unit_id, text, reasons)
    select gone.wave_id, gone.question_id, gone.unit_id, c.text,
      array(select jsonb_array_elements_text(c.reasons))
    from gone join jsonb_to_recordset(${JSON.stringify(comments)}::jsonb)
      as c (id uuid, text text, reasons jsonb) using (id)
    order by gen_random_uuid()`.execute(db);
}

/** Comments that came with answers which never moved out of the box: they are not counted either. */
export async function forgetUnmoved(db: Db): Promise<void> {
  await sql`
    delete from intake.comment c using records.wave w
    where w.id = c.wave_id and w.state = 'released'`.execute(db);
}

/** The encrypted names of the directory, and the names of places that are no people. */
export async function readDirectoryNames(db: Db): Promise<{
  readonly names: readonly Buffer[];
  readonly places: readonly string[];
  readonly countries: readonly string[];
}> {
  const names = await db
    .selectFrom("intake.directory")
    .where("kind", "=", "name")
    .select("value")
    .execute();
  const { rows } = await sql<{ name: string; country: string | null }>`
    select name, upper(country) as country from intake.site
    union select name, null from intake.unit_name where retired_by is null`.execute(db);
  return {
    names: names.map(({ value }) => value),
    places: rows.map(({ name }) => name),
    countries: [...new Set(rows.flatMap(({ country }) => country ?? []))],
  };
}
