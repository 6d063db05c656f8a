import { sql } from "kysely";
import type { Sample } from "#app/model/wave.ts";
import type { CountedCell } from "#app/privacy/cells.ts";
import type { Db } from "../client.server.ts";
import { usePolicy } from "../records/policies.ts";
import { numberUnits } from "./number-units.ts";

export interface OpeningWave {
  readonly id: number;
  readonly mode: "confidential" | "anonymous";
  /** Key of the barometer: the programme within which a pseudonym stays the same. */
  readonly programme: string;
  /** Null when everybody is asked. */
  readonly sample: Sample | null;
}

/**
 * Takes a wave that may open and marks it open, with the thresholds in force frozen into it.
 * @throws when there is no such wave, or it is past opening.
 */
export async function markOpen(db: Db, key: string, now: Date): Promise<OpeningWave> {
  const wave = await db
    .selectFrom("records.wave as w")
    .innerJoin("records.barometerVersion as v", "v.id", "w.versionId")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("w.key", "=", key)
    .select(["w.id", "w.mode", "w.state", "w.sample", "b.key as programme"])
    .forUpdate("w")
    .executeTakeFirst();
  if (wave === undefined) throw new Error(`There is no wave "${key}".`);
  if (wave.state !== "draft" && wave.state !== "scheduled") {
    throw new Error(`Wave "${key}" is ${wave.state}: only a draft or a scheduled wave opens.`);
  }
  const { version, thresholds } = await usePolicy(db, now);
  await db
    .updateTable("records.wave")
    .set({
      state: "open",
      openedAt: now,
      thresholds: JSON.stringify(thresholds),
      policyVersion: version,
    })
    .where("id", "=", wave.id)
    .execute();
  const { id, programme, sample } = wave;
  return { id, mode: wave.mode as OpeningWave["mode"], programme, sample };
}

/** Freezes the organisation of a day into the wave's frame. */
export async function freezeUnits(db: Db, waveId: number, day: string): Promise<void> {
  await numberUnits(db, day);
  await sql`
    insert into intake.frame_unit (wave_id, unit_id, parent_id, key, names, first, last, depth)
    select ${waveId}, o.unit_id, o.parent_id, u.key,
      jsonb_build_object('fr', coalesce(fr.name, en.name, u.key), 'en', coalesce(en.name, fr.name, u.key)),
      o.first, o.last, o.depth
    from intake.unit_order o
    join intake.unit u on u.id = o.unit_id
    left join intake.unit_name fr on fr.unit_id = u.id and fr.language = 'fr'
      and fr.retired_by is null and fr.valid @> ${day}::date
    left join intake.unit_name en on en.unit_id = u.id and en.language = 'en'
      and en.retired_by is null and en.valid @> ${day}::date
    where o.as_of = ${day}::date`.execute(db);
}

/** A person to invite. The key is the pseudonym of the HR number. */
export interface Invitee {
  readonly personId: number;
  readonly personKey: Buffer;
  readonly channel: string;
  /** Which of `combinations` the person is in. */
  readonly combination: number;
}

/**
 * Everybody employed on a day, with the combination of unit, site and segments each is in, and how
 * many people share it. The channel is the best the directory can reach each person by.
 */
export async function readInvitees(
  db: Db,
  day: string,
): Promise<{ invitees: readonly Invitee[]; combinations: readonly CountedCell[] }> {
  const { rows } = await sql<{
    personId: number;
    personKey: Buffer;
    channel: string;
    unitId: number | null;
    siteId: number | null;
    options: number[];
    combination: number;
  }>`
    with present as (
      select p.id, p.key, unit.unit_id, site.site_id,
        coalesce((select array_agg(s.option_id order by s.option_id)
          from intake.person_segment s join intake.segment seg on seg.id = s.segment_id and seg.shown
          where s.person_id = p.id and s.retired_by is null and s.valid @> ${day}::date), '{}') as options
      from intake.person p
      join intake.employment e on e.person_id = p.id and e.retired_by is null and e.valid @> ${day}::date
      left join intake.person_unit unit
        on unit.person_id = p.id and unit.retired_by is null and unit.valid @> ${day}::date
      left join intake.person_site site
        on site.person_id = p.id and site.retired_by is null and site.valid @> ${day}::date
    )
    select id as person_id, key as person_key, unit_id, site_id, options,
      dense_rank() over (order by unit_id, site_id, options) - 1 as combination,
      case when exists (select from intake.directory d where d.person_id = present.id and d.kind = 'email')
        then 'email' when exists (select from intake.directory d
          where d.person_id = present.id and d.kind = 'telephone') then 'sms'
        else 'code' end as channel
    from present order by id`.execute(db);

  const combinations: { -readonly [Key in keyof CountedCell]: CountedCell[Key] }[] = [];
  for (const { combination, unitId, siteId, options } of rows) {
    combinations[combination] ??= { unitId, siteId, options, invited: 0 };
    (combinations[combination] as { invited: number }).invited += 1;
  }
  return { invitees: rows, combinations };
}

export interface FrameCell {
  readonly unitId: number | null;
  readonly siteId: number | null;
  readonly options: readonly number[];
  readonly invited: number;
}

/** Writes the cells of a frame; the cell's number is its place in the list. */
export async function saveCells(
  db: Db,
  waveId: number,
  cells: readonly FrameCell[],
): Promise<void> {
  const rows = cells.map(({ unitId, siteId, options, invited }, cell) => ({
    cell,
    unit_id: unitId,
    site_id: siteId,
    options,
    invited,
  }));
  await sql`
    insert into intake.frame_cell (wave_id, cell, unit_id, site_id, options, invited)
    select ${waveId}, cell, unit_id, site_id,
      array(select jsonb_array_elements_text(options)::integer), invited
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as c (cell integer, unit_id integer, site_id smallint, options jsonb, invited integer)`.execute(
    db,
  );
}

/** Who may answer, apart from who was invited: the two lists come in orders that do not agree. */
export async function saveCodes(
  db: Db,
  waveId: number,
  codes: readonly { answerHash: Buffer; cell: number; member: Buffer | null }[],
): Promise<void> {
  await sql`
    insert into intake.frame_code (answer_hash, wave_id, cell, member)
    select answer_hash, ${waveId}, cell, member
    from unnest(${codes.map(({ answerHash }) => answerHash)}::bytea[],
      ${codes.map(({ cell }) => cell)}::integer[],
      ${codes.map(({ member }) => member)}::bytea[]) as c (answer_hash, cell, member)
    order by answer_hash`.execute(db);
}

export async function saveInvitations(
  db: Db,
  waveId: number,
  invitations: readonly { invitationHash: Buffer; personId: number; channel: string }[],
): Promise<void> {
  await sql`
    insert into intake.invitation (invitation_hash, wave_id, person_id, channel)
    select invitation_hash, ${waveId}, person_id, channel
    from unnest(${invitations.map(({ invitationHash }) => invitationHash)}::bytea[],
      ${invitations.map(({ personId }) => personId)}::integer[],
      ${invitations.map(({ channel }) => channel)}::text[]) as i (invitation_hash, person_id, channel)
    order by invitation_hash`.execute(db);
}
