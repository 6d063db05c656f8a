import { sql } from "kysely";
import { dayIn } from "#app/model/period.ts";
import type { Population } from "#app/model/population.ts";
import type { JudgedFigure } from "#app/privacy/release.ts";
import type { Db } from "../client.server.ts";
import { markUsed } from "./policies.ts";

export { currentPolicy } from "./policies.ts";

export interface NewRelease {
  readonly subject: { readonly waveId: number } | { readonly week: string };
  readonly policyVersion: number;
  readonly without: readonly string[];
  readonly releasedAt: Date;
  /** The company's: a release is dated by its day there, and by nothing finer. UTC when not said. */
  readonly timeZone?: string;
  /** The release this one corrects. */
  readonly supersedes?: number;
  /**
   * Measures it does not correct but repeats as they were. How often people wrote is one of them: who
   * wrote more is not known afterwards, so nor is how many people a difference would speak of.
   */
  readonly repeats?: readonly string[];
  readonly populations: ReadonlyMap<number, Population>;
  readonly figures: readonly JudgedFigure[];
}

/** Writes one release, for good: from here on its figures never change. */
export async function writeRelease(db: Db, release: NewRelease): Promise<void> {
  const { subject, policyVersion, without, releasedAt, populations, figures } = release;
  const wave = "waveId" in subject;
  const { id } = await db
    .insertInto("figures.release")
    .values({
      kind: wave ? "wave" : "week",
      waveId: wave ? subject.waveId : null,
      week: wave ? null : subject.week,
      policyVersion,
      without: [...without],
      releasedAt: noonOf(dayIn(release.timeZone ?? "UTC", releasedAt)),
      supersedes: release.supersedes ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await markUsed(db, policyVersion, releasedAt);
  const rows = [...populations].map(([population, { parentKey, ...rest }]) => ({
    population,
    parent_key: parentKey,
    ...rest,
  }));
  await sql`
    insert into figures.population (release_id, population, kind, key, parent_key, cut, names, path)
    select ${id}, population, kind, key, parent_key, cut, names,
      array(select jsonb_array_elements_text(path))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p
      (population integer, kind text, key text, parent_key text, cut text, names jsonb, path jsonb)`.execute(
    db,
  );
  await sql`
    insert into figures.figure
      (release_id, population, measure, form, hidden, n, band, value, low, high)
    select ${id}, population, measure, form, hidden, n, band, value, low, high
    from jsonb_to_recordset(${JSON.stringify(figures.map(toRow))}::jsonb) as f
      (population integer, measure text, form text, hidden boolean, n integer, band text,
       value double precision, low double precision, high double precision)`.execute(db);
  await repeatFigures(db, id, release);
}

/** Copies figures of the superseded release, by the keys of their populations, without reading them. */
async function repeatFigures(
  db: Db,
  id: number,
  { supersedes, repeats = [] }: Pick<NewRelease, "supersedes" | "repeats">,
): Promise<void> {
  await sql`
    insert into figures.figure
      (release_id, population, measure, form, hidden, n, band, value, low, high)
    select ${id}, p.population, f.measure, f.form, f.hidden, f.n, f.band, f.value, f.low, f.high
    from figures.figure f
    join figures.population old on old.release_id = f.release_id and old.population = f.population
    join figures.population p on p.release_id = ${id} and p.key = old.key
    where f.release_id = ${supersedes ?? null} and f.measure = any(${[...repeats]}::text[])`.execute(db);
}

/** The same day in every time zone people live in. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function toRow({ population, measure, form, value }: JudgedFigure) {
  if (value === null) return { population, measure, form, hidden: true };
  const base = "exact" in value.base ? { n: value.base.exact } : { band: value.base.band };
  const { low, high } = value;
  return { population, measure, form, hidden: false, ...base, value: value.value, low, high };
}
