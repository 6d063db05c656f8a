import { activity } from "./fr/activity.ts";
import { asking } from "./fr/asking.ts";
import { certainty } from "./fr/certainty.ts";
import { comparing } from "./fr/comparing.ts";
import { confidentiality } from "./fr/confidentiality.ts";
import { counting } from "./fr/counting.ts";
import { questionnaire } from "./fr/questionnaire.ts";
import { teams } from "./fr/teams.ts";
import { watching } from "./fr/watching.ts";

/** The methods in French, family by family, in the order in which they are read. */
export const methodsInFrench = {
  counting,
  certainty,
  comparing,
  teams,
  questionnaire,
  activity,
  watching,
  confidentiality: { ...confidentiality, ...asking },
} as const;
