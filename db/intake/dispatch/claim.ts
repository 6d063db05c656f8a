import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import type { LetterPurpose } from "../dispatch.ts";

/** A letter that this process alone may send now, and what its words are made of. */
export interface ClaimedLetter {
  readonly token: string;
  readonly waveId: number;
  /** Null for a viewer. */
  readonly personId: number | null;
  /** Of a viewer, whose address is no secret here. */
  readonly email: string | null;
  readonly purpose: LetterPurpose;
  readonly channel: string;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
  /** Asked for by a test, else a viewer's own, else what HR says a person reads; null when not known. */
  readonly language: string | null;
  readonly wave: {
    readonly key: string;
    readonly mode: string;
    readonly state: string;
    readonly names: Readonly<Record<string, string>>;
    readonly barometer: Readonly<Record<string, string>>;
    readonly languages: readonly string[];
    readonly closesAt: Date | null;
  };
}

/**
 * Takes the next letter that is due by one of `channels`, and marks it as being sent: from here on
 * nobody else takes it, and if this process ends before it says what became of it, nobody sends it
 * again. Null when nothing is due.
 */
export async function claimLetter(
  db: Db,
  { channel, day, now }: { readonly channel: string; readonly day: string; readonly now: Date },
): Promise<ClaimedLetter | null> {
  const { rows } = await sql<ClaimedLetter>`
    with next as (
      select d.token from intake.dispatch d
      where d.state = 'waiting' and d.due_at <= ${now} and d.channel = ${channel}
      order by d.due_at limit 1 for update skip locked
    ), claimed as (
      update intake.dispatch d set state = 'sending', claimed_at = ${now}, attempts = d.attempts + 1
      where d.token = (select next.token from next)
      returning d.*
    )
    select c.token, c.wave_id, c.person_id, v.email, c.purpose, c.channel, c.attempts,
      coalesce(c.language, v.language, o.key) as language,
      jsonb_build_object('key', w.key, 'mode', w.mode, 'state', w.state, 'names', w.names, 'barometer', b.names,
        'languages', to_jsonb(bv.languages)) || jsonb_build_object('closesAt', w.closes_at) as wave
    from claimed c
    join records.wave w on w.id = c.wave_id
    join records.barometer_version bv on bv.id = w.version_id
    join records.barometer b on b.id = bv.barometer_id
    left join records.viewer v on v.id = c.viewer_id
    left join intake.segment s on s.key = 'language'
    left join intake.person_segment p on p.person_id = c.person_id and p.segment_id = s.id
      and p.retired_by is null and p.valid @> ${day}::date
    left join intake.segment_option o on o.id = p.option_id
    limit 1`.execute(db);
  const [letter] = rows;
  if (letter === undefined) return null;
  const { closesAt } = letter.wave;
  return {
    ...letter,
    wave: { ...letter.wave, closesAt: closesAt === null ? null : new Date(closesAt) },
  };
}

/**
 * Takes from the list what needs no sending any more: reminders of people who have answered or left,
 * and letters of waves that are closed. Nothing stays of a reminder that was not needed: when it was
 * found so would say when somebody answered.
 */
export async function dropNeedless(db: Db): Promise<void> {
  await sql`
    delete from intake.dispatch d
    using records.wave w, intake.invitation i
    where d.state = 'waiting' and w.id = d.wave_id and i.wave_id = d.wave_id
      and i.person_id = d.person_id
      and (w.state <> 'open' or i.state = 'left' or (d.purpose = 'remind' and (i.state = 'answered'
        or exists (select from intake.answer_mark m where m.invitation_hash = i.invitation_hash))))`.execute(
    db,
  );
}

/**
 * Marks as unsure what was being sent by a process that has ended since. Returns how many that were:
 * each may have arrived or not, and is not sent again by itself.
 */
export async function settleAbandoned(db: Db, claimedBefore: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update intake.dispatch set state = 'unsure', why = 'whoever was sending it ended'
    where state = 'sending' and claimed_at < ${claimedBefore}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
