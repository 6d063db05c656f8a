import type { Questionnaire } from "#app/model/questionnaire.ts";
import { checkWave, type Reach, type WaveCaution, type WaveRule } from "#app/model/wave.ts";
import type { Db } from "#db/client.server.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";
import { currentPolicy } from "#db/records/policies.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";

/** A wave does not open: which rules it breaks. */
export class WaveRefusal extends Error {
  override readonly name = "WaveRefusal";

  constructor(
    wave: string,
    readonly rules: readonly (WaveRule | string)[],
  ) {
    super(`Wave "${wave}" does not open: ${rules.join(", ")}.`);
  }
}

/** What stands in the way of opening a wave now, and what has to be said aloud. */
export async function checkPlanned(
  db: Db,
  wave: PlannedWave,
  reach: Reach,
  now: Date,
): Promise<{ broken: readonly WaveRule[]; cautions: readonly WaveCaution[] }> {
  return checkAsked(
    db,
    { ...wave, questionnaire: await readQuestionnaire(db, wave.versionId) },
    reach,
    now,
  );
}

/** The same of a wave that is not written down yet. */
export async function checkAsked(
  db: Db,
  {
    questionnaire,
    ...wave
  }: Pick<PlannedWave, "closesAt" | "consultationOn"> & { readonly questionnaire: Questionnaire },
  reach: Reach,
  now: Date,
): Promise<{ broken: readonly WaveRule[]; cautions: readonly WaveCaution[] }> {
  const { thresholds } = await currentPolicy(db);
  return checkWave({
    questionnaire,
    now,
    closesAt: wave.closesAt,
    consultationOn: wave.consultationOn,
    people: reach.people,
    byNone: reach.byNone,
    fewest: thresholds.invited,
  });
}
