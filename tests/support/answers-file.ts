import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { onTestFinished } from "vitest";
import type { Db } from "#db/client.server.ts";

/** A file that is there for the length of a test. Returns its path. */
export function fileWith(content: string | Buffer, name = "answers.csv"): string {
  const folder = mkdtempSync(join(tmpdir(), "barometer-answers-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/**
 * A released figure as a page would get it: hidden, or its base, its value, all that is released of
 * the value where that is a range (null where it is exact), and its interval.
 */
export type Shown =
  | "hidden"
  | {
      readonly n: number | string;
      readonly value: number;
      readonly within: readonly [least: number, most: number] | null;
      readonly interval: readonly [low: number | null, high: number | null];
    };

/** What was released of one measure of a wave, by population. */
export async function releasedOf(
  owner: Db,
  wave: string,
  measure: string,
): Promise<Readonly<Record<string, Shown>>> {
  const { rows } = await sql<{
    key: string;
    hidden: boolean;
    n: number | string;
    value: number;
    low: number | null;
    high: number | null;
    least: number | null;
    most: number | null;
  }>`
    select p.key, f.hidden, coalesce(f.n::text, f.band) as n, f.value, f.low, f.high,
      f.least, f.most
    from figures.figure f join figures.population p using (release_id, population)
    join figures.release r on r.id = f.release_id join records.wave w on w.id = r.wave_id
    where w.key = ${wave} and f.measure = ${measure} order by p.key`.execute(owner);
  return Object.fromEntries(
    rows.map(({ key, hidden, n, value, low, high, least, most }) => {
      const within = least === null || most === null ? null : ([least, most] as const);
      return [
        key,
        hidden ? "hidden" : { n: Number(n) || n, value, within, interval: [low, high] as const },
      ];
    }),
  );
}
