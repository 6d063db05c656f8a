import { copyInto, copyLine } from "../copy.ts";
import type { Session } from "../session.ts";
import type { StagedPerson, StagedUnit } from "./plan.ts";

/** Brings the rows of a file into temporary tables of this transaction. Returns how many. */
export async function stagePeople(
  session: Session,
  people: AsyncIterable<StagedPerson>,
): Promise<number> {
  await session.query(`
    create temp table stage_person (
      line bigint not null, number_key bytea not null, day date, email_key bytea, manager_key bytea,
      unit text, team text, site text, hired date, gone date, options jsonb not null, same bytea not null,
      directory jsonb not null, person_id integer, manager_id integer, unit_id integer, site_id smallint
    ) on commit drop`);
  const copied = await copyInto(
    session,
    "stage_person (line, number_key, day, email_key, manager_key, unit, team, site, hired, gone, options, same, directory)",
    lines(people),
  );
  await session.query("create index on stage_person (number_key); analyze stage_person");
  return copied;
}

async function* lines(people: AsyncIterable<StagedPerson>): AsyncGenerator<string> {
  for await (const one of people) {
    yield copyLine([
      one.line,
      one.number,
      one.day,
      one.email,
      one.manager,
      one.unit,
      one.team,
      one.site,
      one.hired,
      one.gone,
      JSON.stringify(one.options),
      one.same,
      JSON.stringify(
        one.directory.map(({ kind, value, match }) => ({
          kind,
          value: value.toString("hex"),
          match_key: match.toString("hex"),
        })),
      ),
    ]);
  }
}

/** The units a file declares. Always there, perhaps empty, so that what follows need not ask. */
export async function stageUnits(session: Session, units: Iterable<StagedUnit>): Promise<void> {
  await session.query(
    `create temp table stage_unit (line bigint, key text primary key, parent text, fr text, en text,
       replaces jsonb not null default '[]') on commit drop`,
  );
  const rows = [...units].map(({ line, key, parent, fr, en, replaces = [] }) =>
    copyLine([line, key, parent, fr, en, JSON.stringify(replaces)]),
  );
  await copyInto(session, "stage_unit (line, key, parent, fr, en, replaces)", rows);
}
