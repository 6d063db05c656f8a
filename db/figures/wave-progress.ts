import { SealedProgress } from "#app/privacy/progress.ts";
import type { Db } from "../client.server.ts";

/** What was released of a wave's participation while it was open, oldest day first. */
export async function waveProgress(db: Db, waveId: number): Promise<SealedProgress> {
  const rows = await db
    .selectFrom("figures.progress")
    .where("waveId", "=", waveId)
    .orderBy("day")
    .orderBy("key")
    .select(["day", "key", "parentKey", "names", "path", "least", "most"])
    .execute();
  return new SealedProgress(
    rows.map(({ day, least, most, key, ...place }) => ({
      day,
      least,
      most,
      population: {
        ...place,
        key,
        ...(key.startsWith("site:")
          ? { kind: "site", cut: "site" }
          : { kind: key === "company" ? "company" : "unit", cut: "organisation" }),
      },
    })),
  );
}
