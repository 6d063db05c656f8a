import { sql } from "kysely";
import type { Population } from "#app/model/population.ts";
import type { CellCount, MeasureCount } from "#app/privacy/count.ts";
import type { Lattice } from "#app/privacy/lattice.ts";
import { smallerLattice } from "#app/privacy/smaller-lattice.ts";
import type { Db } from "../client.server.ts";
import { readWeekLattice } from "./week-counts.ts";

const isTop = ({ kind, parentKey }: Population) => kind === "unit" && parentKey === "company";

/**
 * Of whom each kind of reading is said, and of nobody finer: the company, and these. A path begins
 * with the company.
 */
const scopes = {
  /** Units beside units: nothing of them is laid beside another cut. */
  matrix: isTop,
  /** Few of a team know another site: said of teams it would hide most of what is above them. */
  sites: (one: Population) =>
    (one.kind === "unit" && one.path.length <= 3) || ["work", "site"].includes(one.cut),
  acts: (one: Population) => isTop(one) || one.cut === "work",
  posts: (one: Population) => isTop(one) || ["work", "site", "language"].includes(one.cut),
} as const;

/** Readings with a name each: hidden together where they speak of the same acts. */
const acts: Readonly<Record<string, string>> = {
  "ties-units": "ties-units",
  "ties-sites": "ties-sites",
  "questions-answered": "questions",
  "questions-answered-day": "questions",
  "posts-answered": "posts",
};

/** Families that are judged on one set of populations. */
export interface BroadFamilies {
  readonly lattice: Lattice;
  families(): AsyncGenerator<readonly MeasureCount[]>;
}

/**
 * What a week counted of ties between units, conversations with leaders, and announcements, each on
 * the populations it is said of.
 */
export async function readBroadWeek(db: Db, week: string): Promise<readonly BroadFamilies[]> {
  const whole = await readWeekLattice(db, week);
  const { rows } = await sql<{ measure: string }>`
    select distinct measure from counts.week_cell_count
    where week = ${week}::date and (measure = any(${Object.keys(acts)}::text[])
      or measure = 'across-sites' or measure like 'with:unit:%' or measure like 'post-%:%')
    order by measure`.execute(db);
  const measures = rows.map(({ measure }) => measure);
  return (["matrix", "sites", "acts", "posts"] as const).map((scope) => {
    const { lattice, merged } = smallerLattice(
      whole,
      (one) => one.kind === "company" || (!one.key.includes("/") && scopes[scope](one)),
    );
    return {
      lattice,
      async *families() {
        const own = measures.filter((measure) => scopeOf(measure) === scope);
        for (const family of new Set(own.map(familyOf))) {
          const counted: MeasureCount[] = [];
          for (const measure of own.filter((one) => familyOf(one) === family)) {
            const { rows: counts } = await sql<CellCount>`
              select cell, n, x::double precision as x, null as squares, n as whole, acts, of_acts
              from counts.week_cell_count
              where week = ${week}::date and measure = ${measure}`.execute(db);
            const rule = scope === "acts" ? ("acts" as const) : ("activity" as const);
            const overlaps = overFourWeeks(measure);
            const shape = { form: "share", low: 0, high: 1, sensitive: false, overlaps } as const;
            counted.push({ measure, rule, family, ...shape, cells: merged(counts) });
          }
          yield counted;
        }
      },
    };
  });
}

/** Ties of a unit are those of the week, and announcements have days of their own. */
function overFourWeeks(measure: string): boolean {
  return scopeOf(measure) !== "posts" && !measure.startsWith("ties-");
}

function familyOf(measure: string): string {
  return acts[measure] ?? measure;
}

function scopeOf(measure: string): keyof typeof scopes {
  if (measure in acts) return "acts";
  if (measure === "across-sites") return "sites";
  return measure.startsWith("with:") ? "matrix" : "posts";
}
