import { type RawBuilder, sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WeekToCount } from "./count-week.ts";
import { announcementGroups, codesOf, exchanging, isTold, startOf } from "./week-ties.ts";

/** So many days an answer is waited for: every question and post counted has had them. */
const PATIENCE = 7;

/** Of fewer leaders, how often they answer would be what one of them does. */
const FEWEST_LEADERS = 5;

/**
 * What became of the questions put to leaders, and of the announcements made, in the four weeks
 * before this one: answered within seven days, and within one. Questions count where those who asked
 * them are, announcements where those who made them are. Reads `week_voice` and `week_person_cell`.
 */
export async function countConversations(db: Db, week: WeekToCount): Promise<void> {
  await findQuestions(db, week);
  await findPosts(db, week);
  const kept = (from: string, measure: string, waited: RawBuilder<unknown>) => sql`
    select c.cell, q.person_id, ${measure}::text as measure, count(*) as of_acts,
      count(*) filter (where q.answered_at <= q.occurred_at + ${waited}) as acts
    from ${sql.table(from)} q join week_person_cell c using (person_id)
    group by c.cell, q.person_id`;
  const [day, patience] = [sql`interval '1 day'`, sql`${PATIENCE} * interval '1 day'`];
  await sql`
    insert into counts.week_cell_count (week, cell, measure, n, x, acts, of_acts)
    select ${week.week}::date, cell, measure, count(*), count(*) filter (where acts > 0), sum(acts), sum(of_acts)
    from (
      ${kept("week_question", "questions-answered", patience)}
      union all ${kept("week_question", "questions-answered-day", day)}
      union all ${kept("week_said", "posts-answered", patience)}
    ) as person
    where exists (${isTold(["comment"])})
    group by cell, measure`.execute(db);
}

/** Acts of the four weeks before this one, by people who are there on its last day. */
function actsBefore(week: WeekToCount): RawBuilder<unknown> {
  return sql`
    select a.*, link.person_id
    from intake.activity a
    join intake.account_link link on link.account_id = a.account_id and link.retired_by is null
      and link.valid @> (a.occurred_at at time zone ${week.timeZone})::date
    join week_person w on w.person_id = link.person_id
    where a.occurred_at >= ${startOf(week.week, week)} - interval '28 days'
      and a.occurred_at < ${startOf(week.until, week)} and a.withdrawn_at is null and a.group_id <> 0`;
}

/** Questions asked in a group for feedback or of a leader, and when a leader first answered. */
async function findQuestions(db: Db, week: WeekToCount): Promise<void> {
  await sql`drop table if exists week_recent, week_question, week_said`.execute(db);
  await sql`
    create temp table week_recent on commit drop as
    select act.person_id, act.connection_id, act.external_hash, act.root_hash, act.verb, act.group_id,
      act.target_account_id, act.is_question, act.occurred_at
    from (${actsBefore(week)}) as act
    where act.verb = any(${codesOf(["post", "comment"])}::integer[])`.execute(db);
  await sql`analyze week_recent`.execute(db);
  await sql`
    create temp table week_question on commit drop as
    select q.person_id, q.occurred_at, min(a.occurred_at) as answered_at
    from week_recent q
    left join intake.group_state s on s.group_id = q.group_id and s.retired_by is null
      and s.valid @> ${week.lastDay}::date
    left join intake.account_link target on target.account_id = q.target_account_id
      and target.retired_by is null and target.valid @> (q.occurred_at at time zone ${week.timeZone})::date
    left join week_voice asked on asked.person_id = target.person_id and asked.leads
    left join (week_recent a join week_voice v on v.person_id = a.person_id and v.leads)
      on a.connection_id = q.connection_id and a.person_id <> q.person_id
      and a.root_hash = coalesce(q.root_hash, q.external_hash) and a.occurred_at > q.occurred_at
    where q.is_question and q.occurred_at < ${startOf(week.week, week)}
      and (s.purpose = 'feedback' or asked.person_id <> q.person_id)
      and (select count(*) from week_voice where leads) >= ${FEWEST_LEADERS}
    group by q.connection_id, q.external_hash, q.person_id, q.occurred_at`.execute(db);
}

/** Announcements of leaders and head office, and when somebody else first answered in any way. */
async function findPosts(db: Db, week: WeekToCount): Promise<void> {
  await sql`
    create temp table week_said on commit drop as
    select p.person_id, p.occurred_at, min(a.occurred_at) as answered_at
    from week_recent p
    join (${announcementGroups(week.lastDay)}) as announcing on announcing.group_id = p.group_id
    join week_voice v on v.person_id = p.person_id
    left join (${actsBefore(week)}) as a
      on a.connection_id = p.connection_id and a.root_hash = p.external_hash
      and a.person_id <> p.person_id and a.verb = any(${codesOf(exchanging)}::integer[])
    where p.verb = any(${codesOf(["post"])}::integer[]) and p.occurred_at < ${startOf(week.week, week)}
    group by p.connection_id, p.external_hash, p.person_id, p.occurred_at`.execute(db);
}
