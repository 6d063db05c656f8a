import { SealedGuesses } from "#app/privacy/guesses.ts";
import type { Db } from "../client.server.ts";

/** What leaders believed together before the results of a wave were out, as it was released. */
export async function waveGuesses(db: Db, waveId: number): Promise<SealedGuesses> {
  const rows = await db
    .selectFrom("figures.guess as g")
    .innerJoin("records.indicator as i", "i.key", "g.indicatorKey")
    .where("g.waveId", "=", waveId)
    .orderBy("i.position")
    .select(["i.key as indicator", "i.names", "g.least", "g.most"])
    .execute();
  return new SealedGuesses(rows);
}
