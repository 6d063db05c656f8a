import { readFileSync } from "node:fs";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import { faultsOf } from "#app/model/questionnaire-faults.ts";
import { type Loss, QuestionnaireError } from "#jobs/questionnaires/format.ts";
import { formats, readQuestionnaireFile } from "#jobs/questionnaires/index.ts";
import { CommandError, exitCodes } from "../../exit-codes.ts";

/** Reads a file, in whatever format it is. */
export function readFileOf(file: string) {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new CommandError(
      `There is no file ${file}, and no questionnaire of that name in the library.`,
      exitCodes.wrongUse,
    );
  }
  try {
    return readQuestionnaireFile(text);
  } catch (error) {
    if (error instanceof QuestionnaireError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/** Ends the command where a questionnaire could not be asked. */
export function refuseFaults(questionnaire: Questionnaire): void {
  const faults = faultsOf(questionnaire);
  if (faults.length === 0) return;
  const lines = faults.map(({ place, what }) => `  ${place} ${what}`);
  throw new CommandError(`It cannot be asked as it is:\n${lines.join("\n")}`);
}

/** Says what was not carried over. */
export function tell(losses: readonly Loss[], say: (line: string) => void): void {
  if (losses.length === 0) return;
  say("Not carried over:");
  for (const { place, what } of losses) say(`  ${place}: ${what}`);
}

/** The format of this name. */
export function formatOf(name: string) {
  const format = formats.find((one) => one.name === name);
  if (format === undefined) throw new CommandError(`There is no format “${name}”.`);
  return format;
}
