import type { Session } from "../session.ts";
import type { PeoplePlan } from "./plan.ts";

/**
 * Keeps how people are reached, encrypted; an older file than the last does not overwrite it. Of
 * whoever left, nothing stays.
 */
export async function writeDirectory(session: Session, plan: PeoplePlan): Promise<void> {
  const kinds = plan.speaksOf.directory.map((kind) => session.escapeLiteral(kind)).join(", ");
  const { rows } = await session.query(
    `select from intake.import where kind = 'people' and state = 'kept' and effective_on > $1`,
    [plan.effectiveOn],
  );
  if (kinds !== "" && rows.length === 0) {
    await session.query(`
      create temp table stage_entry on commit drop as
        select distinct on (s.person_id, e.kind) s.person_id, e.kind,
          decode(e.value, 'hex') as value, decode(e.match_key, 'hex') as match_key
        from stage_person s, jsonb_to_recordset(s.directory) as e (kind text, value text, match_key text)
        order by s.person_id, e.kind, s.day desc nulls last;
      delete from intake.directory d using stage_person s
        where s.person_id = d.person_id and d.kind in (${kinds}) and not exists (
          select from stage_entry e where e.person_id = d.person_id and e.kind = d.kind);
      insert into intake.directory as d (person_id, kind, value, match_key)
        select person_id, kind, value, match_key from stage_entry
        on conflict (person_id, kind) do update
          set value = excluded.value, match_key = excluded.match_key, recorded_at = now()
          where d.match_key is distinct from excluded.match_key`);
  }
  await session.query(
    `delete from intake.directory d where not exists (
       select from intake.employment e where e.person_id = d.person_id and e.retired_by is null
         and (upper_inf(e.valid) or upper(e.valid) > $1::date))`,
    [plan.today],
  );
}
