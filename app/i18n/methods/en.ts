import { activity } from "./en/activity.ts";
import { asking } from "./en/asking.ts";
import { certainty } from "./en/certainty.ts";
import { comparing } from "./en/comparing.ts";
import { confidentiality } from "./en/confidentiality.ts";
import { counting } from "./en/counting.ts";
import { questionnaire } from "./en/questionnaire.ts";
import { teams } from "./en/teams.ts";
import { watching } from "./en/watching.ts";

/** The methods in English, family by family, in the order in which they are read. */
export const methodsInEnglish = {
  counting,
  certainty,
  comparing,
  teams,
  questionnaire,
  activity,
  watching,
  confidentiality: { ...confidentiality, ...asking },
} as const;
