import { sql } from "kysely";
import { takingPart, type Verb, verbs } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";

/** One account a person (same number), on one network that has been read up to a moment. */
export async function makeNetwork(owner: Db, people: number, coveredTo: string): Promise<void> {
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('chat', 'mattermost', 'Chat', '{post,comment,react}', ${coveredTo}::timestamptz)`.execute(
    owner,
  );
  await sql`
    insert into intake.account (connection_id, external_id)
    select 1, i::text from generate_series(1, ${people}::integer) i`.execute(owner);
  await sql`
    insert into intake.account_link (account_id, person_id, matched_by, valid, import_id)
    select id, id, 'number', daterange('2025-01-01', null), 1 from intake.account`.execute(owner);
  await sql`select intake.add_activity_months('2026-02-01', '2026-05-01')`.execute(owner);
}

/** One act a person, at a moment; as when the network was read late, the week is marked. */
export async function act(
  owner: Db,
  verb: Verb,
  people: readonly number[],
  at: string,
  target = 0,
): Promise<void> {
  const code = verbs.indexOf(verb) + 1;
  const group = takingPart.includes(verb) ? 1 : 0;
  await sql`
    insert into intake.activity
      (occurred_at, external_hash, account_id, connection_id, verb, group_id, target_account_id)
    select ${at}::timestamptz, hashtextextended(${`${at} ${verb} ${target}`}, person), person, 1, ${code}, ${group}, ${target}
    from unnest(${people}::integer[]) as person`.execute(owner);
  await sql`insert into counts.touched_week
    values (date_trunc('week', ${at}::timestamptz at time zone 'Europe/Paris')::date)
    on conflict do nothing`.execute(owner);
}

/** From one number to another, both included. */
export function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
