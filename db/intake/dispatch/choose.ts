import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import { reachOn } from "../reach.ts";

/**
 * Says by which channel each waiting letter goes: the best that reaches its reader and is set up, else
 * paper. A letter whose channel is not set up any more is given another. The invitation says it too,
 * so that participation is counted by the channel that reached people.
 */
export async function chooseChannels(
  db: Db,
  { day, channels }: { readonly day: string; readonly channels: readonly string[] },
): Promise<void> {
  await sql`
    with waiting as (
      select d.token, d.person_id, d.purpose, d.tried from intake.dispatch d
      where d.state = 'waiting' and d.person_id is not null
        and (d.channel is null or (d.channel <> 'code'
          and d.channel <> all (${[...channels]}::text[])))
    ), best as (
      select distinct on (waiting.token) waiting.token, reach.channel
      from waiting join (${reachOn(day, channels)}) as reach
        on reach.person_id = waiting.person_id and reach.channel <> all (waiting.tried)
      order by waiting.token, reach.place
    ), chosen as (
      update intake.dispatch d set channel = coalesce(best.channel, 'code')
      from waiting left join best on best.token = waiting.token
      where waiting.token = d.token and (best.channel is not null or waiting.purpose = 'invite')
      returning d.wave_id, d.person_id, d.channel
    )
    update intake.invitation i set channel = chosen.channel
    from chosen
    where i.wave_id = chosen.wave_id and i.person_id = chosen.person_id
      and i.channel <> chosen.channel`.execute(db);
}

/** Whether anything is due that a channel could send, or that waits to be given one. */
export async function isAnyDue(db: Db, now: Date): Promise<boolean> {
  const due = await db
    .selectFrom("intake.dispatch")
    .where("state", "=", "waiting")
    .where("dueAt", "<=", now)
    .where((eb) => eb.or([eb("channel", "is", null), eb("channel", "<>", "code")]))
    .select("token")
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}
