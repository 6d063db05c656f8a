import { sql } from "kysely";
import type { Reason } from "#app/model/lineage.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "../client.server.ts";
import { noteDeed } from "./audit.ts";
import { DefinitionConflict, defineBarometer } from "./define-barometer.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";
import { writeQuestions } from "./write-questions.ts";

/** One version of a barometer, and whether anybody was ever asked it. */
export interface KnownVersion {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly languages: readonly string[];
  readonly questions: number;
  readonly waves: number;
}

/** Every version of every barometer, the newest of each first. */
export async function listVersions(db: Db): Promise<readonly KnownVersion[]> {
  const { rows } = await sql<KnownVersion>`
    select v.id, b.key, v.version, v.languages,
      (select count(*) from records.question q where q.version_id = v.id) as questions,
      (select count(*) from records.wave w where w.version_id = v.id) as waves
    from records.barometer_version v join records.barometer b on b.id = v.barometer_id
    order by b.key, v.version desc`.execute(db);
  return rows;
}

/** What became of a questionnaire that was to be kept. */
export type Kept = "kept" | "replaced" | "known";

/**
 * Keeps a questionnaire under its key and version. While no wave asks that version it may still change;
 * from then on it is what was asked, and never rewritten.
 * @throws {DefinitionConflict} when a wave asks that version otherwise, or an item counts elsewhere.
 */
export async function keepQuestionnaire(
  db: Db,
  questionnaire: Questionnaire,
): Promise<{ readonly id: number; readonly outcome: Kept }> {
  return db.transaction().execute(async (trx) => {
    const { key, version } = questionnaire;
    const known = (await listVersions(trx)).find(
      (one) => one.key === key && one.version === version,
    );
    if (known === undefined) {
      await settleIndicators(trx, questionnaire);
      return { id: await defineBarometer(trx, questionnaire), outcome: "kept" };
    }
    const before = await readQuestionnaire(trx, known.id);
    if (JSON.stringify(inOneOrder(before)) === JSON.stringify(inOneOrder(questionnaire))) {
      return { id: known.id, outcome: "known" };
    }
    if (known.waves > 0) {
      throw new DefinitionConflict(
        `Version ${version} of barometer “${key}” was asked, and asks otherwise: give this one another version.`,
      );
    }
    await settleIndicators(trx, questionnaire);
    await replace(trx, known.id, questionnaire);
    return { id: known.id, outcome: "replaced" };
  });
}

/**
 * Declares that two versions of a barometer ask the same thing by two questions, so that the series
 * goes on over them. Returns false when one of the two is not there.
 */
export async function declareEquivalence(
  db: Db,
  declared: {
    readonly barometer: string;
    readonly from: { readonly version: number; readonly item: string };
    readonly to: { readonly version: number; readonly item: string };
    readonly reason: Reason;
    readonly on: string;
    readonly actor: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const { barometer, from, to, reason, on, actor, at } = declared;
  const question = ({ version, item }: { version: number; item: string }) => sql`
    select q.id from records.question q
    join records.item i on i.id = q.item_id
    join records.barometer_version v on v.id = q.version_id
    join records.barometer b on b.id = v.barometer_id
    where b.key = ${barometer} and v.version = ${version} and i.key = ${item}`;
  return db.transaction().execute(async (trx) => {
    const { numAffectedRows } = await sql`
      insert into records.equivalence (from_question_id, to_question_id, reason, declared_on)
      select f.id, t.id, ${JSON.stringify(reason)}::jsonb, ${on}::date
      from (${question(from)}) as f, (${question(to)}) as t
      on conflict (from_question_id, to_question_id) do update
        set reason = excluded.reason, declared_on = excluded.declared_on`.execute(trx);
    if ((numAffectedRows ?? 0n) === 0n) return false;
    const subject = { barometer, from, to, reason };
    await noteDeed(trx, { at, actor, action: "questions declared equivalent", subject });
    return true;
  });
}

/** Once an item was asked it keeps its indicator: what was answered would count towards another. */
async function settleIndicators(db: Db, { questions }: Questionnaire): Promise<void> {
  const { rows } = await sql<{ key: string; indicator: string | null; asked: boolean }>`
    select i.key, i.indicator_key as indicator, exists (
      select from records.question q join records.wave w on w.version_id = q.version_id
      where q.item_id = i.id) as asked
    from records.item i where i.key = any(${questions.map(({ item }) => item)}::text[])`.execute(
    db,
  );
  for (const { key, indicator: before, asked } of rows) {
    const { indicator = null } = questions.find(({ item }) => item === key) ?? {};
    if (before === indicator) continue;
    if (asked) {
      throw new DefinitionConflict(
        `Item “${key}” was asked already and counts towards ${before ?? "no indicator"}: say so too, or give it another key.`,
      );
    }
    await db
      .updateTable("records.item")
      .set({ indicatorKey: indicator })
      .where("key", "=", key)
      .execute();
  }
}

async function replace(db: Db, versionId: number, questionnaire: Questionnaire): Promise<void> {
  const { languages, purpose, licence, names } = questionnaire;
  await sql`delete from records.equivalence e using records.question q
    where q.version_id = ${versionId} and q.id in (e.from_question_id, e.to_question_id)`.execute(
    db,
  );
  await db.deleteFrom("records.question").where("versionId", "=", versionId).execute();
  await db.deleteFrom("records.section").where("versionId", "=", versionId).execute();
  await sql`update records.barometer_version v set languages = ${[...languages]},
      purpose = ${purpose ? JSON.stringify(purpose) : null}::jsonb, licence = ${licence ?? null}
    where v.id = ${versionId}`.execute(db);
  await sql`update records.barometer b set names = ${JSON.stringify(names)}::jsonb
    from records.barometer_version v where v.id = ${versionId} and b.id = v.barometer_id`.execute(
    db,
  );
  await writeQuestions(db, versionId, questionnaire);
}

/** The database keeps the keys of an object in an order of its own. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOneOrder(one)]),
  );
}
