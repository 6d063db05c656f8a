import { takingPart, type Verb } from "#app/model/canonical.ts";
import type { Session } from "../session.ts";
import { verbNumber } from "./batch.ts";

export interface ActsTarget {
  readonly connectionId: number;
  readonly timeZone: string;
  /**
   * The ids are those of lines, not of acts: the same line again is another act, and gets the
   * number of times it has come.
   */
  readonly numberRepeats: boolean;
  /** Everything that stands is told again: what was not told the last time stands after all. */
  readonly tellsWhatStands: boolean;
}

/** Adds the acts of `stage_act` that are not there yet. Returns how many that was. */
export async function storeActs(session: Session, target: ActsTarget): Promise<number> {
  await resolve(session, target);
  const { rows: bounds } = await session.query(
    `select min(occurred_at) as first, max(occurred_at) as last,
       bool_or(withdrawn_at is not null) as withdrawn from stage_row`,
  );
  const { first, last, withdrawn } = bounds[0];
  if (first === null) return 0;
  await session.query("select intake.add_activity_months($1::date, $2::date)", [
    dayOf(first, -1),
    dayOf(last, 1),
  ]);
  await storePosts(session, target);
  // Written out, not sent apart: so that months outside these bounds are not even looked at.
  const within = `a.occurred_at >= '${first.toISOString()}' and a.occurred_at <= '${last.toISOString()}'`;
  const same =
    "a.occurred_at = r.occurred_at and a.external_hash = r.external_hash and a.account_id = r.account_id";
  if (withdrawn) {
    await touching(
      session,
      target,
      `update intake.activity a set withdrawn_at = r.withdrawn_at from stage_row r
       where ${same} and ${within} and a.withdrawn_at is null and r.withdrawn_at is not null
       returning a.occurred_at`,
    );
  }
  if (target.tellsWhatStands) {
    await session.query(
      `insert into act_seen select occurred_at, external_hash, account_id from stage_row on conflict do nothing`,
    );
    await touching(
      session,
      target,
      `update intake.activity a set withdrawn_at = null from stage_row r
       where ${same} and ${within} and a.withdrawn_at is not null and r.withdrawn_at is null
       returning a.occurred_at`,
    );
  }
  return touching(
    session,
    target,
    `insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id,
       root_hash, target_account_id, is_question, withdrawn_at)
     select occurred_at, external_hash, account_id, ${target.connectionId}, verb, group_id,
       root_hash, target_account_id, is_question, withdrawn_at
     from stage_row r where not exists (select from intake.activity a where ${same} and ${within})
     order by occurred_at, external_hash
     returning occurred_at`,
  );
}

/** Ids of the database in the place of the network's, each act once, nobody who objected. */
async function resolve(
  session: Session,
  { connectionId, numberRepeats, timeZone }: ActsTarget,
): Promise<void> {
  const identity = numberRepeats ? "s.external_id || '#' || s.nth" : "s.external_id";
  const source = numberRepeats
    ? `(select act.*, coalesce(l.times, 0)
          + row_number() over (partition by act.occurred_at, act.line order by seq) as nth
        from stage_act act left join line_seen l on l.occurred_at = act.occurred_at and l.line = act.line)`
    : "stage_act";
  const { rows } = await session.query("select exists (select from intake.objection) as somebody");
  const zone = session.escapeLiteral(timeZone);
  // Asked of every row, so not asked at all where nobody ever objected.
  const objecting = (account: string) =>
    rows[0].somebody
      ? `exists (
          select from intake.objection o
          join intake.account_link l on l.person_id = o.person_id and l.retired_by is null
          where l.account_id = ${account} and l.valid @> (s.occurred_at at time zone ${zone})::date
            and o.since <= (s.occurred_at at time zone ${zone})::date
            and (o.withdrawn_on is null or o.withdrawn_on > (s.occurred_at at time zone ${zone})::date))`
      : "false";
  await session.query(
    `insert into stage_row
     select distinct on (s.occurred_at, hash.value, a.id) s.occurred_at, hash.value, a.id, s.verb,
       coalesce(g.id, 0), hashtextextended(${connectionId} || ':' || s.root, 0),
       case when t.id is null or ${objecting("t.id")} then 0 else t.id end, s.is_question, s.withdrawn_at
     from ${source} as s
     cross join lateral (select hashtextextended(${connectionId} || ':' || ${identity}, 0) as value) as hash
     join intake.account a on a.connection_id = ${connectionId} and a.external_id = s.member
     left join intake.account t on t.connection_id = ${connectionId} and t.external_id = s.target
     left join intake."group" g on g.connection_id = ${connectionId} and g.external_id = s.group_id
     where not ${objecting("a.id")}
     order by s.occurred_at, hash.value, a.id, s.withdrawn_at nulls last`,
  );
  if (!numberRepeats) return;
  await session.query(
    `insert into line_seen as l (occurred_at, line, times)
     select occurred_at, line, count(*) from stage_act group by 1, 2 order by 1, 2
     on conflict (occurred_at, line) do update set times = l.times + excluded.times`,
  );
}

/** Remembers who started which conversation, and whom a comment therefore answers. */
async function storePosts(session: Session, { connectionId }: ActsTarget): Promise<void> {
  await session.query(
    `insert into intake.post (connection_id, external_hash, account_id, group_id, occurred_at)
     select $1::smallint, external_hash, account_id, group_id, occurred_at from stage_row
     where verb = $2 on conflict do nothing`,
    [connectionId, verbNumber("post")],
  );
  await session.query(
    `update stage_row r set target_account_id = p.account_id from intake.post p
     where r.target_account_id = 0 and r.root_hash is not null and r.verb = any($2::smallint[])
       and p.connection_id = $1 and p.external_hash = r.root_hash`,
    [connectionId, takingPart.map(verbNumber)],
  );
}

/**
 * Comments that were read before the post they answer get their target now. Only over the window
 * that was read.
 */
export async function fillTargets(
  session: Session,
  connectionId: number,
  from: Date,
): Promise<void> {
  await session.query(
    `update intake.activity a set target_account_id = p.account_id from intake.post p
     where a.connection_id = $1 and a.target_account_id = 0 and a.root_hash is not null
       and a.occurred_at >= '${from.toISOString()}' and a.verb = any($2::smallint[])
       and p.connection_id = $1 and p.external_hash = a.root_hash`,
    [connectionId, takingPart.map(verbNumber)],
  );
}

/**
 * Withdraws what happened in the window, is of these kinds, and was not told again by a reading that
 * told everything that stands. Only in the groups that were told: one that is no longer listed says
 * nothing about what was done in it. Returns how many.
 */
export function withdrawUntold(
  session: Session,
  target: Pick<ActsTarget, "connectionId" | "timeZone">,
  { from, to, verbs, now }: { from: Date; to: Date; verbs: readonly Verb[]; now: Date },
): Promise<number> {
  return touching(
    session,
    target,
    `update intake.activity a set withdrawn_at = '${now.toISOString()}'
     where a.occurred_at >= '${from.toISOString()}' and a.occurred_at < '${to.toISOString()}'
       and a.connection_id = ${target.connectionId} and a.withdrawn_at is null
       and a.verb = any('{${verbs.map(verbNumber).join(",")}}'::smallint[])
       and (a.group_id = 0 or a.group_id in (select group_id from group_seen))
       and not exists (select from act_seen s where s.occurred_at = a.occurred_at
         and s.external_hash = a.external_hash and s.account_id = a.account_id)
     returning a.occurred_at`,
  );
}

/** Runs a statement that returns times, and marks their weeks as to be counted again. */
async function touching(
  session: Session,
  { timeZone }: Pick<ActsTarget, "timeZone">,
  statement: string,
): Promise<number> {
  const { rows } = await session.query(
    `with done as (${statement}), weeks as (
       insert into counts.touched_week
       select distinct date_trunc('week', occurred_at at time zone ${session.escapeLiteral(timeZone)})::date from done
       on conflict do nothing
     ) select count(*) as done from done`,
  );
  return rows[0].done;
}

function dayOf(at: Date, days: number): string {
  return new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
