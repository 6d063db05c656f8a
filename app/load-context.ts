import type { Settings } from "#app/settings.server.ts";
import type { Db } from "#db/client.server.ts";

/** What every loader and action is given, because none of them may look for it. */
export interface LoadContext {
  /** Lets the scripts of this one page run; anything injected has none. */
  readonly nonce: string;
  /** The time of the request: what is below asks no clock. */
  readonly now: Date;
  /** Resolves once what was written has gone out: what is long is made no faster than it is read. */
  drained(): Promise<void>;
  readonly settings: Pick<Settings, "timeZone">;
  readonly web: Db;
  readonly steward: Db;
  /** Writes a line for those who run the system. Never a figure, never what was asked for in words. */
  log(line: string): void;
  /** Signs the session cookie. The web knows no other key. */
  readonly cookieKey: string;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}
