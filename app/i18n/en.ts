import { everywhere } from "./en/everywhere.ts";
import { promise } from "./en/promise.ts";
import { waves } from "./en/waves.ts";
import type { Dictionary } from "./translate.ts";

/** English: the same keys as the French, or it does not compile. */
export const en: Dictionary = { ...everywhere, ...promise, ...waves };
