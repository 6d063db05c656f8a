import { sql } from "kysely";
import type { AliasRecord } from "#app/model/canonical.ts";
import type { Db } from "../../client.server.ts";
import { locks } from "../session.ts";
import { mergeAccounts } from "./merge-accounts.ts";

/** The ids people have now, of those that are only aliases. */
export async function currentIds(
  db: Db,
  connectionId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ alias: string; id: string }>`
    select alias.external_id as alias, a.external_id as id
    from intake.account_alias alias join intake.account a on a.id = alias.account_id
    where alias.connection_id = ${connectionId}
      and alias.external_id = any(${[...new Set(ids)]}::text[])`.execute(db);
  return new Map(rows.map(({ alias, id }) => [alias, id]));
}

/**
 * Takes it that a network gave people other ids: their account goes on under the new one, with
 * everything it ever did, and what still comes under the former one finds it. Said again, nothing
 * changes.
 */
export async function storeAliases(
  db: Db,
  connectionId: number,
  aliases: readonly AliasRecord[],
  timeZone: string,
): Promise<void> {
  for (const alias of await unknown(db, connectionId, aliases)) {
    await db.transaction().execute(async (trx) => {
      // Nobody may store accounts of this connection meanwhile.
      await sql`select pg_advisory_xact_lock(${locks.connection}, ${connectionId})`.execute(trx);
      await storeAlias(trx, connectionId, alias, timeZone);
    });
  }
}

/** What is not so already, each once and in order: most messages repeat what is known. */
async function unknown(db: Db, connectionId: number, aliases: readonly AliasRecord[]) {
  const formers = aliases.map(({ formerly }) => formerly);
  const known = await currentIds(db, connectionId, formers);
  const seen = new Set<string>();
  return aliases.filter(({ formerly, member }) => {
    const pair = JSON.stringify([formerly, member]);
    const isNews = formerly !== member && known.get(formerly) !== member && !seen.has(pair);
    seen.add(pair);
    return isNews;
  });
}

async function storeAlias(
  db: Db,
  connectionId: number,
  { formerly, member }: AliasRecord,
  timeZone: string,
): Promise<void> {
  const old = await find(db, connectionId, formerly);
  const next = await find(db, connectionId, member);
  if (old === null || old.isAlias) {
    // An alias that is given to somebody else, as telephone numbers are, leaves the past where it is.
    if (old !== null && old.id === next?.id) return;
    await point(db, connectionId, formerly, next?.id ?? (await open(db, connectionId, member)));
    return;
  }
  if (next !== null && next.id === old.id) return;
  if (next !== null && (await areOfTwoPeople(db, old.id, next.id))) {
    // What was one's is the other's from now on, and each keeps their own past.
    await point(db, connectionId, formerly, next.id);
    return;
  }
  if (next !== null) {
    await mergeAccounts(db, { from: next.id, into: old.id, timeZone });
  }
  const name = next?.externalId ?? member;
  await db
    .updateTable("intake.account")
    .set({ externalId: name })
    .where("id", "=", old.id)
    .execute();
  await point(db, connectionId, formerly, old.id);
  await sql`delete from intake.account_alias
    where connection_id = ${connectionId} and external_id = ${name}`.execute(db);
  await moveConsent(db, connectionId, formerly, name);
}

interface Found {
  readonly id: number;
  readonly externalId: string;
  readonly isAlias: boolean;
}

async function find(db: Db, connectionId: number, id: string): Promise<Found | null> {
  const { rows } = await sql<Found>`
    select id, external_id, false as is_alias from intake.account
    where connection_id = ${connectionId} and external_id = ${id}
    union all
    select a.id, a.external_id, true from intake.account_alias alias
    join intake.account a on a.id = alias.account_id
    where alias.connection_id = ${connectionId} and alias.external_id = ${id}
    order by is_alias limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Whether two accounts are known to belong to different people: numbers change hands. */
async function areOfTwoPeople(db: Db, one: number, other: number): Promise<boolean> {
  const { rows } = await sql`
    select from intake.account_link a join intake.account_link b on b.person_id <> a.person_id
    where a.account_id = ${one} and a.retired_by is null
      and b.account_id = ${other} and b.retired_by is null limit 1`.execute(db);
  return rows.length > 0;
}

async function open(db: Db, connectionId: number, externalId: string): Promise<number> {
  const { id } = await db
    .insertInto("intake.account")
    .values({ connectionId, externalId })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function point(db: Db, connectionId: number, externalId: string, accountId: number) {
  await db
    .insertInto("intake.accountAlias")
    .values({ connectionId, externalId, accountId })
    .onConflict((conflict) =>
      conflict.columns(["connectionId", "externalId"]).doUpdateSet({ accountId }),
    )
    .execute();
}

/** What they said last, under either id, is what holds. */
async function moveConsent(db: Db, connectionId: number, from: string, to: string): Promise<void> {
  await sql`
    with said as (
      delete from intake.consent where connection_id = ${connectionId} and member = ${from} returning given, at
    )
    insert into intake.consent as known (connection_id, member, given, at)
    select ${connectionId}::smallint, ${to}, given, at from said
    on conflict (connection_id, member) do update set given = excluded.given, at = excluded.at
      where excluded.at > known.at or (excluded.at = known.at and not excluded.given)`.execute(db);
}
