import { sql } from "kysely";
import type { Band, Base, Form } from "#app/model/measure.ts";
import type { Population } from "#app/model/population.ts";
import { type ReleasedFigure, type ReleaseLabel, Sealed } from "#app/privacy/gate.ts";
import type { Db } from "../client.server.ts";
import type { ReleasePart } from "../records/release-parts.ts";

/** Which figures are wanted; what is not said is not restricted. */
export interface Wanted {
  readonly measures?: readonly string[];
  readonly populations?: readonly string[];
  /** Populations directly under these. */
  readonly parents?: readonly string[];
  readonly cuts?: readonly string[];
  /** Segments within units, of which there are many: with the others unless it says `false`. */
  readonly crossed?: boolean;
}

interface Row {
  readonly key: string;
  readonly releasedAt: Date;
  readonly without: readonly string[];
  readonly kind: Population["kind"];
  readonly population: string;
  readonly parentKey: string | null;
  readonly cut: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly path: readonly string[];
  readonly measure: string;
  readonly form: Form;
  readonly hidden: boolean;
  readonly n: number | null;
  readonly band: Band | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** The organisation as it was when a wave was opened, or as it is now. */
export type Organisation = "then" | "now";

/** Units of the last reorganisation since a wave, where there was one; everybody else as they were. */
const byUnitsOfNow = sql<boolean>`case
  when p.kind = 'unit' or p.parent_key like 'unit:%' then r.as_of is not distinct from (
    select max(told.as_of) from figures.release told where told.wave_id = r.wave_id)
  else r.as_of is null end`;

/**
 * What was released of waves, oldest wave first. A correction replaces what it supersedes. Nothing of
 * the order is left to the database, here and below: pages promise to stay the same to the byte.
 */
export async function waveFigures(
  db: Db,
  {
    waves,
    organisation = "then",
    ...wanted
  }: Wanted & { readonly waves?: readonly string[]; readonly organisation?: Organisation },
): Promise<Sealed> {
  const rows = await released(db, "wave", wanted)
    .innerJoin("records.wave as w", "w.id", "r.waveId")
    .select("w.key as key")
    .where(organisation === "then" ? sql<boolean>`r.as_of is null` : byUnitsOfNow)
    .$if(waves !== undefined, (query) => query.where("w.key", "in", some(waves)))
    .orderBy(sql`coalesce(w.closed_at, w.closes_at, r.released_at)`)
    .orderBy("w.id")
    .orderBy("p.population")
    .orderBy("f.measure")
    .$castTo<Row>()
    .execute();
  return new Sealed(figuresOf("wave", rows));
}

/** What was released of weeks, oldest week first. A correction replaces what it supersedes. */
export async function weekFigures(
  db: Db,
  { from, to, ...wanted }: Wanted & { readonly from?: string; readonly to?: string },
): Promise<Sealed> {
  const rows = await released(db, "week", wanted)
    .select("r.week as key")
    .$if(from !== undefined, (query) => query.where("r.week", ">=", from ?? ""))
    .$if(to !== undefined, (query) => query.where("r.week", "<=", to ?? ""))
    .orderBy("r.week")
    .orderBy("p.population")
    .orderBy("f.measure")
    .$castTo<Row>()
    .execute();
  return new Sealed(figuresOf("week", rows));
}

/** Some populations of one release, all its measures or one: what an export reads at a time. */
export async function figuresOfPart(db: Db, part: ReleasePart, wanted: Wanted): Promise<Sealed> {
  const { releaseId, kind, key, first, last } = part;
  // With every measure named, the index goes straight to the populations of each.
  const measures = wanted.measures ?? (await measuresOf(db, releaseId));
  const rows = await released(db, kind, { ...wanted, measures })
    .where("f.releaseId", "=", releaseId)
    .where("f.population", ">=", first)
    .where("f.population", "<=", last)
    .where("r.id", "=", releaseId)
    .where("p.population", ">=", first)
    .where("p.population", "<=", last)
    .orderBy("p.population")
    .orderBy("f.measure")
    .$castTo<Omit<Row, "key">>()
    .execute();
  return new Sealed(
    figuresOf(
      kind,
      rows.map((row) => ({ ...row, key })),
    ),
  );
}

/** The measures of a release, by hopping through the index from one to the next. */
async function measuresOf(db: Db, releaseId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ measure: string }>`
    with recursive hop (measure) as (
      select min(measure) from figures.figure where release_id = ${releaseId}
      union all
      select (select min(f.measure) from figures.figure f
        where f.release_id = ${releaseId} and f.measure > hop.measure)
      from hop where hop.measure is not null
    )
    select measure from hop where measure is not null`.execute(db);
  return rows.map(({ measure }) => measure);
}

function released(db: Db, kind: "wave" | "week", wanted: Wanted) {
  const { measures, populations, parents, cuts, crossed } = wanted;
  return db
    .selectFrom("figures.figure as f")
    .innerJoin("figures.population as p", (join) =>
      join.onRef("p.releaseId", "=", "f.releaseId").onRef("p.population", "=", "f.population"),
    )
    .innerJoin("figures.release as r", "r.id", "f.releaseId")
    .where("r.kind", "=", kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("figures.release as later")
            .select("later.id")
            .whereRef("later.supersedes", "=", "r.id"),
        ),
      ),
    )
    .$if(measures !== undefined, (query) => query.where("f.measure", "in", some(measures)))
    .$if(populations !== undefined, (query) => query.where("p.key", "in", some(populations)))
    .$if(parents !== undefined, (query) => query.where("p.parentKey", "in", some(parents)))
    .$if(cuts !== undefined, (query) => query.where("p.cut", "in", some(cuts)))
    .$if(crossed !== undefined, (query) =>
      query.where(sql`(p.kind = 'segment' and p.parent_key <> 'company')`, "is", crossed === true),
    )
    .select([
      "r.releasedAt",
      "r.without",
      "p.kind",
      "p.key as population",
      "p.parentKey",
      "p.cut",
      "p.names",
      "p.path",
      "f.measure",
      "f.form",
      "f.hidden",
      "f.n",
      "f.band",
      "f.value",
      "f.low",
      "f.high",
      "f.least",
      "f.most",
    ]);
}

/** SQL has no empty list: nothing is called "". */
function some(keys: readonly string[] | undefined): string[] {
  return keys === undefined || keys.length === 0 ? [""] : [...keys];
}

/**
 * Figures of one release share its label, and those of one population in it the population: a page
 * carries each once.
 */
function figuresOf(kind: "wave" | "week", rows: readonly Row[]): readonly ReleasedFigure[] {
  const labels = new Map<string, ReleaseLabel>();
  const populations = new Map<string, Population>();
  return rows.map((row) => {
    const { key, releasedAt, without, measure, form, value, low, high, least, most } = row;
    const moment = `${key} ${releasedAt.getTime()}`;
    const release = labels.get(moment) ?? { kind, key, releasedAt, without };
    labels.set(moment, release);
    const place = `${moment} ${row.population}`;
    const population = populations.get(place) ?? {
      kind: row.kind,
      key: row.population,
      parentKey: row.parentKey,
      cut: row.cut,
      names: row.names,
      path: row.path,
    };
    populations.set(place, population);
    const within = least === null || most === null ? null : ([least, most] as const);
    const base = baseOf(row);
    const shown = value === null || base === null ? null : { form, value, low, high, within, base };
    return { release, population, measure, value: shown };
  });
}

function baseOf({ n, band }: Row): Base | null {
  if (n !== null) return { exact: n };
  return band === null ? null : { band };
}
