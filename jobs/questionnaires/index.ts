import { type Format, QuestionnaireError, type ReadQuestionnaire } from "./format.ts";
import { limeSurvey } from "./limesurvey.ts";
import { json, yaml } from "./own.ts";
import { qualtrics } from "./qualtrics.ts";
import { surveyJs } from "./surveyjs.ts";

/** Every way of writing a questionnaire down. The order is that of asking whether a file is one. */
export const formats: readonly Format[] = [limeSurvey, qualtrics, json, yaml, surveyJs];

/**
 * Reads a questionnaire from the text of a file, in the format it looks like.
 * @throws {QuestionnaireError} when it looks like none, or holds no questionnaire.
 */
export function readQuestionnaireFile(
  text: string,
): ReadQuestionnaire & { readonly format: Format } {
  const bare = text.replace(/^\uFEFF/, "");
  const format = formats.find((one) => one.recognises(bare));
  if (format === undefined) {
    throw new QuestionnaireError(
      `This looks like no questionnaire we know: ${formats.map(({ title }) => title).join("; ")}.`,
    );
  }
  return { ...format.read(bare), format };
}
