import type { Session } from "../session.ts";
import { finding } from "./identity.ts";
import type { PeopleFinding } from "./plan.ts";

/**
 * Writes which units took over others, once: a file that still says so next month says nothing new.
 * What several units took over together is `split`: nobody knows who of it went where.
 */
export async function writeSuccessions(
  session: Session,
  { importId, effectiveOn }: { readonly importId: number; readonly effectiveOn: string },
): Promise<{ readonly written: number; readonly findings: readonly PeopleFinding[] }> {
  await session.query(`
    create temp table stage_succession on commit drop as
      select s.line, u.id as to_id, was.id as from_id,
        exists (select from stage_unit living where living.key = named.key) as living
      from stage_unit s join intake.unit u using (key)
      cross join lateral jsonb_array_elements_text(s.replaces) as named (key)
      left join intake.unit was on was.key = named.key`);
  const { rowCount } = await session.query(
    `insert into intake.unit_succession (from_unit_id, to_unit_id, kind, happened_on, import_id)
     select from_id, to_id,
       case when count(*) over (partition by from_id) > 1 then 'split'
            when count(*) over (partition by to_id) > 1 then 'merged' else 'renamed' end, $1::date, $2
     from (select distinct from_id, to_id from stage_succession where from_id is not null and not living) as s
     where not exists (
       select from intake.unit_succession known
       where known.from_unit_id = s.from_id and known.to_unit_id = s.to_id)`,
    [effectiveOn, importId],
  );
  const { rows } = await session.query(`
    select count(*) filter (where from_id is null) as unknown,
      min(line) filter (where from_id is null) as unknown_line,
      count(*) filter (where living) as living, min(line) filter (where living) as living_line
    from stage_succession`);
  const [found] = rows;
  return {
    written: rowCount ?? 0,
    findings: [
      finding("unknown-predecessor", { occurrences: found?.unknown, line: found?.unknown_line }),
      finding("living-predecessor", { occurrences: found?.living, line: found?.living_line }),
    ],
  };
}
