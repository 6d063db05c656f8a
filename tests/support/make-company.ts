import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

export interface Team {
  readonly people: number;
  /** Key of the unit above; the top unit when it is left out. */
  readonly within?: string;
  readonly work?: "frontline" | "desk";
  readonly site?: string;
}

/**
 * People in units under one top unit `company`, employed since 2025-01-01. Person ids run in the
 * order the teams are given, from 1.
 */
export async function makeCompany(owner: Db, teams: Record<string, Team>): Promise<void> {
  await sql`insert into intake.import (kind, source, state) values ('people', 'test', 'kept')`.execute(
    owner,
  );
  const valid = sql`daterange('2025-01-01', null)`;
  const units = ["top", ...Object.keys(teams)];
  for (const key of units) {
    await sql`insert into intake.unit (key) values (${key})`.execute(owner);
    await sql`
      insert into intake.unit_name (unit_id, language, name, valid, import_id)
      select id, 'fr', initcap(${key}), ${valid}, 1 from intake.unit where key = ${key}`.execute(
      owner,
    );
    const parent = key === "top" ? null : (teams[key]?.within ?? "top");
    await sql`
      insert into intake.unit_parent (unit_id, parent_id, valid, import_id)
      select id, (select id from intake.unit where key = ${parent}), ${valid}, 1
      from intake.unit where key = ${key}`.execute(owner);
  }
  for (const [key, { people, work = "frontline", site = "paris" }] of Object.entries(teams)) {
    await sql`
      insert into intake.site (key, name, country, time_zone) values (${site}, initcap(${site}), 'FR', 'Europe/Paris')
      on conflict do nothing`.execute(owner);
    await sql`
      with hired as (
        insert into intake.person (key) select sha256(convert_to(${key} || i, 'UTF8'))
        from generate_series(1, ${people}::integer) i returning id
      ), employed as (
        insert into intake.employment (person_id, valid, import_id) select id, ${valid}, 1 from hired
      ), placed as (
        insert into intake.person_unit (person_id, unit_id, valid, import_id)
        select hired.id, u.id, ${valid}, 1 from hired, intake.unit u where u.key = ${key}
      ), sited as (
        insert into intake.person_site (person_id, site_id, valid, import_id)
        select hired.id, s.id, ${valid}, 1 from hired, intake.site s where s.key = ${site}
      )
      insert into intake.person_segment (person_id, segment_id, option_id, valid, import_id)
      select hired.id, o.segment_id, o.id, ${valid}, 1
      from hired, intake.segment_option o join intake.segment s on s.id = o.segment_id
      where s.key = 'work' and o.key = ${work}`.execute(owner);
  }
}

/** A barometer of two questions (trust, and how likely one is to stay) and one wave, as a draft. */
export async function makeWave(
  owner: Db,
  { key, mode = "confidential" }: { key: string; mode?: "confidential" | "anonymous" },
): Promise<void> {
  await sql`
    insert into records.barometer (key, names) values ('pulse', '{"fr": "Pouls", "en": "Pulse"}')
    on conflict do nothing`.execute(owner);
  await sql`
    insert into records.barometer_version (barometer_id, version, languages)
    select id, 1, '{fr,en}' from records.barometer where key = 'pulse' on conflict do nothing`.execute(
    owner,
  );
  await sql`
    insert into records.item (key, indicator_key) values ('transparent', 'trust'), ('stay', null)
    on conflict do nothing`.execute(owner);
  await sql`
    insert into records.question (version_id, item_id, position, kind, low, high, wordings)
    select v.id, i.id, row_number() over (order by i.id),
      case i.key when 'stay' then 'number' else 'agreement' end, 1, 5, '{"fr": "?", "en": "?"}'
    from records.barometer_version v, records.item i where i.key in ('transparent', 'stay')
    on conflict do nothing`.execute(owner);
  await sql`
    insert into records.wave (key, version_id, names, mode)
    select ${key}, v.id, ${JSON.stringify({ fr: key, en: key })}::jsonb, ${mode}
    from records.barometer_version v`.execute(owner);
}
