import type { Questionnaire, Words } from "#app/model/questionnaire.ts";
import { completeThresholds, floors } from "#app/privacy/policy.ts";
import type { Db } from "../client.server.ts";
import { readQuestionnaire } from "./read-questionnaire.ts";

/** A wave as whoever answers it knows it. */
export interface WaveAsked {
  readonly key: string;
  readonly names: Words;
  readonly mode: "confidential" | "anonymous";
  readonly answerRule: "first" | "latest";
  readonly closesAt: Date | null;
  /** No figure is shown of fewer answers: the threshold the wave froze when it opened. */
  readonly least: number;
  readonly questionnaire: Questionnaire;
}

/** Null when there is no such wave. */
export async function readAskedWave(db: Db, key: string): Promise<WaveAsked | null> {
  const wave = await db
    .selectFrom("records.wave")
    .where("key", "=", key)
    .select(["key", "names", "mode", "answerRule", "closesAt", "thresholds", "versionId"])
    .executeTakeFirst();
  if (wave === undefined) return null;
  const { thresholds, versionId, names, ...known } = wave;
  return {
    ...known,
    names: { ...names },
    mode: known.mode === "anonymous" ? "anonymous" : "confidential",
    answerRule: known.answerRule === "latest" ? "latest" : "first",
    least: thresholds === null ? floors.answers : completeThresholds(thresholds).answers,
    questionnaire: await readQuestionnaire(db, versionId),
  };
}
