import { type RawBuilder, sql } from "kysely";
import type { ProgressCell } from "#app/privacy/progress-parts.ts";
import type { Whereabouts } from "#app/statistics/sending-time.ts";
import type { Db } from "../client.server.ts";
import { reachOn } from "./reach.ts";

const optionOf = (segment: string, person: RawBuilder<unknown>, day: string) => sql`(
  select o.key from intake.person_segment held
  join intake.segment g on g.id = held.segment_id and g.key = ${segment}
  join intake.segment_option o on o.id = held.option_id
  where held.person_id = ${person} and held.retired_by is null and held.valid @> ${day}::date)`;

/**
 * The people a wave invites who have not left, by where and when they work: what HR says of each
 * person first, then their site, then the company's own time zone.
 */
export async function invitedByWhereabouts(
  db: Db,
  waveId: number,
  { day, timeZone }: { readonly day: string; readonly timeZone: string },
): Promise<readonly (Whereabouts & { readonly personIds: readonly number[] })[]> {
  const person = sql.ref("i.person_id");
  const { rows } = await sql<Whereabouts & { personIds: number[] }>`
    select time_zone, country, shift, array_agg(person_id order by person_id) as person_ids
    from (
      select i.person_id,
        coalesce(${optionOf("time-zone", person, day)}, s.time_zone, ${timeZone}) as time_zone,
        coalesce(${optionOf("country", person, day)}, s.country) as country,
        ${optionOf("shift", person, day)} as shift
      from intake.invitation i
      left join intake.person_site ps on ps.person_id = i.person_id and ps.retired_by is null
        and ps.valid @> ${day}::date
      left join intake.site s on s.id = ps.site_id
      where i.wave_id = ${waveId} and i.state <> 'left'
    ) as whereabouts
    group by 1, 2, 3 order by 1, 2, 3`.execute(db);
  return rows;
}

/** The language HR says each person reads, and whether they are at a site where codes can be printed. */
export async function readersOn(
  db: Db,
  day: string,
  personIds: readonly number[],
): Promise<readonly { personId: number; language: string | null; atSite: boolean }[]> {
  const { rows } = await sql<{ personId: number; language: string | null; atSite: boolean }>`
    select p.id as person_id, ${optionOf("language", sql.ref("p.id"), day)} as language,
      exists (select from intake.person_site ps where ps.person_id = p.id and ps.retired_by is null
        and ps.valid @> ${day}::date) as at_site
    from intake.person p where p.id = any(${[...personIds]}::integer[])`.execute(db);
  return rows;
}

/**
 * How many a wave's invitations have reached, by channel and language: those still waiting reach nobody
 * yet, except those whom none of `channels` reaches. They are on paper, as a dry run says.
 */
export async function invitationsSent(
  db: Db,
  waveId: number,
  { day, channels }: { readonly day: string; readonly channels: readonly string[] },
): Promise<readonly { channel: string | null; language: string | null; people: number }[]> {
  const { rows } = await sql<{ channel: string | null; language: string | null; people: number }>`
    select case when d.state = 'sent' then d.channel
        when d.channel = 'code' or (d.channel is null and reached.person_id is null) then 'code'
      end as channel,
      ${optionOf("language", sql.ref("i.person_id"), day)} as language, count(*)::integer as people
    from intake.invitation i
    left join intake.dispatch d on d.wave_id = i.wave_id and d.person_id = i.person_id
      and d.purpose = 'invite'
    left join (select distinct person_id from (${reachOn(day, channels)}) as reach) as reached
      on reached.person_id = i.person_id
    where i.wave_id = ${waveId} and i.state <> 'left'
    group by 1, 2`.execute(db);
  return rows;
}

/** What the units right below the top and the sites of a wave are called, by key. */
export type ProgressNames = ReadonlyMap<string, { readonly fr: string; readonly en: string }>;

/**
 * Invited and answered by unit right below the top and site, as of the opening, with what the units and
 * sites are called.
 */
export async function countProgress(
  db: Db,
  waveId: number,
  openedOn: string,
): Promise<{ readonly cells: readonly ProgressCell[]; readonly names: ProgressNames }> {
  const { rows } = await sql<
    ProgressCell & { unitNames: { fr: string; en: string } | null; siteName: string | null }
  >`
    with told as (
      select i.person_id, (i.state = 'answered' or exists (
        select from intake.answer_mark m where m.invitation_hash = i.invitation_hash)) as answered
      from intake.invitation i where i.wave_id = ${waveId} and i.state <> 'left'
    ), tops as (
      select f.* from intake.frame_unit f where f.wave_id = ${waveId} and f.depth = (
        select min(depth) from (
          select depth from intake.frame_unit where wave_id = ${waveId}
          group by depth having count(*) > 1) as wide)
    )
    select 'unit:' || t.key as unit, t.names as unit_names, 'site:' || s.key as site,
      s.name as site_name, count(*)::integer as invited,
      count(*) filter (where told.answered)::integer as answered
    from told
    left join intake.person_unit pu on pu.person_id = told.person_id and pu.retired_by is null
      and pu.valid @> ${openedOn}::date
    left join intake.frame_unit own on own.wave_id = ${waveId} and own.unit_id = pu.unit_id
    left join tops t on own.first between t.first and t.last
    left join intake.person_site ps on ps.person_id = told.person_id and ps.retired_by is null
      and ps.valid @> ${openedOn}::date
    left join intake.site s on s.id = ps.site_id
    group by t.key, t.names, s.key, s.name order by t.key, s.key`.execute(db);
  const names = rows.flatMap(({ unit, unitNames, site, siteName }) => [
    ...(unit === null || unitNames === null ? [] : [[unit, unitNames] as const]),
    ...(site === null || siteName === null
      ? []
      : [[site, { fr: siteName, en: siteName }] as const]),
  ]);
  return {
    cells: rows.map(({ unit, site, invited, answered }) => ({ unit, site, invited, answered })),
    names: new Map([["company", { fr: "Entreprise", en: "Company" }], ...names]),
  };
}
