import type { Session } from "../session.ts";
import type { PeopleFinding } from "./plan.ts";

/**
 * Two rows with one number: the same twice is once; two that differ are both left out, and what
 * was known of that person stays (`stage_held`).
 */
export async function settleNumbers(session: Session): Promise<readonly PeopleFinding[]> {
  const { rows: repeated } = await session.query(`
    with again as (
      delete from stage_person s using stage_person first
      where first.number_key = s.number_key and first.day is not distinct from s.day
        and first.same = s.same and first.line < s.line
      returning s.line
    )
    select count(distinct line) as occurrences, min(line) as line from again`);
  const { rows: conflicting } = await session
    .query(`
    create temp table stage_held on commit drop as
      select distinct number_key from stage_person group by number_key, day having count(*) > 1;
    analyze stage_held;
    with held as (
      delete from stage_person s using stage_held h where h.number_key = s.number_key
      returning s.number_key, s.day, s.line
    ), cases as (
      select array_agg(line order by line) as lines from held group by number_key, day having count(*) > 1
    )
    select (select count(*) from held) as occurrences,
      (select lines from cases order by lines limit 1) as lines`)
    .then(lastOf);
  return [
    finding("repeated", repeated[0]),
    finding("conflicting", {
      occurrences: conflicting[0]?.occurrences ?? 0,
      line: conflicting[0]?.lines?.[0] ?? null,
      others: conflicting[0]?.lines?.slice(1, 6) ?? [],
    }),
  ];
}

/** An address two people have at once says who neither of them is. */
export async function settleAddresses(session: Session): Promise<PeopleFinding> {
  const { rows } = await session.query(`
    with shared as (
      select email_key, min(line) as line from stage_person where email_key is not null
      group by email_key, day having count(distinct number_key) > 1
    ), cleared as (
      update stage_person s set email_key = null from shared where shared.email_key = s.email_key
      returning s.line
    )
    select (select count(*) from cleared) as occurrences, (select min(line) from shared) as line`);
  return finding("shared-address", rows[0]);
}

/** A finding from a row of counts. */
export function finding(
  what: PeopleFinding["what"],
  row: { occurrences: number; line: number | null; others?: readonly number[] } | undefined,
): PeopleFinding {
  return {
    what,
    occurrences: row?.occurrences ?? 0,
    // Arrays of int8 arrive as text.
    line: row?.line == null ? null : Number(row.line),
    others: (row?.others ?? []).map(Number),
  };
}

/** The result of the last of several statements sent together. */
export function lastOf<T>(results: T | T[]): T {
  const last = Array.isArray(results) ? results.at(-1) : results;
  if (last === undefined) throw new Error("no statement was sent");
  return last;
}
