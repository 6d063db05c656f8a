import { accounts } from "./fr/accounts.ts";
import { adoption } from "./fr/adoption.ts";
import { barometer } from "./fr/barometer.ts";
import { comments } from "./fr/comments.ts";
import { exporting } from "./fr/exports.ts";
import { figures } from "./fr/figures.ts";
import { frame } from "./fr/frame.ts";
import { methods } from "./fr/methods.ts";
import { networks } from "./fr/networks.ts";
import { promise } from "./fr/promise.ts";
import { settings } from "./fr/settings.ts";
import { teams } from "./fr/teams.ts";
import { troubles } from "./fr/troubles.ts";
import { waves } from "./fr/waves.ts";

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

/**
 * Every sentence on screen, in the language it was first written in. `{name}` is a slot; an entry
 * with `one` and `other` follows the plural of its slot `n`.
 */
export const fr = { ...everywhere, ...promise, ...waves } as const;
