import type { Session } from "../session.ts";
import type { TimelineChange } from "../timeline.ts";
import { writeAttributes } from "./attributes.ts";
import { writeDirectory } from "./directory.ts";
import { endHistories, findLeavers, writeEmployment } from "./employment.ts";
import { settleAddresses, settleNumbers } from "./identity.ts";
import { settleManagers } from "./managers.ts";
import { endUnits, stageTeams, stageUnknownUnits, writeUnits } from "./organisation.ts";
import { writeSegments, writeSites } from "./places.ts";
import type { PeopleFinding, PeoplePlan, StagedSegment, StagedSite } from "./plan.ts";
import { recount } from "./recount.ts";

export interface PeopleApplied {
  readonly people: number;
  readonly arrived: number;
  readonly left: number;
  /** Timelines that are another than before. */
  readonly changed: number;
  readonly findings: readonly PeopleFinding[];
}

export interface Places {
  readonly sites: Iterable<StagedSite>;
  readonly segments: Iterable<StagedSegment>;
}

/**
 * Writes what `stage_person` and `stage_unit` hold, set by set, inside the caller's transaction.
 * @throws {RefusedPeople} when the file cannot be true; then nothing of it is kept.
 */
export async function applyPeople(
  session: Session,
  plan: PeoplePlan,
  { sites, segments }: Places,
): Promise<PeopleApplied> {
  // Sets are joined as sets, also on the first days, when the planner does not know the tables yet.
  await session.query("set local enable_nestloop = off");
  const findings: PeopleFinding[] = [...(await settleNumbers(session))];
  if (plan.isHistory) await endHistories(session);
  if (plan.speaksOf.email) findings.push(await settleAddresses(session));
  findings.push(...(await settleManagers(session, plan)));

  const changes: TimelineChange[] = [];
  if (plan.speaksOf.unit === "managers") await stageTeams(session);
  if (plan.speaksOf.unit !== null) {
    const unknown = await stageUnknownUnits(session, plan.firstOn);
    if (plan.speaksOf.unit === "known") findings.push(unknown);
    changes.push(...(await writeUnits(session, { ...plan, effectiveOn: plan.firstOn })));
  }
  await writeSites(session, sites, plan.importId);
  await writeSegments(session, segments);
  const arrived = await identify(session, plan);
  const { rows } = await session.query(
    "select count(distinct person_id) as people from stage_person",
  );
  const left = await findLeavers(session, plan);
  changes.push(await writeEmployment(session, plan));
  if (!plan.isHistory) await partWithLeavers(session, plan);
  changes.push(...(await writeAttributes(session, plan)));
  if (plan.isComplete && ["tree", "managers"].includes(plan.speaksOf.unit ?? "")) {
    changes.push(await endUnits(session, plan, { keepInhabited: true }));
  }
  await writeDirectory(session, plan);
  const changed = await recount(session, plan, changes);
  return { people: rows[0].people, arrived, left, changed, findings };
}

/** Gives ids: to people who have none yet, and to everything the rows name. */
async function identify(session: Session, { importId, isHistory }: PeoplePlan): Promise<number> {
  // Only what is new is inserted: a conflict would use up an id, and ids are places in bit strings.
  const { rowCount } = await session.query(
    `insert into intake.person (key, import_id)
       select number_key, $1::integer from stage_person s
       where not exists (select from intake.person p where p.key = s.number_key)
       group by number_key order by min(line)`,
    [importId],
  );
  await session.query(`
    alter table stage_person add column next date;
    update stage_person s set
      person_id = p.id,
      manager_id = (select m.id from intake.person m where m.key = s.manager_key),
      unit_id = (select u.id from intake.unit u where u.key = s.unit),
      site_id = (select t.id from intake.site t where t.key = s.site)
    from intake.person p where p.key = s.number_key`);
  if (isHistory) {
    await session.query(`
      update stage_person s set next = coalesce(n.next, s.gone) from (
        select line, lead(day) over (partition by number_key order by day) as next from stage_person
      ) as n where n.line = s.line`);
  }
  await session.query("create index on stage_person (person_id); analyze stage_person");
  return rowCount ?? 0;
}

/** Whoever the file itself says has left is treated like whoever is missing from it. */
async function partWithLeavers(session: Session, { effectiveOn }: PeoplePlan): Promise<void> {
  await session.query(
    `with gone as (delete from stage_person where gone <= $1::date returning person_id)
     insert into stage_leaver select person_id from gone`,
    [effectiveOn],
  );
}
