import type { Questionnaire } from "#app/model/questionnaire.ts";

/** Something one side says and the other has no place for: listed, never dropped in silence. */
export interface Loss {
  /** Where it stands in what was read or is written: a question, a section, or the whole. */
  readonly place: string;
  readonly what: string;
}

/** A questionnaire as it could be read, and what of the file is not in it. */
export interface ReadQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly losses: readonly Loss[];
}

/** A questionnaire in another tool's format, and what of it the format cannot say. */
export interface WrittenQuestionnaire {
  readonly text: string;
  readonly losses: readonly Loss[];
}

/** One way of writing a questionnaire down. */
export interface Format {
  readonly name: "yaml" | "json" | "surveyjs" | "limesurvey" | "qualtrics";
  readonly title: string;
  /** How its files end, with the dot. */
  readonly ending: string;
  /** Whether a file looks like it; the first that says so reads it. */
  recognises(text: string): boolean;
  /** @throws {QuestionnaireError} when there is no questionnaire in it. */
  read(text: string): ReadQuestionnaire;
  write(questionnaire: Questionnaire): WrittenQuestionnaire;
}

/** A file that holds no questionnaire; the message says where and why. */
export class QuestionnaireError extends Error {
  override readonly name = "QuestionnaireError";
}
