import type { Db } from "#db/client.server.ts";
import type { Keys } from "#jobs/context.ts";

/** What the receiver is given by the process it runs in. */
export interface ReceiverParts {
  /** Under the login `worker`. */
  readonly db: Db;
  readonly keys: Keys;
  /** The company's, for instance `Europe/Paris`. */
  readonly timeZone: string;
  now(): Date;
  /** One line for the operator. Never an address with a query, never what was sent. */
  log(line: string): void;
}
