import { sql } from "kysely";
import type { LateChanges } from "#app/privacy/correction.ts";
import type { Db } from "../client.server.ts";

/** A correction is considered for this many days after the release: as long as counts are kept. */
const CONSIDERED_DAYS = 56;

/** The released weeks activity came late for, and the release a correction would supersede. */
export async function weeksToCorrect(
  db: Db,
  now: Date,
): Promise<readonly { readonly week: string; readonly release: number }[]> {
  const { rows } = await sql<{ week: string; release: number }>`
    select t.week, r.id as release from counts.touched_week t
    join figures.release r on r.week = t.week
    where not exists (select from figures.release later where later.supersedes = r.id)
      and r.released_at > ${now}::timestamptz - ${CONSIDERED_DAYS} * interval '1 day'
    order by t.week`.execute(db);
  return rows;
}

/**
 * Remembers who was where in a week that has just been counted, as one digest, and who counted as
 * having taken part over its four weeks. Reads `week_place`, in the transaction that counted the week.
 */
export async function rememberWeek(db: Db, week: string): Promise<void> {
  await sql`
    insert into counts.week_digest (week, people)
    select ${week}::date, sha256(convert_to(coalesce(string_agg(
        w.person_id || '@' || p.key, ',' order by w.person_id, p.key), ''), 'UTF8'))
    from week_place w join counts.week_population p on p.week = ${week}::date and p.population = w.population
    on conflict (week) do update set people = excluded.people`.execute(db);
  await sql`delete from counts.week_bits where week = ${week}::date and family = 'adopted'`.execute(
    db,
  );
  await sql`
    insert into counts.week_bits (week, family, bits)
    select ${week}::date, 'adopted', bit_or(rpad(bits::text, longest, '0')::bit varying)
    from counts.week_bits, (
      select max(length(bits)) as longest from counts.week_bits
      where family = 'took-part' and week between ${week}::date - 21 and ${week}::date
    ) as size
    where family = 'took-part' and week between ${week}::date - 21 and ${week}::date
    having count(*) = 4`.execute(db);
}

/** Lays aside how a released week was counted, before it is counted again in this transaction. */
export async function keepAsReleased(db: Db, week: string): Promise<void> {
  await sql`drop table if exists released_bits, released_digest`.execute(db);
  await sql`create temp table released_bits on commit drop as
    select family, bits from counts.week_bits where week = ${week}::date`.execute(db);
  await sql`create temp table released_digest on commit drop as
    select people from counts.week_digest where week = ${week}::date`.execute(db);
}

/**
 * How many distinct people are counted otherwise than when the week was released, for each of the two
 * readings by itself: active or not, in the four weeks or not. After `keepAsReleased` and `placeWeek`, in one transaction.
 */
export async function countLateChanges(db: Db, week: string): Promise<LateChanges> {
  await sql`drop table if exists changed_place`.execute(db);
  // People who are in the same places are laid together: there are far fewer kinds than people.
  await sql`
    create temp table changed_place on commit drop as
    with changed as (
      select family.name as family, w.person_id
      from (select distinct person_id from week_place) as w
      cross join (values ('active'), ('adopted')) as family (name)
      left join released_bits old on old.family = family.name
      left join counts.week_bits new on new.week = ${week}::date and new.family = family.name
      where coalesce(case when length(old.bits) > w.person_id then get_bit(old.bits, w.person_id) end, 0)
        <> coalesce(case when length(new.bits) > w.person_id then get_bit(new.bits, w.person_id) end, 0)
    )
    select row_number() over () as kind, family, places, count(*) as people from (
      select family, array_agg(p.population order by p.population) as places
      from changed join week_place p using (person_id) group by family, person_id
    ) as person group by family, places`.execute(db);
  const { rows } = await sql<{
    samePeople: boolean;
    people: number;
    populations: number[];
    differences: number[];
  }>`
    with placed as (
      select kind, family, people, unnest(places) as population from changed_place
    ), size as (
      select family, population, sum(people) as people from placed group by family, population
    ), below as (
      -- What is left of a population without those right below it.
      select parent.people - sum(child.people) as people
      from size parent
      join counts.week_population p on p.week = ${week}::date and p.population = parent.population
      join counts.week_population c on c.week = p.week and c.parent_key = p.key
      join size child on child.population = c.population and child.family = parent.family
      group by parent.family, parent.population, parent.people, c.cut
    ), apart as (
      select a.people + b.people - 2 * sum(shared.people) as people
      from placed shared join placed other using (kind)
      join size a on a.family = shared.family and a.population = shared.population
      join size b on b.family = shared.family and b.population = other.population
      where shared.population < other.population
      group by shared.family, shared.population, other.population, a.people, b.people
    )
    select coalesce((select people from released_digest)
        = (select people from counts.week_digest where week = ${week}::date), false) as same_people,
      coalesce((select max(people) from (
        select sum(people) as people from changed_place group by family) as s), 0)::integer as people,
      coalesce((select array_agg(distinct people::integer) from (
        select people from size union all select people from below) as s), '{}') as populations,
      coalesce((select array_agg(distinct people::integer) from apart), '{}') as differences`.execute(
    db,
  );
  return rows[0] ?? { samePeople: false, people: 0, populations: [], differences: [] };
}
