import { type RawBuilder, sql } from "kysely";
import { verbs } from "#app/model/canonical.ts";
import type { Db } from "../../client.server.ts";
import type { OnePerson } from "./one-person.ts";

export interface KeptRow {
  readonly [column: string]: unknown;
}

/** Everything that is kept of one person, by what it is; the directory still encrypted. */
export interface Kept {
  readonly rows: Readonly<Record<string, readonly KeptRow[]>>;
  readonly directory: readonly { readonly kind: string; readonly value: Buffer }[];
  /** What their company's directory pushes of them (SCIM), encrypted. */
  readonly pushed: readonly Buffer[];
}

/**
 * Reads what is kept of one person, and of nobody else: their manager is not named. `members` are
 * their pseudonyms, one a barometer.
 */
export async function readKept(
  db: Db,
  { id, key }: OnePerson,
  { members, timeZone }: { readonly members: readonly Buffer[]; readonly timeZone: string },
): Promise<Kept> {
  const during = (at: RawBuilder<unknown>) =>
    sql`l.person_id = ${id} and l.retired_by is null and l.valid @> (${at} at time zone ${timeZone})::date`;
  const sections: Record<string, RawBuilder<KeptRow>> = {
    employment: sql`select valid, recorded_at from intake.employment where person_id = ${id} and retired_by is null order by valid`,
    units: sql`select u.key as unit, p.valid, p.recorded_at from intake.person_unit p
      join intake.unit u on u.id = p.unit_id where p.person_id = ${id} and p.retired_by is null order by p.valid`,
    manager: sql`select valid, recorded_at from intake.person_manager where person_id = ${id} and retired_by is null order by valid`,
    sites: sql`select s.name as site, p.valid, p.recorded_at from intake.person_site p
      join intake.site s on s.id = p.site_id where p.person_id = ${id} and p.retired_by is null order by p.valid`,
    segments: sql`select s.key as segment, o.key as option, p.valid, p.recorded_at from intake.person_segment p
      join intake.segment s on s.id = p.segment_id join intake.segment_option o on o.id = p.option_id
      where p.person_id = ${id} and p.retired_by is null order by s.key, p.valid`,
    addresses: sql`select 'a scrambled e-mail address' as what, valid from intake.person_email
      where person_id = ${id} and retired_by is null order by valid`,
    objections: sql`select since, withdrawn_on from intake.objection where person_id = ${id} order by since`,
    accounts: sql`select c.title as network, a.external_id as account, l.matched_by, l.valid
      from intake.account_link l join intake.account a on a.id = l.account_id
      join records.connection c on c.id = a.connection_id
      where l.person_id = ${id} and l.retired_by is null order by c.title, a.external_id, l.valid`,
    groups: sql`select c.title as network, s.name as group, m.joined_at, m.seen_from, m.left_at
      from intake.membership m join intake.account_link l on l.account_id = m.account_id
      join intake.account a on a.id = m.account_id join records.connection c on c.id = a.connection_id
      left join intake.group_state s on s.group_id = m.group_id and s.retired_by is null
        and s.valid @> (m.seen_from at time zone ${timeZone})::date
      where ${during(sql`m.seen_from`)} order by m.seen_from`,
    activity: sql`select a.occurred_at, (${[...verbs]}::text[])[a.verb] as act, c.title as network,
        a.is_question, a.withdrawn_at
      from intake.activity a join intake.account_link l on l.account_id = a.account_id
      join records.connection c on c.id = a.connection_id
      where ${during(sql`a.occurred_at`)} order by a.occurred_at`,
    "activity totals": sql`select t.day, t.grain, (${[...verbs]}::text[])[t.verb] as act, t.n, c.title as network
      from intake.activity_count t join intake.account_link l on l.account_id = t.account_id
      join records.connection c on c.id = t.connection_id
      where l.person_id = ${id} and l.retired_by is null and l.valid @> t.day order by t.day`,
    "weeks counted": sql`select week, array_agg(family order by family) as counted_as from counts.week_bits
      where length(bits) > ${id} and get_bit(bits, ${id}) = 1 group by week order by week`,
    invitations: sql`select w.key as wave, w.mode, i.channel, i.state from intake.invitation i
      join records.wave w on w.id = i.wave_id where i.person_id = ${id} order by w.id`,
    letters: sql`select w.key as wave, d.purpose, d.number, d.channel, d.due_at, d.state, d.sent_at
      from intake.dispatch d join records.wave w on w.id = d.wave_id
      where d.person_id = ${id} order by w.id, d.purpose, d.number`,
    stops: sql`select channel, at from intake.stop where person_id = ${id} order by channel`,
    answers: sql`select w.key as wave, r.complete, i.key as question, a.answer
      from intake.response r join records.wave w on w.id = r.wave_id
      cross join lateral unnest(r.answers) with ordinality as a (answer, position)
      join records.question q on q.version_id = w.version_id and q.position = a.position
      join records.item i on i.id = q.item_id
      where r.member = any(${[...members]}::bytea[]) and a.answer is not null order by w.id, a.position`,
    comments: sql`select w.key as wave, count(*) as comments from intake.comment c
      join records.wave w on w.id = c.wave_id where c.member = any(${[...members]}::bytea[]) group by w.key`,
  };
  const rows: Record<string, readonly KeptRow[]> = {};
  for (const [name, query] of Object.entries(sections)) rows[name] = (await query.execute(db)).rows;
  const directory = await db
    .selectFrom("intake.directory")
    .where("personId", "=", id)
    .select(["kind", "value"])
    .orderBy("kind")
    .execute();
  const pushed = await db
    .selectFrom("intake.scimUser")
    .where("numberKey", "=", key)
    .select("resource")
    .execute();
  return { rows, directory, pushed: pushed.map(({ resource }) => resource) };
}
