import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { KnownNetwork } from "./declared-networks.ts";

/**
 * Writes down what this version can read, as its connectors declare it; nothing is written where
 * nothing changed. Returns whether something did.
 */
export async function recordNetworks(db: Db, networks: readonly KnownNetwork[]): Promise<boolean> {
  const told = JSON.stringify(networks.map((one, index) => ({ ...one, position: index + 1 })));
  const { rows } = await sql<{ changed: number }>`
    with told as (
      select * from jsonb_to_recordset(${told}::jsonb)
        as t (network text, title text, position smallint, declaration jsonb)
    ), gone as (
      delete from records.network where network not in (select network from told) returning 1
    ), written as (
      insert into records.network as known (network, title, position, declaration)
      select network, title, position, declaration from told
      on conflict (network) do update set title = excluded.title, position = excluded.position,
        declaration = excluded.declaration
        where (known.title, known.position, known.declaration)
          is distinct from (excluded.title, excluded.position, excluded.declaration)
      returning 1
    ) select (select count(*) from gone) + (select count(*) from written) as changed`.execute(db);
  return (rows[0]?.changed ?? 0) > 0;
}
