import type { Db } from "#db/client.server.ts";

/** The keys that live outside the database: 32 random bytes each. */
export interface Keys {
  readonly pseudonym: Buffer;
  readonly directory: Buffer;
  readonly secrets: Buffer;
}

/** Everything a job may know. Time is given, never read from the clock. */
export interface Context {
  /** Under the login `worker`. */
  readonly db: Db;
  /** The same login, for a connection of one's own (COPY). */
  readonly url: string;
  readonly keys: Keys;
  /** The company's, for instance `Europe/Paris`. */
  readonly timeZone: string;
  readonly now: Date;
  /** One line for the operator. Never a name, an answer or a figure. */
  log(line: string): void;
  /** Rows done, rows to do (null while unknown): an honest bar. */
  progress(label: string, done: number, total: number | null): void;
}
