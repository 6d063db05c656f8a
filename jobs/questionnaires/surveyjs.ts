import type { Format } from "./format.ts";
import { readSurveyJs } from "./surveyjs-read.ts";
import { writeSurveyJs } from "./surveyjs-write.ts";

/** SurveyJS keeps a survey as JSON, and has no server of its own. */
export const surveyJs: Format = {
  name: "surveyjs",
  title: "SurveyJS",
  ending: ".json",
  recognises: (text) =>
    /["']?(pages|elements|questions)["']?\s*:\s*\[/.test(text) && text.includes("{"),
  read: readSurveyJs,
  write: writeSurveyJs,
};
