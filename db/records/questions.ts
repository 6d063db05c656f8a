import type { Db } from "../client.server.ts";

/** A question as one wave put it. */
export interface Question {
  readonly item: string;
  readonly kind: string;
  readonly wordings: Readonly<Record<string, string>>;
  readonly indicator: string | null;
}

/** What a wave asked, in the order it was asked. */
export async function readQuestions(db: Db, wave: string): Promise<readonly Question[]> {
  return db
    .selectFrom("records.wave as w")
    .innerJoin("records.question as q", "q.versionId", "w.versionId")
    .innerJoin("records.item as i", "i.id", "q.itemId")
    .where("w.key", "=", wave)
    .orderBy("q.position")
    .select(["i.key as item", "q.kind", "q.wordings", "i.indicatorKey as indicator"])
    .execute();
}
