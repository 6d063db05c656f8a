import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** What a message is for. `#jobs/channels/channel.ts` says what each is. */
export type LetterPurpose = "invite" | "remind" | "thank" | "test" | "results";

/** Letters of one wave to some of those it invited. */
export interface LettersToQueue {
  readonly waveId: number;
  readonly purpose: "invite" | "remind" | "thank";
  /** Which reminder it is, from 1: the same one is never queued twice. */
  readonly number?: number;
  readonly dueAt: Date;
  /** Null for everybody who is invited. */
  readonly personIds: readonly number[] | null;
}

/**
 * Puts letters on the list, one to a person, purpose and number: whoever has it already, or left,
 * gets no other, and a reminder goes to nobody known to have answered, nor together with an invitation. An invitation is given its channel
 * when it is sent. Returns how many were added.
 * @throws for thanks in an anonymous wave: they would say when somebody answered.
 */
export async function queueLetters(
  db: Db,
  { waveId, purpose, number = 1, dueAt, personIds }: LettersToQueue,
): Promise<number> {
  if (purpose === "thank") await refuseAnonymous(db, waveId);
  const among = personIds === null ? null : [...personIds];
  const { numAffectedRows } = await sql`
    insert into intake.dispatch (wave_id, person_id, purpose, number, channel, due_at)
    select i.wave_id, i.person_id, ${purpose}::text, ${number}::smallint,
      case ${purpose}::text when 'invite' then null else i.channel end, ${dueAt}
    from intake.invitation i
    where i.wave_id = ${waveId} and i.state <> 'left'
      and (${purpose}::text <> 'remind' or (i.state <> 'answered' and i.channel <> 'code'
        and not exists (select from intake.dispatch d where d.wave_id = i.wave_id
          and d.person_id = i.person_id and d.purpose = 'invite' and d.state = 'waiting'
          and d.due_at > ${dueAt}::timestamptz - interval '1 day')))
      and (${among}::integer[] is null or i.person_id = any(${among}::integer[]))
    order by i.invitation_hash
    on conflict (wave_id, person_id, purpose, number) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Letters about a wave to people who sign in here: a test to oneself, or that results are out. */
export interface LettersToViewers {
  readonly waveId: number;
  readonly purpose: "test" | "results";
  readonly number?: number;
  /** Of a test; null for the viewer's own. */
  readonly language?: string | null;
  readonly dueAt: Date;
  readonly viewerIds: readonly number[];
}

/** As `queueLetters`, by e-mail to viewers who are not disabled. Returns how many were added. */
export async function queueLettersToViewers(
  db: Db,
  { waveId, purpose, number = 1, language = null, dueAt, viewerIds }: LettersToViewers,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into intake.dispatch (wave_id, viewer_id, purpose, number, language, channel, due_at)
    select ${waveId}, v.id, ${purpose}, ${number}::smallint, ${language}, 'email', ${dueAt}
    from records.viewer v where v.id = any(${[...viewerIds]}::integer[]) and v.disabled_at is null
    on conflict (wave_id, viewer_id, purpose, number) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

async function refuseAnonymous(db: Db, waveId: number): Promise<void> {
  const { mode } = await db
    .selectFrom("records.wave")
    .where("id", "=", waveId)
    .select("mode")
    .executeTakeFirstOrThrow();
  if (mode === "anonymous") throw new Error("Nobody is thanked in an anonymous wave.");
}
