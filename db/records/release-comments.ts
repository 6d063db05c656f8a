import { sql } from "kysely";
import {
  type CommentGroup,
  type CommentPlace,
  commentGroups,
} from "#app/privacy/comment-groups.ts";
import { completeThresholds, type FrozenThresholds, type Thresholds } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";

/** In a group of fewer respondents than this, no comment is shown that nobody has read. */
const READ_BELOW = 30;
/** The company itself, above its units. */
const COMPANY = 0;

export interface ReleasingComments {
  readonly waveId: number;
  /** The first release of the wave: a correction of figures changes no list. */
  readonly releaseId: number;
  readonly thresholds: Pick<Thresholds, "comments" | "commenters">;
  readonly now: Date;
}

/**
 * Puts the comments of a wave into their one grouping, for good: those that a person has to read
 * wait, and each group is released once, when none of its own waits any more. Comments without a
 * group go. Doing it twice changes nothing. Needs the wave's counts and its release; returns how many
 * groups were released at once.
 */
export async function releaseComments(db: Db, releasing: ReleasingComments): Promise<number> {
  const { waveId } = releasing;
  // What could only be opened once the lists were made comes too late: they never change.
  await sql`
    delete from intake.read_comment c using intake.comment_group g
    where c.wave_id = ${waveId} and c.state = 'read' and (c.wave_id, c.question_id) = (g.wave_id, g.question_id)`.execute(
    db,
  );
  const { rows: questions } = await sql<{ questionId: number }>`
    select distinct question_id from intake.read_comment
    where wave_id = ${waveId} and state = 'read'`.execute(db);
  for (const { questionId } of questions) {
    const places = await readPlaces(db, waveId, questionId);
    const { comments, commenters } = releasing.thresholds;
    await keepGroups(db, releasing, questionId, commentGroups(places, { comments, commenters }));
  }
  return settleGroups(db, waveId);
}

/** Waves whose figures are out, and whose comments still have no group. */
export async function wavesToGroup(db: Db): Promise<readonly Omit<ReleasingComments, "now">[]> {
  const { rows } = await sql<{
    waveId: number;
    releaseId: number;
    thresholds: FrozenThresholds | null;
  }>`
    select r.wave_id, r.id as release_id, w.thresholds
    from figures.release r join records.wave w on w.id = r.wave_id
    where r.kind = 'wave' and r.supersedes is null and r.as_of is null and exists (
      select from intake.read_comment c where c.wave_id = r.wave_id and c.state = 'read')
    order by r.id`.execute(db);
  return rows.map(({ thresholds, ...wave }) => ({
    ...wave,
    thresholds: completeThresholds(thresholds ?? {}),
  }));
}

/**
 * Releases every group of which no comment waits, in an order drawn by lot; and forgets what it was
 * made of. Where too few comments are left, the group is never shown. Returns how many were released.
 */
export async function settleGroups(db: Db, waveId: number | null = null): Promise<number> {
  const { rows } = await sql<{ released: number }>`
    with settling as (
      update intake.comment_group g set settled = true
      where not g.settled and (${waveId}::integer is null or g.wave_id = ${waveId}) and not exists (
        select from intake.read_comment c
        where (c.wave_id, c.question_id, c.number) = (g.wave_id, g.question_id, g.number)
          and c.state = 'waiting')
      returning g.*
    ), gone as (
      delete from intake.read_comment c using settling g
      where (c.wave_id, c.question_id, c.number) = (g.wave_id, g.question_id, g.number)
      returning g.release_id, c.question_id, c.number, c.text, g.least_comments
    ), enough as (
      select release_id, question_id, number from gone where text is not null
      group by release_id, question_id, number, least_comments having count(*) >= least_comments
    ), grouped as (
      insert into figures.comment_group
        (release_id, question_id, number, key, parent_key, names, path, is_rest)
      select g.release_id, g.question_id, g.number, g.key, g.parent_key, g.names, g.path, g.is_rest
      from settling g join enough using (release_id, question_id, number)
    ), listed as (
      insert into figures.comment (release_id, question_id, number, position, text)
      select release_id, question_id, number,
        row_number() over (partition by release_id, question_id, number order by gen_random_uuid()), text
      from gone join enough using (release_id, question_id, number) where text is not null
    )
    select count(*) as released from enough`.execute(db);
  return rows[0]?.released ?? 0;
}

/** Withholds what nobody has decided since then; each is in the audit trail. Returns how many. */
export async function withholdOverdue(
  db: Db,
  { groupedBefore, now }: { readonly groupedBefore: Date; readonly now: Date },
): Promise<number> {
  const { rows } = await sql<{ withheld: number }>`
    with overdue as (
      update intake.read_comment c set state = 'withheld', text = null
      from intake.comment_group g
      where (c.wave_id, c.question_id, c.number) = (g.wave_id, g.question_id, g.number)
        and c.state = 'waiting' and g.grouped_at < ${groupedBefore}
      returning c.id
    ), noted as (
      insert into records.audit_entry (at, actor, action, subject)
      select ${now}, 'barometer', 'comment withheld', jsonb_build_object('comment', id, 'because', 'nobody decided')
      from overdue
    )
    select count(*) as withheld from overdue`.execute(db);
  return rows[0]?.withheld ?? 0;
}

/** Forgets the lists released before a day; never those of the last twelve months. */
export async function forgetComments(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    select figures.forget_comments(${before}) as gone`.execute(db);
  return rows[0]?.gone ?? 0;
}

async function readPlaces(
  db: Db,
  waveId: number,
  questionId: number,
): Promise<readonly CommentPlace[]> {
  const { rows } = await sql<CommentPlace>`
    with node as (
      select unit_id as id, coalesce(parent_id, ${COMPANY}::integer) as parent
      from intake.frame_unit where wave_id = ${waveId}
      union all select ${COMPANY}::integer, null
    ), answered as (
      select coalesce(c.unit_id, ${COMPANY}::integer) as id, sum(p.answered)::integer as respondents
      from counts.participation_cell p
      join intake.frame_cell c on c.wave_id = p.wave_id and c.cell = p.cell
      where p.wave_id = ${waveId} group by 1
    ), wrote as (
      select coalesce(unit_id, ${COMPANY}::integer) as id, count(*)::integer as commenters
      from intake.read_comment where wave_id = ${waveId} and question_id = ${questionId} group by 1
    )
    select n.id, n.parent, coalesce(a.respondents, 0) as respondents, coalesce(w.commenters, 0) as commenters
    from node n left join answered a using (id) left join wrote w using (id) order by n.id`.execute(
    db,
  );
  return rows;
}

async function keepGroups(
  db: Db,
  { waveId, releaseId, thresholds, now }: ReleasingComments,
  questionId: number,
  groups: readonly CommentGroup[],
): Promise<void> {
  const rows = groups.map(({ place, isRest, members, respondents }, index) => ({
    number: index + 1,
    place,
    is_rest: isRest,
    members,
    to_read: respondents < READ_BELOW,
  }));
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as g (number integer, place integer, is_rest boolean, members jsonb, to_read boolean)`;
  await sql`
    insert into intake.comment_group (wave_id, question_id, number, release_id, key, parent_key, names,
      path, is_rest, least_comments, grouped_at)
    select ${waveId}, ${questionId}, g.number, ${releaseId}, p.key, p.parent_key, p.names, p.path, g.is_rest,
      ${thresholds.commenters}, ${now}
    from ${given}
    left join intake.frame_unit u on u.wave_id = ${waveId} and u.unit_id = g.place
    join counts.wave_population p on p.wave_id = ${waveId} and p.key = coalesce('unit:' || u.key, 'company')`.execute(
    db,
  );
  await sql`
    update intake.read_comment c set number = g.number, unit_id = null,
      state = case when g.to_read or c.reasons <> '{}' then 'waiting' else 'clear' end
    from ${given}, jsonb_array_elements_text(g.members) as member
    where c.wave_id = ${waveId} and c.question_id = ${questionId} and c.state = 'read'
      and coalesce(c.unit_id, ${COMPANY}::integer) = member::integer`.execute(db);
  await sql`
    delete from intake.read_comment
    where wave_id = ${waveId} and question_id = ${questionId} and state = 'read'`.execute(db);
}
