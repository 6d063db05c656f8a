import { ensureImportedWave, type ImportedWave } from "#db/intake/answers/imported-wave.ts";
import type { Session } from "#db/intake/session.ts";
import { dbOf } from "#db/intake/session-db.ts";
import { DefinitionConflict, type QuestionDefinition } from "#db/records/define-barometer.ts";
import type { Context } from "#jobs/context.ts";
import { instantsIn } from "../dates/local-time.ts";
import { ImportError } from "../import-error.ts";
import type { SurveyMapping } from "../mapping/survey-mapping.ts";
import type { SurveyQuestion } from "../mapping/survey-question.ts";

const DAY = 86_400_000;

/**
 * The wave answers from elsewhere belong to, with its questionnaire. It lasts the day it is of, in the
 * company's time zone. @throws {ImportError} when what is known under these keys is something else.
 */
export async function waveOf(
  { timeZone }: Context,
  session: Session,
  { barometer, wave, person, questions }: SurveyMapping,
): Promise<ImportedWave> {
  const instant = instantsIn(timeZone);
  const midnight = Date.parse(`${wave.date}T00:00:00Z`);
  try {
    return await ensureImportedWave(
      dbOf(session),
      { ...barometer, questions: questions.map(definitionOf) },
      {
        key: wave.key,
        names: wave.names,
        mode: person === undefined ? "anonymous" : "confidential",
        openedAt: new Date(instant(midnight)),
        closedAt: new Date(instant(midnight + DAY - 1000)),
      },
    );
  } catch (error) {
    if (!(error instanceof DefinitionConflict)) throw error;
    throw new ImportError(`${error.message} Nothing was kept.`);
  }
}

/** A question without where its answers stand in the file. */
function definitionOf(question: SurveyQuestion): QuestionDefinition {
  if (!("options" in question)) {
    const { column: _, values: __, ...asked } = question;
    return asked;
  }
  const { item, kind, sensitive, wordings, options } = question;
  const own = options.map(({ value, words }) => ({ value, words }));
  return { item, kind, sensitive, wordings, options: own };
}
