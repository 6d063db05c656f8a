import type { Format } from "./format.ts";
import { readLss } from "./lss-read.ts";
import { writeLss } from "./lss-write.ts";

/** LimeSurvey keeps the structure of a survey as the tables it comes from, in XML. */
export const limeSurvey: Format = {
  name: "limesurvey",
  title: "LimeSurvey",
  ending: ".lss",
  recognises: (text) => text.includes("<LimeSurveyDocType>Survey<"),
  read: readLss,
  write: writeLss,
};
