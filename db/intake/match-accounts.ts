import { inTransaction, type Session } from "./session.ts";
import { type Dated, writeTimeline } from "./timeline.ts";

const links: Dated = {
  table: "intake.account_link",
  keys: ["account_id"],
  values: ["person_id", "matched_by"],
};

export interface Matched {
  /** Accounts of people that belong to somebody today; and those that belong to nobody. */
  readonly matched: number;
  readonly unmatched: number;
  /** Accounts that belong to somebody else, or to somebody at last. */
  readonly changed: number;
}

/**
 * Says to whom each account belongs and when: by HR number, else by the addresses it was seen
 * under, while they were somebody's. What a hand has linked stays. Nothing is guessed: what has
 * neither stays unmatched, is kept and counted. The weeks of whoever is found late are counted again.
 */
export async function matchAccounts(
  session: Session,
  {
    today,
    timeZone,
    now,
  }: { readonly today: string; readonly timeZone: string; readonly now: Date },
): Promise<Matched> {
  const changed = await inTransaction(session, async () => {
    await findCandidates(session);
    const { rows } = await session.query(
      `insert into intake.import (kind, source, state, started_at, finished_at)
       values ('activity', 'accounts matched to people', 'kept', $1, $1) returning id`,
      [now],
    );
    const change = await writeTimeline(session, links, "desired", rows[0].id);
    if (change.changed === 0) {
      await session.query("delete from intake.import where id = $1", [rows[0].id]);
      return 0;
    }
    await touchTheirWeeks(session, timeZone);
    return change.changed;
  });
  const { rows } = await session.query(
    `select count(*) filter (where linked) as matched, count(*) filter (where not linked) as unmatched from (
       select exists (select from intake.account_link l where l.account_id = a.id
         and l.retired_by is null and l.valid @> $1::date) as linked
       from intake.account a where a.kind = 'person'
     ) as account`,
    [today],
  );
  return { matched: rows[0].matched, unmatched: rows[0].unmatched, changed };
}

/** Who each account could belong to, best evidence first; worse evidence fills only what is left. */
async function findCandidates(session: Session): Promise<void> {
  await session.query(`
    drop table if exists candidate, desired;
    create temp table candidate on commit drop as
      select account_id, person_id, matched_by, valid, 0 as rank from intake.account_link
      where retired_by is null and matched_by = 'hand'
      union all
      select a.id, p.id, 'number', daterange(null, null), 1
      from intake.account a join intake.person p on p.key = a.number_key where a.kind = 'person'
      union all
      select a.id, e.person_id, 'email', e.valid,
        1 + dense_rank() over (partition by a.id order by s.seen_at desc, s.email_key)
      from intake.account a
      join intake.account_address s on s.account_id = a.id
      join intake.person_email e on e.email_key = s.email_key and e.retired_by is null
      where a.kind = 'person';
    create index on candidate (account_id); analyze candidate;
    create temp table desired on commit drop as
      select c.account_id, c.person_id, c.matched_by, true as holds, unnest(
        datemultirange(c.valid) - coalesce((select range_agg(better.valid) from candidate better
          where better.account_id = c.account_id and better.rank < c.rank), '{}')) as valid
      from candidate c
      union all
      select distinct account_id, null::integer, null, false, daterange(null, null) from (
        select account_id from candidate
        union select account_id from intake.account_link where retired_by is null
      ) as account`);
}

async function touchTheirWeeks(session: Session, timeZone: string): Promise<void> {
  await session.query(
    `insert into counts.touched_week
     select distinct date_trunc('week', occurred_at at time zone $1)::date from intake.activity
       where account_id in (select account_id from differing)
         or target_account_id in (select account_id from differing)
     union
     select distinct date_trunc('week', day)::date from intake.activity_count
       where account_id in (select account_id from differing)
     on conflict do nothing`,
    [timeZone],
  );
}
