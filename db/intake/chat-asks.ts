import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A question put to somebody inside a network. */
export interface ChatAsk {
  readonly tokenHash: Buffer;
  readonly personId: number;
  /** Of the question, from 1. */
  readonly position: number;
}

/** Remembers what was asked of whom; asked again, under the same token, nothing changes. */
export async function saveAsks(db: Db, waveId: number, asks: readonly ChatAsk[]): Promise<void> {
  await sql`
    insert into intake.chat_ask (token_hash, wave_id, person_id, position)
    select token_hash, ${waveId}, person_id, position
    from unnest(${asks.map(({ tokenHash }) => tokenHash)}::bytea[],
      ${asks.map(({ personId }) => personId)}::integer[],
      ${asks.map(({ position }) => position)}::smallint[]) as a (token_hash, person_id, position)
    order by token_hash
    on conflict do nothing`.execute(db);
}

/** What a token that came back was for. */
export interface KnownAsk {
  readonly tokenHash: Buffer;
  readonly waveId: number;
  readonly versionId: number;
  readonly state: string;
  readonly answerRule: "first" | "latest";
  /** Null once the wave is closed. */
  readonly personId: number | null;
  readonly position: number;
  readonly languages: readonly string[];
}

/** The asks these tokens were given for; a token that is not ours is not in the list. */
export async function readAsks(
  db: Db,
  tokenHashes: readonly Buffer[],
): Promise<readonly KnownAsk[]> {
  const { rows } = await sql<KnownAsk>`
    select a.token_hash, a.wave_id, w.version_id, w.state, w.answer_rule, a.person_id, a.position,
      v.languages
    from intake.chat_ask a
    join records.wave w on w.id = a.wave_id
    join records.barometer_version v on v.id = w.version_id
    where a.token_hash = any(${[...tokenHashes]}::bytea[]) and w.mode = 'confidential'`.execute(db);
  return rows;
}

/** For as long as a delivery may still be repeated, a late answer is known to be late. */
const KEPT_DAYS = 30;

/**
 * Once a wave is closed, nothing says any more whom its questions were put to; a month later, nor that
 * they were.
 */
export async function detachClosedAsks(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await sql`
    delete from intake.chat_ask a using records.wave w
    where w.id = a.wave_id and w.closed_at < ${before}`.execute(db);
  const { numAffectedRows } = await sql`
    update intake.chat_ask a set person_id = null from records.wave w
    where w.id = a.wave_id and w.state <> 'open' and a.person_id is not null`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** An answer came to a wave that had closed. */
export async function countLate(db: Db, waveId: number): Promise<void> {
  await sql`update records.wave set late = late + 1
    where id = ${waveId} and state in ('closed', 'released')`.execute(db);
}

/** Those of `members` whose account belongs to others that day, and not to the person beside it. */
export async function readStrangers(
  db: Db,
  { connectionId, on }: { readonly connectionId: number; readonly on: string },
  pairs: readonly { readonly member: string; readonly personId: number }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ member: string; personId: number }>`
    select p.member, p.person_id
    from unnest(${pairs.map(({ member }) => member)}::text[],
      ${pairs.map(({ personId }) => personId)}::integer[]) as p (member, person_id)
    join intake.account a on a.connection_id = ${connectionId} and a.external_id = p.member
    where exists (select from intake.account_link l
        where l.account_id = a.id and l.retired_by is null and l.valid @> ${on}::date
          and l.person_id <> p.person_id)
      and not exists (select from intake.account_link l
        where l.account_id = a.id and l.retired_by is null and l.valid @> ${on}::date
          and l.person_id = p.person_id)`.execute(db);
  return new Set(rows.map(({ member, personId }) => strangerKey(member, personId)));
}

/** How `readStrangers` names a pair. */
export function strangerKey(member: string, personId: number): string {
  return `${personId}:${member}`;
}
