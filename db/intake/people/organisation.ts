import { findCycle } from "../find-cycle.ts";
import type { Session } from "../session.ts";
import { type Dated, type TimelineChange, untilKnown, writeTimeline } from "../timeline.ts";
import { finding } from "./identity.ts";
import { fromTheFirst } from "./managers.ts";
import { type PeopleFinding, RefusedPeople } from "./plan.ts";

const parents: Dated = { table: "intake.unit_parent", keys: ["unit_id"], values: ["parent_id"] };
const names: Dated = {
  table: "intake.unit_name",
  keys: ["unit_id", "language"],
  values: ["name"],
};

/**
 * Teams are people with the same manager; rows come with the team of theirs. A manager is in their own manager's team; somebody
 * without a manager heads their own team, or, managing nobody, is in the only top team there is.
 */
export async function stageTeams(session: Session): Promise<void> {
  await session.query(`
    update stage_person set unit = null where manager_key is null;
    update stage_person s set unit = team where manager_key is null
      and exists (select from stage_person below where below.unit = s.team);
    update stage_person s set unit = top.unit from (
        select min(unit) as unit from stage_person where manager_key is null and unit is not null
        having count(distinct unit) = 1
      ) as top where s.unit is null;
    insert into stage_unit (line, key, parent, fr, en)
      select distinct on (s.unit) m.line, s.unit, nullif(m.unit, s.unit),
        'Équipe ' || substr(s.unit, 6), 'Team ' || substr(s.unit, 6)
      from stage_person s join stage_person m on m.team = s.unit
      where s.unit is not null order by s.unit, m.day desc nulls last`);
}

/** Writes the units of `stage_unit`: their names and what they are part of, from a day on. */
export async function writeUnits(
  session: Session,
  { importId, effectiveOn }: { readonly importId: number; readonly effectiveOn: string },
): Promise<readonly TimelineChange[]> {
  await session.query(`
    insert into intake.unit (key)
      select key from (select key from stage_unit union select parent from stage_unit) as named
      where key is not null and not exists (select from intake.unit u where u.key = named.key)
      order by key`);
  const day = `'${effectiveOn}'::date`;
  await session.query(`
    create temp table desired_parent on commit drop as
      select unit_id, parent_id, true as holds, daterange(begins, until) as valid from ${untilKnown(
        parents,
        `select u.id as unit_id, above.id as parent_id, ${day} as begins from stage_unit
         join intake.unit u on u.key = stage_unit.key
         left join intake.unit above on above.key = stage_unit.parent`,
      )} as s;
    create temp table desired_name on commit drop as
      select unit_id, language, name, true as holds, daterange(begins, until) as valid from ${untilKnown(
        names,
        `select u.id as unit_id, l.language, l.name, ${day} as begins
         from stage_unit join intake.unit u using (key),
           lateral (values ('fr', stage_unit.fr), ('en', stage_unit.en)) as l (language, name)`,
      )} as s where name is not null`);
  const changes = [
    await writeTimeline(session, parents, "desired_parent", importId),
    await writeTimeline(session, names, "desired_name", importId),
  ];
  await refuseCircles(session, effectiveOn);
  return changes;
}

/** Units people are said to be in, that no organisation has declared: kept, at the top. */
export async function stageUnknownUnits(session: Session, day: string): Promise<PeopleFinding> {
  const { rows } = await session.query(
    `with stranger as (
       insert into stage_unit (line, key, parent, fr, en)
       select min(line), unit, null, unit, unit from stage_person p
       where unit is not null and not exists (
         select from intake.unit u join intake.unit_parent up on up.unit_id = u.id
         where u.key = p.unit and up.retired_by is null and up.valid @> $1::date)
       group by unit on conflict do nothing returning line
     ) select count(*) as occurrences, min(line) as line from stranger`,
    [day],
  );
  return finding("unknown-unit", rows[0]);
}

/**
 * Ends the units a complete file no longer names. A file of people keeps those somebody is still
 * in; the organisation itself does not ask.
 */
export async function endUnits(
  session: Session,
  { importId, effectiveOn }: { readonly importId: number; readonly effectiveOn: string },
  { keepInhabited }: { readonly keepInhabited: boolean },
): Promise<TimelineChange> {
  const day = `'${effectiveOn}'::date`;
  await session.query(`
    create temp table desired_end on commit drop as
      with recursive alive as (
        select u.id as unit_id from stage_unit join intake.unit u using (key)
        union
        select unit_id from intake.person_unit
        where ${keepInhabited} and retired_by is null and valid @> ${day}
        union
        select p.parent_id from alive join intake.unit_parent p using (unit_id)
        where p.retired_by is null and p.valid @> ${day} and p.parent_id is not null
      )
      select s.unit_id, s.parent_id, false as holds, daterange(${day}, upper(s.valid)) as valid
      from intake.unit_parent s
      where s.retired_by is null and s.valid @> ${day}
        and not exists (select from alive where alive.unit_id = s.unit_id)`);
  return writeTimeline(session, parents, "desired_end", importId);
}

async function refuseCircles(session: Session, day: string): Promise<void> {
  const { rows } = await session.query(
    `with numbered as (
       select p.unit_id, p.parent_id, s.line, row_number() over () - 1 as place
       from intake.unit_parent p join intake.unit u on u.id = p.unit_id left join stage_unit s using (key)
       where p.retired_by is null and p.valid @> $1::date
     )
     select n.line, above.place as above
     from numbered n left join numbered above on above.unit_id = n.parent_id order by n.place`,
    [day],
  );
  const circle = findCycle(Int32Array.from(rows, ({ above }) => above ?? -1));
  if (circle === null) return;
  const lines = circle.map((place) => rows[place]?.line ?? "known before");
  throw new RefusedPeople("unit-circle", fromTheFirst(lines));
}
