import type { Db } from "../client.server.ts";
import type { Names } from "../schema.ts";

/** A barometer with its newest version. */
export interface ListedBarometer {
  readonly key: string;
  readonly names: Names;
  readonly version: number;
  readonly languages: readonly string[];
}

/** Every barometer there is, but those of pulses, which were made for one question. */
export async function listBarometers(db: Db): Promise<readonly ListedBarometer[]> {
  const rows = await db
    .selectFrom("records.barometer as b")
    .innerJoin("records.barometerVersion as v", "v.barometerId", "b.id")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("records.wave as w")
            .whereRef("w.versionId", "=", "v.id")
            .where("w.kind", "=", "pulse")
            .select("w.id"),
        ),
      ),
    )
    .distinctOn("b.id")
    .orderBy("b.id")
    .orderBy("v.version", "desc")
    .select(["b.key", "b.names", "v.version", "v.languages"])
    .execute();
  return rows;
}
