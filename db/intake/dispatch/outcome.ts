import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import { reachOn } from "../reach.ts";

/** The channel took it. `vendorId` is what it will speak of it by. */
export async function markSent(
  db: Db,
  token: string,
  { now, vendorId }: { readonly now: Date; readonly vendorId: string | null },
): Promise<void> {
  await db
    .updateTable("intake.dispatch")
    .set({ state: "sent", sentAt: now, vendorId, why: null })
    .where("token", "=", token)
    .execute();
}

/** It surely did not go: it waits until `dueAt`. */
export async function putBack(
  db: Db,
  token: string,
  { dueAt, why }: { readonly dueAt: Date; readonly why: string },
): Promise<void> {
  await db
    .updateTable("intake.dispatch")
    .set({ state: "waiting", dueAt, why })
    .where("token", "=", token)
    .where("state", "=", "sending")
    .execute();
}

/** Nobody knows whether it went. */
export async function markUnsure(db: Db, token: string, why: string): Promise<void> {
  await db
    .updateTable("intake.dispatch")
    .set({ state: "unsure", why })
    .where("token", "=", token)
    .execute();
}

/** There is nothing to send any more. */
export async function dropLetter(db: Db, token: string): Promise<void> {
  await db.deleteFrom("intake.dispatch").where("token", "=", token).execute();
}

/**
 * This channel does not reach them: the letter goes by the next one that does, at once, and so will the
 * letters after it. Where none is left a person is on the printed sheets (an invitation), or hears
 * nothing (a reminder). Returns the channel it goes by now, or null.
 */
export async function markUnreachable(
  db: Db,
  token: string,
  {
    day,
    channels,
    why,
  }: { readonly day: string; readonly channels: readonly string[]; readonly why: string },
): Promise<string | null> {
  const work = async (trx: Db) => {
    const { rows } = await sql<{ waveId: number; personId: number | null; channel: string }>`
      update intake.dispatch set state = 'unreachable', why = ${why},
        tried = array_append(tried, channel)
      where token = ${token}::uuid
      returning wave_id, person_id, channel`.execute(trx);
    const [letter] = rows;
    if (letter === undefined || letter.personId === null) return null;
    const { rows: ways } = await sql<{ channel: string }>`
      select reach.channel from (${reachOn(day, channels)}) as reach, intake.dispatch d
      where d.token = ${token}::uuid and reach.person_id = d.person_id
        and reach.channel <> all (d.tried)
      order by reach.place limit 1`.execute(trx);
    const next = ways[0]?.channel ?? "code";
    await sql`
      update intake.dispatch set channel = ${next}, state = 'waiting'
      where token = ${token}::uuid and (${next}::text <> 'code' or purpose = 'invite')`.execute(
      trx,
    );
    await sql`
      update intake.invitation set channel = ${next}
      where wave_id = ${letter.waveId} and person_id = ${letter.personId}`.execute(trx);
    await sql`
      update intake.dispatch d set channel = ${next}
      where d.wave_id = ${letter.waveId} and d.person_id = ${letter.personId}
        and d.state = 'waiting' and d.channel = ${letter.channel} and ${next}::text <> 'code'`.execute(
      trx,
    );
    return next;
  };
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/**
 * The letter of which a vendor, or a bounce, says something after it had left by a channel. Null when
 * nobody knows it, or it went another way since.
 */
export async function findSent(
  db: Db,
  by: ({ readonly token: string } | { readonly vendorId: string }) & { readonly channel: string },
): Promise<{ readonly token: string; readonly personId: number | null } | null> {
  const found = await db
    .selectFrom("intake.dispatch")
    .select(["token", "personId"])
    .where((eb) => ("token" in by ? eb("token", "=", by.token) : eb("vendorId", "=", by.vendorId)))
    .where("channel", "=", by.channel)
    .where("state", "in", ["sent", "sending", "unsure"])
    .executeTakeFirst();
  return found ?? null;
}

/** Somebody wants no more messages by a channel. What still waits for them there is not sent. */
export async function keepStop(
  db: Db,
  {
    personId,
    channel,
    at,
  }: { readonly personId: number; readonly channel: string; readonly at: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("intake.stop")
      .values({ personId, channel, at })
      .onConflict((conflict) => conflict.columns(["personId", "channel"]).doNothing())
      .execute();
    await sql`
      delete from intake.dispatch
      where person_id = ${personId} and channel = ${channel} and state = 'waiting'
        and purpose <> 'invite'`.execute(trx);
    await sql`
      update intake.dispatch set channel = 'code'
      where person_id = ${personId} and channel = ${channel} and state = 'waiting'`.execute(trx);
  });
}
