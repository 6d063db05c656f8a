import type { Term } from "#app/ui/term.ts";
import { activity } from "./formulas/activity.ts";
import { certainty } from "./formulas/certainty.ts";
import { comparing } from "./formulas/comparing.ts";
import { confidentiality } from "./formulas/confidentiality.ts";
import { counting } from "./formulas/counting.ts";
import { questionnaire } from "./formulas/questionnaire.ts";
import { teams } from "./formulas/teams.ts";
import { watching } from "./formulas/watching.ts";

/** The formula of each method that has one, by its anchor: the same in every language. */
export const formulas: Readonly<Record<string, readonly Term[]>> = {
  ...counting,
  ...certainty,
  ...comparing,
  ...teams,
  ...questionnaire,
  ...activity,
  ...watching,
  ...confidentiality,
};
