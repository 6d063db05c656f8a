import { findCycle } from "../find-cycle.ts";
import type { Session } from "../session.ts";
import { finding } from "./identity.ts";
import { type PeopleFinding, type PeoplePlan, RefusedPeople } from "./plan.ts";

/**
 * Who reports to whom, before it is written: whoever reports to themselves is a root; a manager
 * nobody knows is none. @throws {RefusedPeople} when people report to each other in a circle.
 */
export async function settleManagers(
  session: Session,
  plan: PeoplePlan,
): Promise<readonly PeopleFinding[]> {
  if (!plan.speaksOf.manager) return [];
  const { rows: own } = await session.query(`
    with own as (
      update stage_person set manager_key = null where manager_key = number_key returning line
    ) select count(*) as occurrences, min(line) as line from own`);
  const known = plan.isComplete
    ? "select number_key from stage_person union select number_key from stage_held"
    : "select key from intake.person union select number_key from stage_person";
  const { rows: unknown } = await session.query(`
    with stranger as (
      update stage_person set manager_key = null
      where manager_key is not null and manager_key not in (${known}) returning line
    ) select count(*) as occurrences, min(line) as line from stranger`);
  await refuseCircles(session, plan);
  return [finding("own-manager", own[0]), finding("unknown-manager", unknown[0])];
}

/** The file as it stands on its last day, and, where it is not complete, what else is known. */
async function refuseCircles(session: Session, plan: PeoplePlan): Promise<void> {
  const { rows } = await session.query(
    `with latest as (
       select distinct on (number_key) number_key, manager_key, line from stage_person
       order by number_key, day desc nulls last
     ), edge as (
       select number_key, manager_key, line from latest
       union all
       select p.key, m.key, null from intake.person_manager pm
       join intake.person p on p.id = pm.person_id join intake.person m on m.id = pm.manager_id
       where pm.retired_by is null and pm.valid @> $1::date
         and not exists (select from latest where latest.number_key = p.key)
     ), numbered as (
       select *, row_number() over () - 1 as place from edge
     )
     select n.place, n.line, above.place as above
     from numbered n left join numbered above on above.number_key = n.manager_key order by n.place`,
    [plan.effectiveOn],
  );
  const circle = findCycle(Int32Array.from(rows, ({ above }) => above ?? -1));
  if (circle === null) return;
  const lines = circle.map((place) => rows[place]?.line ?? "known before");
  throw new RefusedPeople("manager-circle", fromTheFirst(lines));
}

/** The same circle, begun at its smallest line. */
export function fromTheFirst(circle: readonly (number | string)[]): readonly (number | string)[] {
  const numbers = circle.filter((line) => typeof line === "number");
  const start = Math.max(0, circle.indexOf(Math.min(...numbers)));
  return [...circle.slice(start), ...circle.slice(0, start)];
}
