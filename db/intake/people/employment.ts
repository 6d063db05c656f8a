import type { Session } from "../session.ts";
import { type Dated, type TimelineChange, untilKnown, writeTimeline } from "../timeline.ts";
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
  const first = plan.isHistory
    ? "min(s.day) over (partition by person_id)"
    : `least(s.hired, ${day})`;
  await session.query(`
    drop table if exists desired;
    create temp table desired on commit drop as
      with stated as (
        select * from ${untilKnown(
          employment,
          `select distinct on (s.person_id) s.person_id, s.hired, s.gone,
             coalesce(${first}, ${day}) as first, ${day} as begins
           from stage_person s order by s.person_id, s.day desc nulls last`,
        )} as s
      )
      select person_id, true as holds,
        case when hired > ${day} then daterange(hired, gone)
          else daterange(first, least(gone, until)) end as valid
      from stated where gone is null or gone > first
      union all
      select person_id, false, daterange(gone, until) from stated
      where gone is not null and (until is null or gone < until)
      union all
      select s.person_id, false, daterange(${day}, upper(s.valid))
      from intake.employment s join stage_leaver using (person_id)
      where s.retired_by is null and s.valid @> ${day};
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
