import { accounts } from "./en/accounts.ts";
import { adoption } from "./en/adoption.ts";
import { barometer } from "./en/barometer.ts";
import { comments } from "./en/comments.ts";
import { exporting } from "./en/exports.ts";
import { figures } from "./en/figures.ts";
import { frame } from "./en/frame.ts";
import { methods } from "./en/methods.ts";
import { networks } from "./en/networks.ts";
import { promise } from "./en/promise.ts";
import { settings } from "./en/settings.ts";
import { teams } from "./en/teams.ts";
import { troubles } from "./en/troubles.ts";
import { waves } from "./en/waves.ts";
import type { Dictionary } from "./translate.ts";

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

/** English: the same keys as the French, or it does not compile. */
export const en: Dictionary = { ...everywhere, ...promise, ...waves };
