import { sql } from "kysely";
import { type Continuity, continuityOf, type Lineage } from "#app/model/lineage.ts";
import type { Db } from "../client.server.ts";

/** Whether the series of a measure goes on from one wave to a later one. */
export type ContinuityBetween = (measure: string, before: string, after: string) => Continuity;

/** What was asked in the released waves, compared: reworded questions end a series unless declared. */
export async function readContinuity(db: Db): Promise<ContinuityBetween> {
  const waves = await db
    .selectFrom("records.wave")
    .where("state", "=", "released")
    .select(["key", "versionId"])
    .execute();
  const versions = new Map(waves.map(({ key, versionId }) => [key, versionId]));
  const lineage =
    new Set(versions.values()).size < 2
      ? { questions: [], equivalences: [] }
      : await readLineage(db);
  return (measure, before, after) => {
    const [from, to] = [versions.get(before), versions.get(after)];
    return from === undefined || to === undefined
      ? { goesOn: true, reasons: [] }
      : continuityOf(measure, from, to, lineage);
  };
}

async function readLineage(db: Db): Promise<Lineage> {
  const { rows: questions } = await sql<Lineage["questions"][number]>`
    select q.id, q.version_id, i.key as item, i.indicator_key as indicator, q.kind, q.low, q.high,
      q.reversed, q.wordings
    from records.question q join records.item i on i.id = q.item_id
    where q.kind in ('agreement', 'likelihood', 'number')`.execute(db);
  const { rows: equivalences } = await sql<Lineage["equivalences"][number]>`
    select from_question_id as "from", to_question_id as "to", reason
    from records.equivalence order by declared_on`.execute(db);
  return { questions, equivalences };
}
