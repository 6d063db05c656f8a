import { sql } from "kysely";
import { memberOf } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../client.server.ts";

export { moveAnswerBox } from "./answer-box.ts";

/**
 * Closes an open wave: nothing enters any more. Returns its id and the programme its pseudonyms
 * belong to, or null when it was closed already.
 * @throws when there is no such wave or it never opened.
 */
export async function markClosed(
  db: Db,
  key: string,
  now: Date,
): Promise<{ id: number; programme: string; mode: string } | null> {
  const wave = await db
    .selectFrom("records.wave as w")
    .innerJoin("records.barometerVersion as v", "v.id", "w.versionId")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("w.key", "=", key)
    .select(["w.id", "w.state", "w.mode", "b.key as programme"])
    .forUpdate("w")
    .executeTakeFirst();
  if (wave === undefined) throw new Error(`There is no wave "${key}".`);
  if (wave.state === "closed" || wave.state === "released") return null;
  if (wave.state !== "open") throw new Error(`Wave "${key}" is ${wave.state}: it never opened.`);
  await db
    .updateTable("records.wave")
    .set({ state: "closed", closedAt: now })
    .where("id", "=", wave.id)
    .execute();
  return { id: wave.id, programme: wave.programme, mode: wave.mode };
}

/**
 * Takes those who left before the close out of both sides of a confidential wave: the invited and
 * the answers. (An anonymous wave cannot: nothing links an answer to whoever left.) Returns how
 * many people that were.
 */
export async function dropLeavers(
  db: Db,
  wave: { id: number; programme: string },
  day: string,
  pseudonymKey: Buffer,
): Promise<number> {
  const { rows } = await sql<{ personKey: Buffer }>`
    update intake.invitation i set state = 'left'
    from intake.person p
    where i.wave_id = ${wave.id} and p.id = i.person_id and i.state <> 'left' and not exists (
      select from intake.employment e
      where e.person_id = p.id and e.retired_by is null and e.valid @> ${day}::date)
    returning p.key as person_key`.execute(db);
  const members = rows.map(({ personKey }) => memberOf(pseudonymKey, wave.programme, personKey));
  await sql`
    update intake.response set dropped = true
    where wave_id = ${wave.id} and member = any(${members}::bytea[])`.execute(db);
  await sql`
    update intake.frame_cell c set invited = c.invited - gone.people
    from (
      select cell, count(*) as people from intake.frame_code
      where wave_id = ${wave.id} and member = any(${members}::bytea[]) group by cell
    ) as gone
    where c.wave_id = ${wave.id} and c.cell = gone.cell`.execute(db);
  return members.length;
}

/** The waves that should have closed by now. */
export async function overdueWaves(db: Db, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("records.wave")
    .where("state", "=", "open")
    .where("closesAt", "<=", now)
    .orderBy("closesAt")
    .select("key")
    .execute();
  return rows.map(({ key }) => key);
}

/** The anonymous waves whose box may be emptied: one that was killed while it closed, too. */
export async function openAnonymousWaves(db: Db): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("records.wave")
    .where("state", "in", ["open", "closed"])
    .where("mode", "=", "anonymous")
    .select("id")
    .execute();
  return rows.map(({ id }) => id);
}
