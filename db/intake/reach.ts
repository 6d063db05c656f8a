import { type RawBuilder, sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Networks by which somebody is written to only after they said yes. */
const onlyAfterYes = ["whatsapp"] as const;

/**
 * Who can be reached by what on a day, as rows `(person_id, channel, place)`: `place` is where the
 * channel stands in `channels`, the first being the best. Whoever said STOP to one is not in it for
 * that one. Paper is not in it: it reaches everybody who comes to work.
 */
export function reachOn(day: string, channels: readonly string[]): RawBuilder<unknown> {
  const among = sql`${[...channels]}::text[]`;
  return sql`
    select means.person_id, means.channel, array_position(${among}, means.channel) as place
    from (
      select d.person_id, case d.kind when 'email' then 'email' else 'sms' end as channel
      from intake.directory d where d.kind in ('email', 'telephone')
      union
      select l.person_id, c.network
      from intake.account_link l
      join intake.account a on a.id = l.account_id and a.active
      join records.connection c on c.id = a.connection_id and c.state <> 'ended'
        and c.fed_by = 'network'
      left join intake.consent said on said.connection_id = c.id and said.member = a.external_id
      where l.retired_by is null and l.valid @> ${day}::date
        and c.network in ('whatsapp', 'telegram', 'slack', 'teams')
        and coalesce(said.given, c.network <> all(${[...onlyAfterYes]}::text[]))
    ) as means
    where means.channel = any(${among}) and not exists (
      select from intake.stop s where s.person_id = means.person_id and s.channel = means.channel)`;
}

/** How people are reached: for a dry run, and for choosing each person's channel as a wave opens. */
export async function readReach(
  db: Db,
  {
    day,
    channels,
    personIds,
  }: {
    readonly day: string;
    /** The best first. */
    readonly channels: readonly string[];
    /** Null for everybody. */
    readonly personIds: readonly number[] | null;
  },
): Promise<ReadonlyMap<number, readonly string[]>> {
  const among = personIds === null ? null : [...personIds];
  const { rows } = await sql<{ personId: number; channels: string[] }>`
    select person_id, array_agg(channel order by place) as channels
    from (${reachOn(day, channels)}) as reach
    where ${among}::integer[] is null or person_id = any(${among}::integer[])
    group by person_id`.execute(db);
  return new Map(rows.map(({ personId, channels: ways }) => [personId, ways]));
}

/** Where a channel finds somebody: an entry of the directory, still encrypted, or an account. */
export type Address =
  | { readonly sealed: Buffer }
  | { readonly connectionId: number; readonly member: string };

/** Null when there is no such way to them any more, or they said STOP to it. */
export async function readAddress(
  db: Db,
  {
    personId,
    channel,
    connectionIds,
    day,
  }: {
    readonly personId: number;
    readonly channel: string;
    /** Those that can be written through. */
    readonly connectionIds: readonly number[];
    readonly day: string;
  },
): Promise<Address | null> {
  if (channel === "email" || channel === "sms") {
    const kind = channel === "email" ? "email" : "telephone";
    const entry = await db
      .selectFrom("intake.directory")
      .where("personId", "=", personId)
      .where("kind", "=", kind)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("intake.stop as s")
              .whereRef("s.personId", "=", "intake.directory.personId")
              .where("s.channel", "=", channel)
              .select("s.personId"),
          ),
        ),
      )
      .select("value")
      .executeTakeFirst();
    return entry === undefined ? null : { sealed: entry.value };
  }
  const { rows } = await sql<{ connectionId: number; member: string }>`
    select a.connection_id, a.external_id as member
    from intake.account_link l
    join intake.account a on a.id = l.account_id and a.active
    join records.connection c on c.id = a.connection_id and c.state <> 'ended'
    left join intake.consent said on said.connection_id = c.id and said.member = a.external_id
    where coalesce(said.given, true) and l.person_id = ${personId} and l.retired_by is null and l.valid @> ${day}::date
      and c.network = ${channel} and c.id = any(${[...connectionIds]}::integer[])
    order by a.connection_id desc, a.id desc limit 1`.execute(db);
  return rows[0] ?? null;
}
