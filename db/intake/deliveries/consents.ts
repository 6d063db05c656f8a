import { sql } from "kysely";
import type { ConsentRecord } from "#app/model/canonical.ts";
import type { Db } from "../../client.server.ts";

/**
 * Remembers who may be written to. The last word counts, whatever order the words come in; of two
 * said in the same second, STOP.
 */
export async function storeConsents(
  db: Db,
  connectionId: number,
  consents: readonly ConsentRecord[],
): Promise<void> {
  if (consents.length === 0) return;
  await sql`
    insert into intake.consent as known (connection_id, member, given, at)
    select distinct on (2) ${connectionId}::smallint, coalesce(a.external_id, said.member), said.given, said.at
    from unnest(${consents.map(({ member }) => member)}::text[],
      ${consents.map(({ given }) => given)}::boolean[],
      ${consents.map(({ at }) => at)}::timestamptz[]) as said (member, given, at)
    left join intake.account_alias alias
      on alias.connection_id = ${connectionId} and alias.external_id = said.member
    left join intake.account a on a.id = alias.account_id
    order by 2, said.at desc, said.given
    on conflict (connection_id, member) do update set given = excluded.given, at = excluded.at
      where excluded.at > known.at or (excluded.at = known.at and not excluded.given)`.execute(db);
}

/** Whether somebody may be written to: true, false, or null where they never said. */
export async function readConsent(
  db: Db,
  connectionId: number,
  member: string,
): Promise<boolean | null> {
  const { rows } = await sql<{ given: boolean }>`
    select c.given from intake.consent c
    where c.connection_id = ${connectionId} and c.member = coalesce((
      select a.external_id from intake.account_alias alias join intake.account a on a.id = alias.account_id
      where alias.connection_id = ${connectionId} and alias.external_id = ${member}), ${member})`.execute(
    db,
  );
  return rows[0]?.given ?? null;
}
