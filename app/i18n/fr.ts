import { everywhere } from "./fr/everywhere.ts";
import { promise } from "./fr/promise.ts";
import { waves } from "./fr/waves.ts";

/**
 * Every sentence on screen, in the language it was first written in. `{name}` is a slot; an entry
 * with `one` and `other` follows the plural of its slot `n`.
 */
export const fr = { ...everywhere, ...promise, ...waves } as const;
