import { copyInto, copyLine } from "../copy.ts";
import { freezeUnits, readInvitees, saveCells } from "../open-wave.ts";
import type { Session } from "../session.ts";
import { dbOf } from "../session-db.ts";

/** A unit an answers file names. */
export interface NamedUnit {
  readonly key: string;
  readonly fr: string;
  readonly en: string;
}

/** Where cells of `c` and places of `p` are the same. Zero is the id of nothing. */
export const samePlace = `coalesce(c.unit_id, 0) = coalesce(p.unit_id, 0)
  and coalesce(c.site_id, 0) = coalesce(p.site_id, 0) and c.options = p.options`;

/**
 * Places each answer where its person was on a day, in the frame of everybody employed that day:
 * they are who was invited. Returns how many answers come from people who were not employed then;
 * nobody knows where they belong.
 */
export async function placeByPerson(
  session: Session,
  waveId: number,
  day: string,
): Promise<{ strangers: number; firstLine: number | null }> {
  const db = dbOf(session);
  const { invitees, combinations } = await readInvitees(db, day);
  const { rows: frozen } = await session.query(
    "select from intake.frame_cell where wave_id = $1 limit 1",
    [waveId],
  );
  if (frozen.length === 0) {
    await freezeUnits(db, waveId, day);
    await saveCells(db, waveId, combinations);
  }
  await session.query(
    "create temp table place (person bytea, unit_id integer, site_id smallint, options integer[]) on commit drop",
  );
  await copyInto(
    session,
    "place",
    (function* () {
      for (const { personKey, combination } of invitees) {
        const { unitId, siteId, options } = combinations[combination] ?? nowhere;
        yield copyLine([personKey, unitId, siteId, `{${options.join(",")}}`]);
      }
    })(),
  );
  await session.query(`
    analyze place;
    create temp table placed_answer on commit drop as
      select s.line, s.external_hash, s.member, s.answers, s.states, p.unit_id, p.site_id,
        coalesce(p.options, '{}') as options, p.person is not null as is_invited
      from stage_answer s left join place p on p.person = s.person;
    analyze placed_answer`);
  const { rows } = await session.query(
    "select count(*) as strangers, min(line) as first_line from placed_answer where not is_invited",
  );
  return { strangers: rows[0].strangers, firstLine: rows[0].first_line };
}

const nowhere = { unitId: null, siteId: null, options: [] };

/**
 * Places each answer in the unit and the segment options its line names. Who was invited nobody
 * knows.
 */
export async function placeByColumns(session: Session): Promise<void> {
  await session.query(`
    insert into intake.unit (key)
      select distinct unit from stage_answer s where unit is not null
        and not exists (select from intake.unit u where u.key = s.unit) order by unit;
    create temp table place on commit drop as
      select p.unit, p.options, u.id as unit_id,
        coalesce((select array_agg(o.id order by o.id)
          from jsonb_each_text(p.options) as said (segment, option)
          join intake.segment g on g.key = said.segment and g.shown
          join intake.segment_option o on o.segment_id = g.id and o.key = said.option), '{}') as option_ids
      from (select distinct unit, options from stage_answer) as p
      left join intake.unit u on u.key = p.unit;
    create temp table placed_answer on commit drop as
      select s.line, s.external_hash, s.member, s.answers, s.states, p.unit_id,
        null::smallint as site_id, p.option_ids as options, false as is_invited
      from stage_answer s join place p
        on p.options = s.options and coalesce(p.unit, '') = coalesce(s.unit, '');
    analyze placed_answer`);
}

/** Adds the cells the frame lacks for the placed answers; nobody knows who was invited there. */
export async function addCells(session: Session, waveId: number): Promise<void> {
  await session.query(
    `insert into intake.frame_cell (wave_id, cell, unit_id, site_id, options, invited)
     select $1, (select coalesce(max(cell), -1) from intake.frame_cell where wave_id = $1)
         + row_number() over (order by unit_id, site_id, options), unit_id, site_id, options, null
     from (
       select distinct unit_id, site_id, options from placed_answer p where not exists (
         select from intake.frame_cell c where c.wave_id = $1 and ${samePlace}
           and (p.is_invited or c.invited is null))
     ) as missing`,
    [waveId],
  );
}

/**
 * Freezes the units the cells of a wave are in. Those the organisation had on that day keep their
 * place in it, with the units above them; the others are directly under the company.
 */
export async function freezeNamedUnits(
  session: Session,
  waveId: number,
  day: string,
  named: Iterable<NamedUnit>,
): Promise<void> {
  await session.query(
    `create temp table named_unit on commit drop as
       select key, jsonb_build_object('fr', fr, 'en', en) as names
       from jsonb_to_recordset($1::jsonb) as n (key text, fr text, en text)`,
    [JSON.stringify([...named])],
  );
  await session.query(
    `insert into named_unit select key, names from intake.frame_unit f
     where wave_id = $1 and not exists (select from named_unit n where n.key = f.key)`,
    [waveId],
  );
  await session.query("delete from intake.frame_unit where wave_id = $1", [waveId]);
  await freezeUnits(dbOf(session), waveId, day);
  await session.query(
    `delete from intake.frame_unit f where wave_id = $1 and not exists (
       select from intake.frame_unit inside
       join intake.frame_cell c on c.wave_id = inside.wave_id and c.unit_id = inside.unit_id
       where inside.wave_id = f.wave_id and inside.first between f.first and f.last)`,
    [waveId],
  );
  await session.query(
    `insert into intake.frame_unit (wave_id, unit_id, parent_id, key, names, first, last, depth)
     select $1, id, null, key, names, place, place, 0
     from (
       select u.id, u.key, n.names,
         (select coalesce(max(last), 0) from intake.frame_unit where wave_id = $1)
           + row_number() over (order by u.key) as place
       from (select distinct unit_id as id from intake.frame_cell where wave_id = $1) as own
       join intake.unit u using (id) join named_unit n on n.key = u.key
       where not exists (
         select from intake.frame_unit f where f.wave_id = $1 and f.unit_id = u.id)
     ) as stranger`,
    [waveId],
  );
}
