import type { Db } from "../client.server.ts";
import type { Names } from "../schema.ts";

/** What the indicators are called, in their order. */
export async function indicatorNames(
  db: Db,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly names: Names }[]> {
  if (keys.length === 0) return [];
  return db
    .selectFrom("records.indicator")
    .where("key", "in", [...keys])
    .orderBy("position")
    .select(["key", "names"])
    .execute();
}
