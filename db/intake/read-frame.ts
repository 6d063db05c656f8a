import type { ParentOf } from "#app/privacy/cells.ts";
import type { Db } from "../client.server.ts";

/** The tree of a frozen frame, as a function from a unit to its parent. */
export async function readFrameParents(db: Db, waveId: number): Promise<ParentOf> {
  const rows = await db
    .selectFrom("intake.frameUnit")
    .where("waveId", "=", waveId)
    .select(["unitId", "parentId"])
    .execute();
  const parents = new Map(rows.map(({ unitId, parentId }) => [unitId, parentId]));
  return (unitId) => parents.get(unitId) ?? null;
}
