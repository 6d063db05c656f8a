import { accounts } from "./fr/accounts.ts";
import { actions } from "./fr/actions.ts";
import { adoption } from "./fr/adoption.ts";
import { comments } from "./fr/comments.ts";
import { connection } from "./fr/connection.ts";
import { everywhere } from "./fr/everywhere.ts";
import { exporting } from "./fr/exports.ts";
import { indicators } from "./fr/indicators.ts";
import { methods } from "./fr/methods.ts";
import { networks } from "./fr/networks.ts";
import { promise } from "./fr/promise.ts";
import { settings } from "./fr/settings.ts";
import { teams } from "./fr/teams.ts";
import { waves } from "./fr/waves.ts";

/**
 * Every sentence on screen, in the language it was first written in. `{name}` is a slot; an entry
 * with `one` and `other` follows the plural of its slot `n`.
 */
export const fr = {
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
} as const;
