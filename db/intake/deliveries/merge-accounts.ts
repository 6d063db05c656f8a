import { sql } from "kysely";
import type { Db } from "../../client.server.ts";

/** What refers to an account, with the columns that make a row of `from` one that `into` has. */
const belongings = [
  ["activity", "account_id", ["occurred_at", "external_hash"]],
  ["activity_count", "account_id", ["day", "connection_id", "group_id", "grain", "verb", "counts"]],
  ["account_address", "account_id", ["email_key"]],
  ["membership", "account_id", ["group_id"]],
  ["link_request", "account_id", ["id"]],
  ["account_alias", "account_id", ["connection_id", "external_id"]],
] as const;

/**
 * Two accounts turned out to be one person's: `into` keeps everything, `from` is no more. Whose it is
 * is said anew by the next night, from all the evidence; what a hand linked stays linked.
 */
export async function mergeAccounts(
  db: Db,
  {
    from,
    into,
    timeZone,
  }: { readonly from: number; readonly into: number; readonly timeZone: string },
): Promise<void> {
  await sql`
    insert into counts.touched_week
    select distinct date_trunc('week', occurred_at at time zone ${timeZone})::date
    from intake.activity where account_id = ${from} or target_account_id = ${from}
    union select distinct date_trunc('week', day)::date from intake.activity_count where account_id = ${from}
    on conflict do nothing`.execute(db);
  for (const [table, column, same] of belongings) {
    const known = sql.join(
      same.map((name) => sql`known.${sql.ref(name)} = moved.${sql.ref(name)}`),
      sql` and `,
    );
    const place = sql.table(`intake.${table}`);
    const owner = sql.ref(column);
    await sql`update ${place} as moved set ${owner} = ${into} where moved.${owner} = ${from}
      and not exists (select from ${place} as known where known.${owner} = ${into} and ${known})`.execute(
      db,
    );
    await sql`delete from ${place} as moved where moved.${owner} = ${from}`.execute(db);
  }
  await sql`update intake.activity set target_account_id = ${into} where target_account_id = ${from}`.execute(
    db,
  );
  await sql`update intake.post set account_id = ${into} where account_id = ${from}`.execute(db);
  await moveLinks(db, from, into);
  await sql`
    update intake.account a set kind = b.kind, active = b.active, email_key = coalesce(b.email_key, a.email_key),
      number_key = coalesce(b.number_key, a.number_key), telephone_key = coalesce(b.telephone_key, a.telephone_key),
      label = coalesce(b.label, a.label)
    from intake.account b where a.id = ${into} and b.id = ${from}`.execute(db);
  await sql`delete from intake.account where id = ${from}`.execute(db);
}

/** A hand's word outweighs what was found; of two hands, that of the account that stays. */
async function moveLinks(db: Db, from: number, into: number): Promise<void> {
  const byHand = sql`matched_by = 'hand' and retired_by is null`;
  await sql`
    delete from intake.account_link a using intake.account_link b
    where a.account_id = ${into} and a.retired_by is null and a.matched_by <> 'hand'
      and b.account_id = ${from} and b.matched_by = 'hand' and b.retired_by is null and a.valid && b.valid`.execute(
    db,
  );
  await sql`
    update intake.account_link b set account_id = ${into}
    where b.account_id = ${from} and ${byHand} and not exists (
      select from intake.account_link a where a.account_id = ${into} and a.retired_by is null and a.valid && b.valid)`.execute(
    db,
  );
  await sql`delete from intake.account_link where account_id = ${from}`.execute(db);
}
