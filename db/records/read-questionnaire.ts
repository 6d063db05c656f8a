import type { Question, Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "../client.server.ts";

/**
 * One version of a barometer, whole. A question stands in its place: the first has position 1, which
 * is what answers are stored by.
 * @throws when there is no such version.
 */
export async function readQuestionnaire(db: Db, versionId: number): Promise<Questionnaire> {
  const version = await db
    .selectFrom("records.barometerVersion as v")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("v.id", "=", versionId)
    .select(["b.key", "b.names", "v.version", "v.languages", "v.purpose", "v.licence"])
    .executeTakeFirstOrThrow();
  const sections = await db
    .selectFrom("records.section")
    .where("versionId", "=", versionId)
    .orderBy("position")
    .select(["key", "names"])
    .execute();
  const { purpose, licence, names, ...known } = version;
  return {
    ...known,
    names: { ...names },
    ...(purpose && { purpose }),
    ...(licence !== null && { licence }),
    sections,
    questions: await readQuestionsOf(db, versionId),
  };
}

async function readQuestionsOf(db: Db, versionId: number): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom("records.question as q")
    .innerJoin("records.item as i", "i.id", "q.itemId")
    .where("q.versionId", "=", versionId)
    .orderBy("q.position")
    .select(["i.key as item", "i.indicatorKey as indicator", "q.kind", "q.low", "q.high"])
    .select(["q.reversed", "q.sensitive", "q.wordings", "q.section", "q.scale", "q.options"])
    .select(["q.shownIf", "q.comparableTo"])
    .execute();
  return rows.map((row) => ({
    item: row.item,
    kind: row.kind,
    low: row.low,
    high: row.high,
    ...(row.scale && { scale: row.scale }),
    ...(row.options && { options: row.options }),
    ...(row.reversed && { reversed: true }),
    ...(row.sensitive && { sensitive: true }),
    indicator: row.indicator,
    ...(row.section !== null && { section: row.section }),
    ...(row.shownIf && { shownIf: row.shownIf }),
    wordings: row.wordings,
    ...(row.comparableTo !== null && { comparableTo: row.comparableTo }),
  }));
}
