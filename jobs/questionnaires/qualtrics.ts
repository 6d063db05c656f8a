import type { Format } from "./format.ts";
import { writeQsf } from "./qsf-write.ts";
import { readQualtrics } from "./qualtrics-read.ts";

/** Qualtrics keeps a survey as JSON in a `.qsf` file; what its survey API answers is read as well. */
export const qualtrics: Format = {
  name: "qualtrics",
  title: "Qualtrics",
  ending: ".qsf",
  recognises: (text) => text.includes('"SurveyElements"') || text.includes('"questionType"'),
  read: readQualtrics,
  write: writeQsf,
};
