import { sql } from "kysely";
import type { Db } from "../../client.server.ts";
import type { OnePerson } from "./one-person.ts";

/** How many rows went, by what they were: proof for whoever asked. */
export type Erased = Readonly<Record<string, number>>;

interface Erasing {
  /** Their pseudonyms, one a barometer. */
  readonly members: readonly Buffer[];
  readonly timeZone: string;
}

/**
 * Removes what one person did and answered: activity with everything made of it person by person,
 * confidential answers, invitations, codes, accounts. What was released stays as it is; what is not
 * yet, is counted again without them. Runs inside the caller's transaction.
 */
export async function eraseDeeds(
  db: Db,
  person: OnePerson,
  { members, timeZone }: Erasing,
): Promise<Erased> {
  const day = (column: string) =>
    sql`t.valid @> (${sql.ref(column)} at time zone ${timeZone})::date`;
  await sql`drop table if exists their`.execute(db);
  await sql`
    create temp table their on commit drop as
    select l.account_id, l.valid, not exists (
      select from intake.account_link other
      where other.account_id = l.account_id and other.person_id <> l.person_id) as theirs_alone
    from intake.account_link l where l.person_id = ${person.id} and l.retired_by is null`.execute(
    db,
  );
  const gone = {
    activity: await removed(
      db,
      sql`delete from intake.activity a using their t
        where t.account_id = a.account_id and ${day("a.occurred_at")}`,
    ),
    "acts towards them": await removed(
      db,
      sql`update intake.activity a set target_account_id = 0 from their t
        where t.account_id = a.target_account_id and ${day("a.occurred_at")}`,
    ),
    posts: await removed(
      db,
      sql`delete from intake.post p using their t
        where t.account_id = p.account_id and ${day("p.occurred_at")}`,
    ),
    "activity totals": await removed(
      db,
      sql`delete from intake.activity_count c using their t
        where t.account_id = c.account_id and t.valid @> c.day`,
    ),
    memberships: await removed(
      db,
      sql`delete from intake.membership m using their t
        where t.account_id = m.account_id and (t.theirs_alone or ${day("m.seen_from")})`,
    ),
    "week bits": await removed(
      db,
      sql`update counts.week_bits set bits = set_bit(bits, ${person.id}, 0)
        where length(bits) > ${person.id} and get_bit(bits, ${person.id}) = 1`,
    ),
    ...(await eraseAnswers(db, members)),
    ...(await eraseAccounts(db, person)),
    invitations: await eraseInvitations(db, person),
  };
  await sql`
    insert into counts.touched_week
    select distinct week from counts.week_population p
    where not exists (select from figures.release r where r.week = p.week)
    on conflict do nothing`.execute(db);
  return gone;
}

/** Removes the person as well: their place, their directory, and their number. */
export async function erasePerson(db: Db, { id, key }: OnePerson): Promise<Erased> {
  const gone: Record<string, number> = {};
  for (const table of [
    "directory",
    "person_email",
    "person_unit",
    "person_site",
    "person_segment",
    "employment",
    "objection",
    "stop",
  ]) {
    gone[table.replace("person_", "")] = await removed(
      db,
      sql`delete from ${sql.table(`intake.${table}`)} where person_id = ${id}`,
    );
  }
  gone.managers = await removed(
    db,
    sql`delete from intake.person_manager where person_id = ${id} or manager_id = ${id}`,
  );
  gone["pushed by the directory"] = await removed(
    db,
    sql`delete from intake.scim_user where number_key = ${key}`,
  );
  gone.person = await removed(db, sql`delete from intake.person where id = ${id}`);
  return gone;
}

/** Both sides of the waves that are not released: the answer, and the one who was invited. */
async function eraseAnswers(db: Db, members: readonly Buffer[]): Promise<Erased> {
  const theirs = sql`member = any(${[...members]}::bytea[])`;
  await sql`
    update intake.frame_cell c set invited = c.invited - 1
    from intake.frame_code f join records.wave w on w.id = f.wave_id and w.state <> 'released'
    left join intake.response r on r.wave_id = f.wave_id and r.member = f.member
    where f.${theirs} and c.wave_id = f.wave_id and c.cell = f.cell
      and c.invited is not null and r.dropped is not true`.execute(db);
  return {
    answers: await removed(db, sql`delete from intake.response where ${theirs}`),
    comments: await removed(db, sql`delete from intake.comment where ${theirs}`),
    codes: await removed(db, sql`delete from intake.frame_code where ${theirs}`),
  };
}

async function eraseInvitations(db: Db, { id }: OnePerson): Promise<number> {
  await sql`delete from intake.answer_mark m using intake.invitation i
    where i.invitation_hash = m.invitation_hash and i.person_id = ${id}`.execute(db);
  await sql`delete from intake.dispatch where person_id = ${id}`.execute(db);
  return removed(db, sql`delete from intake.invitation where person_id = ${id}`);
}

/** An account that was somebody else's too stays, without what points to this person. */
async function eraseAccounts(db: Db, { id }: OnePerson): Promise<Erased> {
  const alone = sql`in (select account_id from their where theirs_alone)`;
  await sql`delete from intake.link_request where account_id in (select account_id from their)`.execute(
    db,
  );
  await sql`delete from intake.consent c using intake.account a
    where a.id ${alone} and c.connection_id = a.connection_id and c.member = a.external_id`.execute(
    db,
  );
  const links = await removed(db, sql`delete from intake.account_link where person_id = ${id}`);
  await sql`delete from intake.account_address where account_id in (select account_id from their)`.execute(
    db,
  );
  return {
    "account links": links,
    accounts: await removed(db, sql`delete from intake.account where id ${alone}`),
  };
}

async function removed(
  db: Db,
  query: { execute(db: Db): Promise<{ numAffectedRows?: bigint }> },
): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0n);
}
