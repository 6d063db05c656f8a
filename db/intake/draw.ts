import type { Db } from "../client.server.ts";

/** The ids of the options of a segment that figures may be cut by; none when there is no such segment. */
export async function optionsOfSegment(db: Db, segment: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("intake.segmentOption as o")
    .innerJoin("intake.segment as s", "s.id", "o.segmentId")
    .where("s.key", "=", segment)
    .where("s.shown", "=", true)
    .select("o.id")
    .execute();
  return rows.map(({ id }) => id);
}
