import { type AskedLink, stageAsked } from "./link-requests.ts";
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
 * under, while they were somebody's, else by its telephone. What a hand has linked stays. Nothing is
 * guessed: what has none of these, or points to several people at once, stays unmatched, is kept and
 * counted. The weeks of whoever is found late are counted again.
 */
export async function matchAccounts(
  session: Session,
  {
    today,
    timeZone,
    now,
    asked = [],
  }: {
    readonly today: string;
    readonly timeZone: string;
    readonly now: Date;
    /** What administrators have asked for since. */
    readonly asked?: readonly AskedLink[];
  },
): Promise<Matched> {
  const changed = await inTransaction(session, async () => {
    await stageAsked(session, asked, now);
    await findEvidence(session, today);
    await settle(session, today);
    const { rows } = await session.query(
      `insert into intake.import (kind, source, state, started_at, finished_at)
       values ('activity', 'accounts matched to people', 'kept', $1, $1) returning id`,
      [now],
    );
    const change = await writeTimeline(session, links, "desired", rows[0].id);
    await forgetLabels(session, today);
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

/** Who each account could belong to, best evidence first. */
async function findEvidence(session: Session, today: string): Promise<void> {
  const day = `'${today}'::date`;
  const byTelephone = "l.matched_by = 'telephone' and l.account_id = a.id";
  await session.query(`
    drop table if exists evidence;
    create temp table evidence on commit drop as
      select account_id, person_id, matched_by, valid, 0 as rank from intake.account_link
      where retired_by is null and matched_by = 'hand'
        and account_id not in (select account_id from asked)
      union all
      select account_id, person_id, 'hand', daterange(null, null), 0 from asked
      where person_id is not null
      union all
      select a.id, p.id, 'number', daterange(null, null), 1
      from intake.account a join intake.person p on p.key = a.number_key where a.kind = 'person'
      union all
      -- The address of today before those of before; as it is written before other ways to write it.
      select a.id, e.person_id, 'email', e.valid,
        1 + dense_rank() over (partition by a.id order by s.seen_at desc, s.derived)
      from intake.account a
      join intake.account_address s on s.account_id = a.id
      join intake.person_email e on e.email_key = s.email_key and e.retired_by is null
      where a.kind = 'person'
      union all
      -- A number changes hands, and nobody dates it: whoever has it now has nothing of what was done
      -- while somebody else had.
      select a.id, d.person_id, 'telephone', daterange(case
          when exists (select from intake.account_link l
            where ${byTelephone} and l.retired_by is null and l.person_id = d.person_id)
          then (select case when not bool_or(lower_inf(l.valid)) then min(lower(l.valid)) end
            from intake.account_link l
            where ${byTelephone} and l.retired_by is null and l.person_id = d.person_id)
          else (select coalesce(max(upper(l.valid)) filter (where l.retired_by is null), ${day})
            from intake.account_link l where ${byTelephone} and l.person_id <> d.person_id
            having count(*) > 0) end, null), 1000000
      from intake.account a
      join intake.directory d on d.kind = 'telephone' and d.match_key = a.telephone_key
      where a.kind = 'person'
      union all
      select a.id, l.person_id, 'telephone', l.valid * daterange(null, ${day}), 1000000
      from intake.account a join intake.account_link l on ${byTelephone} and l.retired_by is null
      where a.kind = 'person' and a.telephone_key in (
          select d.match_key from intake.directory d where d.kind = 'telephone')
        and not exists (select from intake.directory d where d.kind = 'telephone'
          and d.match_key = a.telephone_key and d.person_id = l.person_id);
    create index on evidence (account_id); analyze evidence`);
}

/**
 * Worse evidence fills only what better evidence leaves; evidence as good for one as for another
 * settles nothing, and keeps worse evidence from settling it.
 */
async function settle(session: Session, today: string): Promise<void> {
  await session.query(`
    drop table if exists contested, candidate, desired;
    create temp table contested on commit drop as
      select one.account_id, one.rank, range_agg(one.valid * other.valid) as days
      from evidence one join evidence other on other.account_id = one.account_id
        and other.rank = one.rank and other.person_id <> one.person_id and other.valid && one.valid
      group by one.account_id, one.rank;
    create temp table candidate on commit drop as
      select e.account_id, e.person_id, e.matched_by, e.rank,
        datemultirange(e.valid) - coalesce(c.days, '{}') as days
      from evidence e left join contested c on c.account_id = e.account_id and c.rank = e.rank
      union all
      select account_id, null, null, rank, days from contested;
    create index on candidate (account_id); analyze candidate;
    create temp table desired on commit drop as
      select c.account_id, c.person_id, c.matched_by, true as holds, unnest(
        c.days - coalesce((select range_agg(piece) from candidate better, unnest(better.days) as piece
          where better.account_id = c.account_id and better.rank < c.rank), '{}')) as valid
      from candidate c where c.person_id is not null
      union all
      select distinct account_id, null::integer, null, false, daterange(null, null) from (
        select account_id from evidence
        union select account_id from intake.account_link where retired_by is null
      ) as account`);
  await session.query(
    `update intake.account a set ambiguous = not a.ambiguous where a.ambiguous <> exists (
       select from candidate c where c.account_id = a.id and c.person_id is null
         and c.days @> $1::date and not exists (
           select from candidate better where better.account_id = a.id and better.rank < c.rank
             and better.days @> $1::date))`,
    [today],
  );
}

/** Who belongs to somebody need not be recognised any more. */
async function forgetLabels(session: Session, today: string): Promise<void> {
  await session.query(
    `update intake.account a set label = null where label is not null and exists (
       select from intake.account_link l
       where l.account_id = a.id and l.retired_by is null and l.valid @> $1::date)`,
    [today],
  );
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
