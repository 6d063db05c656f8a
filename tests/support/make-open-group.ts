import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** A group as a network tells it, open since 2026; the owner's login is needed. */
export async function makeOpenGroup(owner: Db, network: string, name: string): Promise<void> {
  await sql`
    with connected as (
      insert into records.connection (key, network, title) values (lower(${network}), 'file', ${network})
      on conflict (key) do update set title = excluded.title returning id
    ), known as (
      insert into intake."group" (connection_id, external_id) select id, ${name} from connected
      returning id
    ), told as (
      insert into intake.import (kind, source, state) values ('activity', 'test', 'kept') returning id
    )
    insert into intake.group_state (group_id, privacy, name, valid, import_id)
    select known.id, 'open', ${name}, daterange('2026-01-01', null), told.id from known, told`.execute(
    owner,
  );
}

/** From a day on it is closed, and has no name here. */
export async function closeGroup(owner: Db, name: string, on: string): Promise<void> {
  await sql`
    with was as (
      update intake.group_state set valid = daterange(lower(valid), ${on}::date) where name = ${name}
      returning group_id, import_id
    )
    insert into intake.group_state (group_id, privacy, valid, import_id)
    select group_id, 'closed', daterange(${on}::date, null), import_id from was`.execute(owner);
}
