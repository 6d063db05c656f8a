import { sql } from "kysely";
import type { Db } from "../../client.server.ts";

/** How many letters of one kind stand where. */
export interface LetterCount {
  readonly wave: string;
  readonly purpose: string;
  readonly number: number;
  /** Null while it is not chosen. */
  readonly channel: string | null;
  readonly state: string;
  readonly letters: number;
}

/** Where the letters stand, of every wave or of one. Never whose. */
export async function countLetters(db: Db, wave: string | null): Promise<readonly LetterCount[]> {
  const { rows } = await sql<LetterCount>`
    select w.key as wave, d.purpose, d.number, d.channel, d.state, count(*) as letters
    from intake.dispatch d join records.wave w on w.id = d.wave_id
    where ${wave}::text is null or w.key = ${wave}
    group by w.id, w.key, d.purpose, d.number, d.channel, d.state
    order by w.id, d.purpose, d.number, d.channel nulls last, d.state`.execute(db);
  return rows;
}

/**
 * Puts the letters nobody knows the end of back on the list, because an operator said so: some of these
 * people will get the same letter twice. Returns how many.
 */
export async function sendUnsureAgain(db: Db, wave: string, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update intake.dispatch d set state = 'waiting', due_at = ${now}, why = null
    from records.wave w where w.id = d.wave_id and w.key = ${wave} and d.state = 'unsure'`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}
