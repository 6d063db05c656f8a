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

/** As in French. */
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
};
