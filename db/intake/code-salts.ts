import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** What makes the codes of one wave its own; it lies there as long as the wave is open. */
export async function readSalt(db: Db, waveId: number): Promise<Buffer | null> {
  const row = await db
    .selectFrom("intake.codeSalt as s")
    .innerJoin("records.wave as w", "w.id", "s.waveId")
    .where("s.waveId", "=", waveId)
    .where("w.state", "=", "open")
    .select("s.salt")
    .executeTakeFirst();
  return row?.salt ?? null;
}

export async function writeSalt(db: Db, waveId: number, salt: Buffer): Promise<void> {
  await db.insertInto("intake.codeSalt").values({ waveId, salt }).execute();
}

/** From here on no code of the wave can be found again. */
export async function eraseSalt(db: Db, waveId: number): Promise<void> {
  await db.deleteFrom("intake.codeSalt").where("waveId", "=", waveId).execute();
}

/** The pseudonyms of those of `personIds` who are invited and have not left. */
export async function invitedKeys(
  db: Db,
  waveId: number,
  personIds: readonly number[],
): Promise<readonly { personId: number; personKey: Buffer }[]> {
  const { rows } = await sql<{ personId: number; personKey: Buffer }>`
    select p.id as person_id, p.key as person_key
    from intake.invitation i join intake.person p on p.id = i.person_id
    where i.wave_id = ${waveId} and i.state <> 'left' and p.id = any(${[...personIds]}::integer[])`.execute(
    db,
  );
  return rows;
}
