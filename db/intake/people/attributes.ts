import type { Session } from "../session.ts";
import { type Dated, type TimelineChange, untilKnown, writeTimeline } from "../timeline.ts";
import type { PeoplePlan } from "./plan.ts";

const emails: Dated = { table: "intake.person_email", keys: ["email_key"], values: ["person_id"] };
const segments: Dated = {
  table: "intake.person_segment",
  keys: ["person_id", "segment_id"],
  values: ["option_id"],
};

/** One value a person at a time. */
const single = (table: string, column: string): Dated => ({
  table: `intake.${table}`,
  keys: ["person_id"],
  values: [column],
});
const units = single("person_unit", "unit_id");
const managers = single("person_manager", "manager_id");
const sites = single("person_site", "site_id");

/**
 * Writes what the file says of people: unit, manager, site, segments, address; and that nothing of
 * it is true any more of those who left (`stage_leaver`).
 */
export async function writeAttributes(
  session: Session,
  plan: PeoplePlan,
): Promise<readonly TimelineChange[]> {
  const { speaksOf } = plan;
  const changes: TimelineChange[] = [];
  for (const [dated, isSpokenOf] of [
    [units, speaksOf.unit !== null],
    [managers, speaksOf.manager],
    [sites, speaksOf.site],
  ] as const) {
    const column = dated.values[0] ?? "";
    const from = `select person_id, ${column}, ${column} is not null as holds, day, next from stage_person`;
    changes.push(await write(session, plan, dated, isSpokenOf ? from : null));
  }
  changes.push(
    await write(
      session,
      plan,
      segments,
      speaksOf.segments.length > 0 ? optionsOf(session, plan) : null,
    ),
    await writeAddresses(session, plan),
  );
  return changes;
}

/** What each row says of each segment; an empty field says that nothing is true. */
function optionsOf(session: Session, { speaksOf }: PeoplePlan): string {
  const keys = speaksOf.segments.map((key) => session.escapeLiteral(key)).join(", ");
  return `
    select person_id, g.id as segment_id, o.id as option_id, o.id is not null as holds, day, next
    from stage_person s
    join intake.segment g on g.key in (${keys})
    left join intake.segment_option o on o.segment_id = g.id and o.key = s.options ->> g.key`;
}

async function write(
  session: Session,
  plan: PeoplePlan,
  dated: Dated,
  stated: string | null,
): Promise<TimelineChange> {
  const { keys, values, table } = dated;
  const columns = [...keys, ...values].map((name) => `s.${name}`).join(", ");
  const day = `'${plan.effectiveOn}'::date`;
  const begins = plan.isHistory ? "said.day" : day;
  const said =
    stated === null
      ? []
      : [
          `select ${columns}, s.holds, daterange(s.begins, coalesce(s.next, s.until)) as valid
           from ${untilKnown(dated, `select said.*, ${begins} as begins from (${stated}) as said`)} as s`,
        ];
  const ended = `
    select ${columns}, false as holds, daterange(${day}, upper(s.valid)) as valid
    from ${table} s join stage_leaver using (person_id)
    where s.retired_by is null and s.valid @> ${day}`;
  await session.query(`
    drop table if exists desired;
    create temp table desired on commit drop as ${[...said, ended].join(" union all ")}`);
  return writeTimeline(session, dated, "desired", plan.importId);
}

/**
 * An address passes to whoever has it now; the two humans stay two. One that a person of the file
 * no longer has is nobody's from then on.
 */
async function writeAddresses(session: Session, plan: PeoplePlan): Promise<TimelineChange> {
  const day = `'${plan.effectiveOn}'::date`;
  const latest = `(select distinct on (number_key) * from stage_person order by number_key, day desc nulls last)`;
  await session.query(`
    drop table if exists desired;
    create temp table desired on commit drop as
      select s.email_key, s.person_id, true as holds, daterange(s.begins, s.until) as valid
      from ${untilKnown(
        emails,
        `select email_key, person_id, ${day} as begins from ${latest} as l where email_key is not null`,
      )} as s
      union all
      select s.email_key, s.person_id, false, daterange(${day}, upper(s.valid))
      from intake.person_email s
      where s.retired_by is null and s.valid @> ${day}
        and (person_id in (select person_id from stage_leaver)
          or (${plan.speaksOf.email} and person_id in (select person_id from stage_person)))
        and not exists (select from ${latest} as l where l.email_key = s.email_key)`);
  return writeTimeline(session, emails, "desired", plan.importId);
}
