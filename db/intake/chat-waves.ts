import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A wave, as far as a chat has to know it. */
export interface ChatWave {
  readonly versionId: number;
  readonly mode: string;
  readonly state: string;
}

/** Null when there is no such wave. */
export async function readChatWave(db: Db, waveId: number): Promise<ChatWave | null> {
  const row = await db
    .selectFrom("records.wave")
    .where("id", "=", waveId)
    .select(["versionId", "mode", "state"])
    .executeTakeFirst();
  return row ?? null;
}

/** The language each of these people is written to in, where HR says it. */
export async function readLanguages(
  db: Db,
  personIds: readonly number[],
  day: string,
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ personId: number; language: string }>`
    select p.person_id, o.key as language
    from intake.person_segment p
    join intake.segment s on s.id = p.segment_id and s.key = 'language'
    join intake.segment_option o on o.id = p.option_id
    where p.person_id = any(${[...personIds]}::integer[]) and p.retired_by is null
      and p.valid @> ${day}::date`.execute(db);
  return new Map(rows.map(({ personId, language }) => [personId, language]));
}

/** A telephone of the directory, encrypted, where it is the one an account is known by. */
export async function readTelephoneOf(
  db: Db,
  personId: number,
  { connectionId, member }: { readonly connectionId: number; readonly member: string },
): Promise<Buffer | null> {
  const row = await db
    .selectFrom("intake.account as a")
    .innerJoin("intake.directory as d", "d.matchKey", "a.telephoneKey")
    .where("a.connectionId", "=", connectionId)
    .where("a.externalId", "=", member)
    .where("d.personId", "=", personId)
    .where("d.kind", "=", "telephone")
    .select("d.value")
    .executeTakeFirst();
  return row?.value ?? null;
}
