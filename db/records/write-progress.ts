import type { Db } from "../client.server.ts";

/** Whether the progress of a wave was looked at on this day, or on a later one. */
export async function isProgressKnown(db: Db, waveId: number, day: string): Promise<boolean> {
  const row = await db
    .selectFrom("figures.progress")
    .where("waveId", "=", waveId)
    .where("day", ">=", day)
    .select("day")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes the ranges of one day, all of them or none. */
export async function writeProgress(
  db: Db,
  waveId: number,
  day: string,
  rows: readonly {
    readonly key: string;
    readonly names: { readonly fr: string; readonly en: string };
    readonly within: readonly [number, number];
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("figures.progress")
    .values(
      rows.map(({ key, names, within }) => ({
        waveId,
        day,
        key,
        parentKey: key === "company" ? null : "company",
        names: JSON.stringify(names),
        path: key === "company" ? ["company"] : ["company", key],
        least: within[0],
        most: within[1],
      })),
    )
    .execute();
}
