import { sql } from "kysely";
import type { Option } from "#app/model/questionnaire.ts";
import type { Db } from "../client.server.ts";

/** A question as one wave put it. */
export interface Question {
  readonly item: string;
  readonly kind: string;
  readonly wordings: Readonly<Record<string, string>>;
  readonly indicator: string | null;
  /** What could be chosen; null where nothing is. */
  readonly options?: readonly Option[] | null;
}

/** What a wave asked, in the order it was asked. */
export async function readQuestions(db: Db, wave: string): Promise<readonly Question[]> {
  return db
    .selectFrom("records.wave as w")
    .innerJoin("records.question as q", "q.versionId", "w.versionId")
    .innerJoin("records.item as i", "i.id", "q.itemId")
    .where("w.key", "=", wave)
    .orderBy("q.position")
    .select(["i.key as item", "q.kind", "q.wordings", "q.options", "i.indicatorKey as indicator"])
    .execute();
}

/** Everything a released wave ever asked for a number, in the words it was last put in. */
export function readAskedItems(db: Db): Promise<readonly Question[]> {
  return lastAsked(db, ["agreement", "likelihood", "number"]);
}

/** Everything a released wave ever let people choose, with what could be chosen when it was last put. */
export function readAskedChoices(db: Db): Promise<readonly Question[]> {
  return lastAsked(db, ["single", "multiple", "rank"]);
}

async function lastAsked(db: Db, kinds: readonly string[]): Promise<readonly Question[]> {
  const { rows } = await sql<Question>`
    select item, kind, wordings, options, indicator from (
      select distinct on (i.id) i.key as item, q.kind, q.wordings, q.options,
        i.indicator_key as indicator, w.id as wave_id, q.position
      from records.wave w
      join records.question q on q.version_id = w.version_id
      join records.item i on i.id = q.item_id
      where w.state = 'released' and q.kind = any(${kinds}::text[])
      order by i.id, w.id desc
    ) as newest
    order by wave_id desc, position`.execute(db);
  return rows;
}
