import type { Session } from "../session.ts";
import { type Dated, fromThenOn, type TimelineChange, writeTimeline } from "../timeline.ts";
import { type PeoplePlan, RefusedPeople } from "./plan.ts";

const employment: Dated = { table: "intake.employment", keys: ["person_id"], values: [] };

/** Fewer people than this may all leave at once. */
const FEW = 10;

/**
 * Finds who left (`stage_leaver`): employed on the day, and neither in a complete file nor held
 * back because of it. @throws {RefusedPeople} when that is more than half the company, because a
 * file with the wrong mapping looks the same.
 */
export async function findLeavers(session: Session, plan: PeoplePlan): Promise<number> {
  const { rows } = await session
    .query(
      `create temp table stage_leaver on commit drop as
       select distinct e.person_id from intake.employment e join intake.person p on p.id = e.person_id
       where ${plan.isComplete} and e.retired_by is null and e.valid @> '${plan.effectiveOn}'::date
         and not exists (select from stage_person s where s.person_id = p.id)
         and not exists (select from stage_held h where h.number_key = p.key);
     select (select count(*) from stage_leaver) as leaving,
       count(*) as employed from intake.employment e
       where e.retired_by is null and e.valid @> '${plan.effectiveOn}'::date`,
    )
    .then((results) => (Array.isArray(results) ? results.at(-1) : results));
  const { leaving, employed } = rows[0];
  if (leaving > FEW && leaving * 2 > employed && !plan.mayEmpty) {
    throw new RefusedPeople("too-many-leave", [leaving, employed]);
  }
  return leaving;
}

/**
 * Writes who is employed. A file that knows when somebody was hired is believed for the days
 * before; what was known of earlier employment stays.
 */
export async function writeEmployment(session: Session, plan: PeoplePlan): Promise<TimelineChange> {
  const day = `'${plan.effectiveOn}'::date`;
  const then = fromThenOn(employment, day);
  const begins = plan.isHistory
    ? "min(s.day) over (partition by person_id)"
    : `least(s.hired, ${day})`;
  await session.query(`
    drop table if exists desired;
    create temp table desired on commit drop as
      with stated as (
        select distinct on (s.person_id) s.person_id, s.hired, s.gone, ${begins} as begins, ${then} as days
        from stage_person s order by s.person_id, s.day desc nulls last
      )
      select person_id, true as holds,
        case when hired > ${day} then daterange(hired, gone)
          else daterange(coalesce(begins, ${day}), least(coalesce(gone, upper(days)), upper(days))) end as valid
      from stated where gone is null or gone > coalesce(begins, ${day})
      union all
      select person_id, false, daterange(gone, upper(days)) from stated
      where gone is not null and (upper(days) is null or gone < upper(days))
      union all
      select s.person_id, false, ${then} from stage_leaver s;
    delete from desired where isempty(valid)`);
  return writeTimeline(session, employment, "desired", plan.importId);
}

/** Of a history, whoever is missing from its last days left after their own last day. */
export async function endHistories(session: Session): Promise<void> {
  await session.query(`
    with days as (select distinct day, lead(day) over (order by day) as following from
        (select distinct day from stage_person) as d),
      last as (select number_key, max(day) as day from stage_person group by number_key)
    update stage_person s set gone = coalesce(s.gone, days.following) from last, days
    where s.number_key = last.number_key and s.day = last.day and days.day = last.day
      and days.following is not null`);
}
