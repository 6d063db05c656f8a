import type { Session } from "../session.ts";
import type { StagedSegment, StagedSite } from "./plan.ts";

/** Adds the sites a file names and corrects what it says of them. Sites are not dated. */
export async function writeSites(
  session: Session,
  sites: Iterable<StagedSite>,
  importId: number,
): Promise<void> {
  const rows = [...sites].map(({ timeZone, headOffice, legalEntity, ...site }) => ({
    ...site,
    time_zone: timeZone,
    head_office: headOffice,
    legal_entity: legalEntity,
  }));
  await session.query(
    `with named as (
       select * from jsonb_to_recordset($1::jsonb) as s
         (key text, name text, country text, time_zone text, head_office boolean, legal_entity text)
     ), corrected as (
       update intake.site s set name = n.name, country = coalesce(n.country, s.country),
         time_zone = coalesce(n.time_zone, s.time_zone), head_office = n.head_office or s.head_office,
         legal_entity = coalesce(n.legal_entity, s.legal_entity)
       from named n where n.key = s.key
     )
     insert into intake.site (key, name, country, time_zone, head_office, legal_entity, import_id)
     select n.*, $2::integer from named n
     where not exists (select from intake.site s where s.key = n.key) order by n.key`,
    [JSON.stringify(rows), importId],
  );
}

/** Adds the segments and options a file names. What is there already keeps its names. */
export async function writeSegments(
  session: Session,
  segments: Iterable<StagedSegment>,
): Promise<void> {
  for (const { key, names, sensitive, shown, options } of segments) {
    await session.query(
      `insert into intake.segment (key, names, sensitive, shown)
       select $1, $2, $3, $4 where not exists (select from intake.segment where key = $1)`,
      [key, JSON.stringify(names ?? { fr: key, en: key }), sensitive, shown],
    );
    await session.query(
      `insert into intake.segment_option (segment_id, key, names)
       select g.id, o.key, o.names from intake.segment g,
         jsonb_to_recordset($2::jsonb) as o (key text, names jsonb)
       where g.key = $1 and not exists (
         select from intake.segment_option known where known.segment_id = g.id and known.key = o.key)
       order by o.key`,
      [key, JSON.stringify([...options].map(([option, named]) => ({ key: option, names: named })))],
    );
  }
}
