import { isDeepStrictEqual } from "node:util";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Condition, Option, QuestionKind, Section, Words } from "#app/model/questionnaire.ts";
import type { Db } from "../client.server.ts";
import type { Names } from "../schema.ts";
import type { Policy } from "./policies.ts";
import { writeQuestions } from "./write-questions.ts";

/** One line of a questionnaire: what is left out is not so. */
export interface QuestionDefinition {
  /** Key of the item: the thing that is asked, whatever the words. */
  readonly item: string;
  /** Which of the declared indicators it counts towards. */
  readonly indicator?: string | null | undefined;
  readonly kind: QuestionKind;
  readonly low?: number | null | undefined;
  readonly high?: number | null | undefined;
  readonly scale?: readonly Option[] | undefined;
  readonly options?: readonly Option[] | undefined;
  /** A high answer is unfavourable. */
  readonly reversed?: boolean | undefined;
  readonly sensitive?: boolean | undefined;
  readonly section?: string | undefined;
  readonly shownIf?: readonly Condition[] | undefined;
  /** One wording a language. */
  readonly wordings: Words;
  readonly comparableTo?: string | undefined;
}

/** A whole `Questionnaire`, or as much of one as its questions need. */
export interface BarometerDefinition {
  readonly key: string;
  readonly names: Names | Words;
  /** Another questionnaire under the same name is another version. */
  readonly version?: number;
  readonly languages?: readonly string[];
  readonly purpose?: Words;
  readonly licence?: string;
  readonly sections?: readonly Section[];
  readonly questions: readonly QuestionDefinition[];
}

export interface WaveDefinition {
  readonly key: string;
  /** Key of the barometer, and which version of its questionnaire (the newest when not said). */
  readonly barometer: string;
  readonly version?: number;
  readonly names: Names;
  readonly mode: "confidential" | "anonymous";
  readonly state?: "draft" | "scheduled" | "closed";
  readonly origin?: "asked" | "imported";
  readonly opensAt?: Date | null;
  readonly closesAt?: Date | null;
  readonly openedAt?: Date | null;
  readonly closedAt?: Date | null;
  /** The thresholds frozen into it, and which version of them that is. */
  readonly policy?: Policy;
  readonly consultationOn?: string | null;
}

/** What is to be defined is known already as something else. */
export class DefinitionConflict extends Error {
  override readonly name = "DefinitionConflict";
}

/**
 * Makes a barometer and one version of its questionnaire, or finds them. Returns the version's id.
 * @throws {DefinitionConflict} when the version exists with other questions: what was asked is never rewritten.
 */
export async function defineBarometer(db: Db, barometer: BarometerDefinition): Promise<number> {
  const { key, names, version = 1, languages = ["fr", "en"] } = barometer;
  await db
    .insertInto("records.barometer")
    .values({ key, names: JSON.stringify(names) })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  const { id: barometerId } = await db
    .selectFrom("records.barometer")
    .where("key", "=", key)
    .select("id")
    .executeTakeFirstOrThrow();
  const known = await findVersion(db, key, version);
  if (known !== null) {
    await refuseOtherQuestions(db, known, barometer);
    return known;
  }
  const { id } = await db
    .insertInto("records.barometerVersion")
    .values({
      barometerId,
      version,
      languages: [...languages],
      ...(barometer.purpose && { purpose: JSON.stringify(barometer.purpose) }),
      licence: barometer.licence ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeQuestions(db, id, barometer);
  return id;
}

/**
 * Makes a wave, or finds the one that has its key, and returns its id. An existing wave is left as
 * it is: its state is its own.
 */
export async function defineWave(db: Db, wave: WaveDefinition): Promise<number> {
  const known = await findWave(db, wave.key);
  const versionId = await findVersion(db, wave.barometer, wave.version ?? null);
  if (versionId === null) {
    throw new Error(`Barometer "${wave.barometer}" has no version ${wave.version ?? ""}.`);
  }
  if (known !== null) {
    if (known.versionId !== versionId) {
      throw new DefinitionConflict(`Wave "${wave.key}" exists already and asks other questions.`);
    }
    return known.id;
  }
  const { id } = await db
    .insertInto("records.wave")
    .values({
      key: wave.key,
      versionId,
      names: JSON.stringify(wave.names),
      mode: wave.mode,
      state: wave.state ?? "draft",
      origin: wave.origin ?? "asked",
      opensAt: wave.opensAt ?? null,
      closesAt: wave.closesAt ?? null,
      openedAt: wave.openedAt ?? null,
      closedAt: wave.closedAt ?? null,
      ...(wave.policy && {
        thresholds: JSON.stringify(wave.policy.thresholds),
        policyVersion: wave.policy.version,
      }),
      consultationOn: wave.consultationOn ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** A wave's id, state and questionnaire, or null when there is no such wave. */
export async function findWave(
  db: Db,
  key: string,
): Promise<{ id: number; state: string; origin: string; versionId: number } | null> {
  const wave = await db
    .selectFrom("records.wave")
    .where("key", "=", key)
    .select(["id", "state", "origin", "versionId"])
    .executeTakeFirst();
  return wave ?? null;
}

async function findVersion(
  db: Db,
  barometer: string,
  version: number | null,
): Promise<number | null> {
  const whichever: Expression<SqlBool> = version === null ? sql`true` : sql`v.version = ${version}`;
  const found = await db
    .selectFrom("records.barometerVersion as v")
    .innerJoin("records.barometer as b", "b.id", "v.barometerId")
    .where("b.key", "=", barometer)
    .where(whichever)
    .orderBy("v.version", "desc")
    .select("v.id")
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

async function refuseOtherQuestions(
  db: Db,
  versionId: number,
  { key, version = 1, questions }: BarometerDefinition,
): Promise<void> {
  const asked = await db
    .selectFrom("records.question as q")
    .innerJoin("records.item as i", "i.id", "q.itemId")
    .where("q.versionId", "=", versionId)
    .orderBy("q.position")
    .select(["i.key as item", "q.kind", "q.low", "q.high", "q.reversed"])
    .select(["q.options", "q.shownIf"])
    .execute();
  const wanted = questions.map((question) => {
    const { item, kind, low = null, high = null, reversed = false } = question;
    const { options = null, shownIf = null } = question;
    return { item, kind, low, high, reversed, options, shownIf };
  });
  if (!isDeepStrictEqual(asked, wanted)) {
    throw new DefinitionConflict(
      `Version ${version} of barometer "${key}" asks other questions: give this one another version.`,
    );
  }
}
