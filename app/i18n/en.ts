import { accounts } from "./en/accounts.ts";
import { actions } from "./en/actions.ts";
import { adoption } from "./en/adoption.ts";
import { comments } from "./en/comments.ts";
import { connection } from "./en/connection.ts";
import { everywhere } from "./en/everywhere.ts";
import { exporting } from "./en/exports.ts";
import { indicators } from "./en/indicators.ts";
import { methods } from "./en/methods.ts";
import { networks } from "./en/networks.ts";
import { promise } from "./en/promise.ts";
import { settings } from "./en/settings.ts";
import { teams } from "./en/teams.ts";
import { waves } from "./en/waves.ts";
import type { Dictionary } from "./translate.ts";

/** English: the same keys as the French, or it does not compile. */
export const en: Dictionary = {
  ...everywhere,
  ...accounts,
  ...actions,
  ...adoption,
  ...comments,
  ...connection,
  ...exporting,
  ...indicators,
  ...methods,
  ...networks,
  ...promise,
  ...settings,
  ...teams,
  ...waves,
};
