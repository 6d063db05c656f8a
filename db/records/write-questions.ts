import type { Db } from "../client.server.ts";
import type { BarometerDefinition, QuestionDefinition } from "./define-barometer.ts";

/** Puts the sections and questions of a new version into the tables, in the order they are asked. */
export async function writeQuestions(
  db: Db,
  versionId: number,
  { sections = [], questions }: BarometerDefinition,
): Promise<void> {
  for (const [index, { key, names }] of sections.entries()) {
    await db
      .insertInto("records.section")
      .values({ versionId, position: index + 1, key, names: JSON.stringify(names) })
      .execute();
  }
  for (const [index, question] of questions.entries()) {
    const { scale, options, shownIf } = question;
    await db
      .insertInto("records.question")
      .values({
        versionId,
        itemId: await ensureItem(db, question),
        position: index + 1,
        kind: question.kind,
        low: question.low ?? null,
        high: question.high ?? null,
        reversed: question.reversed ?? false,
        sensitive: question.sensitive ?? false,
        wordings: JSON.stringify(question.wordings),
        section: question.section ?? null,
        ...(scale && { scale: JSON.stringify(scale) }),
        ...(options && { options: JSON.stringify(options) }),
        ...(shownIf && { shownIf: JSON.stringify(shownIf) }),
        comparableTo: question.comparableTo ?? null,
      })
      .execute();
  }
}

async function ensureItem(db: Db, { item, indicator }: QuestionDefinition): Promise<number> {
  await db
    .insertInto("records.item")
    .values({ key: item, indicatorKey: indicator ?? null })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { id } = await db
    .selectFrom("records.item")
    .where("key", "=", item)
    .select("id")
    .executeTakeFirstOrThrow();
  return id;
}
