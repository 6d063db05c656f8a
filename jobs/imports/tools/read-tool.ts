import type { SurveyFrom } from "../mapping/survey-from.ts";
import { readFormbricks } from "./formbricks.ts";
import { readLimeSurvey } from "./limesurvey.ts";
import { readQualtrics } from "./qualtrics.ts";
import type { Asked, ReadResponses, Told } from "./tool.ts";
import { readTypeform } from "./typeform.ts";

const tools: { readonly [Tool in SurveyFrom["tool"]]: ReadResponses<Tool> } = {
  limesurvey: readLimeSurvey,
  qualtrics: readQualtrics,
  formbricks: readFormbricks,
  typeform: readTypeform,
};

/** Reads the responses of whatever tool the mapping names. */
export function readTool<Tool extends SurveyFrom["tool"]>(
  asked: Asked<Tool>,
): AsyncGenerator<Told, string | null> {
  const read: ReadResponses<Tool> = tools[asked.from.tool as Tool];
  return read(asked);
}
