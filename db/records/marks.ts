import { sql } from "kysely";
import type { Written } from "#app/model/action.ts";
import type { Db } from "../client.server.ts";

/** A mark that somebody wrote. */
export interface StoredMark {
  readonly id: number;
  readonly on: string;
  readonly kind: "reorganisation" | "network" | "note";
  readonly names: Written;
  readonly key: string;
  readonly path: readonly string[];
  readonly about: { readonly fr: string; readonly en: string };
}

/** Oldest first. */
export async function storedMarks(db: Db): Promise<readonly StoredMark[]> {
  const rows = await db
    .selectFrom("records.mark")
    .orderBy("onDay")
    .orderBy("id")
    .select(["id", "onDay as on", "kind", "names", "key", "path", "about"])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as StoredMark["kind"] }));
}

export interface WantedMark {
  readonly on: string;
  readonly kind: StoredMark["kind"];
  readonly names: Written;
  readonly population: string;
}

/** Writes a mark and its line in the audit trail; null where it is not this viewer's to write. */
export async function writeMark(
  db: Db,
  viewerId: number,
  wanted: WantedMark,
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number | null }>`
    select records.write_mark(${viewerId}, ${JSON.stringify(wanted)}::jsonb, ${at}) as id`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}

/** Takes a mark away; false where there is none that this viewer may take away. */
export async function forgetMark(db: Db, viewerId: number, mark: number, at: Date) {
  const { rows } = await sql<{ gone: boolean }>`
    select records.forget_mark(${viewerId}, ${mark}, ${at}) as gone`.execute(db);
  return rows[0]?.gone === true;
}

/** A unit that became another, under a parent that is named by its population's key. */
export interface Reorganisation {
  readonly on: string;
  readonly kind: "renamed" | "merged" | "split";
  /** By language: not every company names its units in all of them. */
  readonly was: Readonly<Record<string, string>>;
  readonly isNow: Readonly<Record<string, string>>;
  readonly key: string;
}

/** Oldest first. */
export async function readReorganisations(db: Db): Promise<readonly Reorganisation[]> {
  const { rows } = await sql<Reorganisation>`
    select on_day as "on", kind, was, is_now, key from records.reorganisation
    order by on_day, key, was::text, is_now::text`.execute(db);
  return rows;
}
