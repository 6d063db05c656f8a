import type { Session } from "./session.ts";

/** A dated table: what a row is about, and what it says of it. */
export interface Dated {
  readonly table: string;
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

/** What writing a timeline changed. */
export interface TimelineChange {
  /** Things whose timeline is another than before. */
  readonly changed: number;
  /** The first day the change speaks of; null for none, or for a change without a beginning. */
  readonly since: string | null;
}

/**
 * Writes dated rows so that, over the days the temporary table `desired` speaks of, exactly what it
 * says is true, and everything outside those days stays as it was. `desired` has the keys, the
 * values, `valid`, and `holds` (false: nothing is true on those days). What is no longer true is
 * retired, never changed; nothing is written where nothing changes.
 */
export async function writeTimeline(
  session: Session,
  { table, keys, values }: Dated,
  desired: string,
  importId: number,
): Promise<TimelineChange> {
  const columns = [...keys, ...values];
  const same = (left: string, right: string, names: readonly string[]) =>
    names.map((name) => `${left}.${name} is not distinct from ${right}.${name}`).join(" and ");
  const equal = (left: string, right: string) =>
    keys.map((name) => `${left}.${name} = ${right}.${name}`).join(" and ");
  const list = (names: readonly string[], of = ""): string =>
    names.map((name) => (of ? `${of}.${name}` : name)).join(", ");

  await session.query(`
    drop table if exists spoken_of, wanted, differing;
    create temp table spoken_of on commit drop as
      select ${list(keys)}, range_agg(valid) as days from ${desired} group by ${list(keys)};
    create temp table wanted on commit drop as
      select ${list(columns)}, unnest(range_agg(valid)) as valid from (
        select ${list(columns, "e")}, piece as valid
        from ${table} e join spoken_of s on ${equal("e", "s")},
          unnest(datemultirange(e.valid) - s.days) as piece
        where e.retired_by is null
        union all
        select ${list(columns)}, valid from ${desired} where holds
      ) as piece group by ${list(columns)};
    analyze spoken_of; analyze wanted`);
  const retired = `
    update ${table} e set retired_by = ${importId} from spoken_of s
    where e.retired_by is null and ${equal("e", "s")} and not exists (
      select from wanted w where ${equal("w", "e")} and ${same("w", "e", values) || "true"} and w.valid = e.valid)
    returning ${list(keys, "e")}`;
  const inserted = `
    insert into ${table} (${list(columns)}, valid, import_id)
    select ${list(columns, "w")}, w.valid, ${importId} from wanted w where not exists (
      select from ${table} e where e.retired_by is null
        and ${equal("w", "e")} and ${same("w", "e", values) || "true"} and w.valid = e.valid)
    returning ${list(keys)}`;
  // Retired first, on its own: rows that overlap may not stand at the same time.
  await session.query(`
    create temp table differing on commit drop as
      select ${list(keys)} from ${desired} where false;
    with gone as (${retired}) insert into differing select * from gone;
    with come as (${inserted}) insert into differing select * from come`);
  const { rows } = await session.query(`
    select count(distinct (${list(keys, "d")})) as changed,
      (select min(lower(valid)) from ${desired} d where exists (
        select from differing c where ${equal("c", "d")})) as since
    from differing d`);
  return { changed: rows[0].changed, since: rows[0].since };
}

/**
 * Statements with the day each is said on (`begins`) and, added here, the day until which it holds:
 * until something else is known, or null for as long as nobody says otherwise. A table expression.
 */
export function untilKnown({ table, keys }: Dated, statements: string): string {
  const list = (of: string) => [...keys, "begins"].map((name) => `${of}.${name}`).join(", ");
  const equal = (left: string, right: string, names: readonly string[]) =>
    names.map((name) => `${left}.${name} = ${right}.${name}`).join(" and ");
  // Joined as a whole: asked row by row, a hundred thousand people take minutes.
  return `(
    with said as materialized (${statements})
    select said.*, known.until from said left join (
      select ${list("s")}, min(case when e.valid @> s.begins then upper(e.valid)
        when lower(e.valid) > s.begins then lower(e.valid) end) as until
      from (select distinct ${list("said")} from said) as s
      join ${table} e on ${equal("e", "s", keys)} and e.retired_by is null
      group by ${list("s")}
    ) as known on ${equal("known", "said", [...keys, "begins"])})`;
}
