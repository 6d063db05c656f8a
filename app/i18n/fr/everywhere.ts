import { accounts } from "./accounts.ts";
import { adoption } from "./adoption.ts";
import { barometer } from "./barometer.ts";
import { comments } from "./comments.ts";
import { exporting } from "./exports.ts";
import { figures } from "./figures.ts";
import { frame } from "./frame.ts";
import { methods } from "./methods.ts";
import { networks } from "./networks.ts";
import { settings } from "./settings.ts";
import { teams } from "./teams.ts";
import { troubles } from "./troubles.ts";

/** What every page brings along: of the longest pages, the words come with the page (`words-of-*.ts`). */
export const everywhere = {
  ...frame,
  ...figures,
  ...barometer,
  ...teams,
  ...adoption,
  ...networks,
  ...accounts,
  ...comments,
  ...settings,
  ...exporting,
  ...methods,
  ...troubles,
} as const;
