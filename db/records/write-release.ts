import { sql } from "kysely";
import { dayIn } from "#app/model/period.ts";
import type { Population } from "#app/model/population.ts";
import type { JudgedFigure } from "#app/privacy/judge.ts";
import type { Db } from "../client.server.ts";
import { markUsed } from "./policies.ts";

export interface NewRelease {
  readonly subject: { readonly waveId: number } | { readonly week: string };
  readonly policyVersion: number;
  readonly without: readonly string[];
  readonly releasedAt: Date;
  /** The company's: a release is dated by its day there, and by nothing finer. */
  readonly timeZone: string;
  /** The release this one corrects. */
  readonly supersedes?: number;
  /** The day whose units a wave is told by, where that is not the day it was opened. */
  readonly asOf?: string;
  readonly populations: ReadonlyMap<number, Population>;
}

/** So many figures are written at a time. */
const BATCH = 20_000;

/** Opens a release and returns its id; its figures follow in the same transaction. */
export async function openRelease(db: Db, release: NewRelease): Promise<number> {
  const { subject, policyVersion, without, releasedAt, populations } = release;
  const wave = "waveId" in subject;
  const { id } = await db
    .insertInto("figures.release")
    .values({
      kind: wave ? "wave" : "week",
      waveId: wave ? subject.waveId : null,
      week: wave ? null : subject.week,
      policyVersion,
      without: [...without],
      releasedAt: noonOf(dayIn(release.timeZone, releasedAt)),
      supersedes: release.supersedes ?? null,
      asOf: release.asOf ?? null,
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
  return id;
}

/** Writes figures of a release that was just opened, for good: from here on they never change. */
export async function writeFigures(
  db: Db,
  id: number,
  figures: readonly JudgedFigure[],
): Promise<void> {
  for (let first = 0; first < figures.length; first += BATCH) {
    const rows = JSON.stringify(figures.slice(first, first + BATCH).map(toRow));
    await sql`
      insert into figures.figure
        (release_id, population, measure, form, hidden, n, band, value, low, high, least, most)
      select ${id}, population, measure, form, hidden, n, band, value, low, high, least, most
      from jsonb_to_recordset(${rows}::jsonb) as f
        (population integer, measure text, form text, hidden boolean, n integer, band text,
         value double precision, low double precision, high double precision,
         least double precision, most double precision)`.execute(db);
  }
}

/**
 * Copies figures of a superseded release, by the keys of their populations, without reading them:
 * what a correction does not correct is repeated. How often people wrote is one of these: who wrote
 * more is not known afterwards, so nor is how many people a difference would speak of.
 */
export async function repeatFigures(
  db: Db,
  id: number,
  { supersedes, except }: { readonly supersedes: number; readonly except: readonly string[] },
): Promise<void> {
  await sql`
    insert into figures.figure
      (release_id, population, measure, form, hidden, n, band, value, low, high, least, most)
    select ${id}, p.population, f.measure, f.form, f.hidden, f.n, f.band, f.value, f.low, f.high,
      f.least, f.most
    from figures.figure f
    join figures.population old on old.release_id = f.release_id and old.population = f.population
    join figures.population p on p.release_id = ${id} and p.key = old.key
    where f.release_id = ${supersedes} and f.measure <> all(${[...except]}::text[])`.execute(db);
}

/** Copies every figure of some populations of another release, without reading them. */
export async function copyFigures(
  db: Db,
  id: number,
  copies: readonly { population: number; releaseId: number; from: number }[],
): Promise<void> {
  await sql`
    insert into figures.figure
      (release_id, population, measure, form, hidden, n, band, value, low, high, least, most)
    select ${id}, c.population, f.measure, f.form, f.hidden, f.n, f.band, f.value, f.low, f.high,
      f.least, f.most
    from jsonb_to_recordset(${JSON.stringify(copies)}::jsonb) as c
      (population integer, "releaseId" integer, "from" integer)
    join figures.figure f on f.release_id = c."releaseId" and f.population = c."from"`.execute(db);
}

/** The same day in every time zone people live in. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function toRow({ population, measure, form, value }: JudgedFigure) {
  if (value === null) return { population, measure, form, hidden: true };
  const base = "exact" in value.base ? { n: value.base.exact } : { band: value.base.band };
  const { low, high, within } = value;
  const range = within === null ? {} : { least: within[0], most: within[1] };
  const shown = { value: value.value, low, high, ...range };
  return { population, measure, form, hidden: false, ...base, ...shown };
}
