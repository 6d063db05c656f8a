import type { Settings } from "#app/settings.server.ts";
import type { Db } from "#db/client.server.ts";

/** What every loader and action is given, because none of them may look for it. */
export interface LoadContext {
  /** Lets the scripts of this one page run; anything injected has none. */
  readonly nonce: string;
  /** The time of the request: what is below asks no clock. */
  readonly now: Date;
  readonly settings: Pick<Settings, "timeZone">;
  readonly web: Db;
  readonly steward: Db;
  /** Signs the session cookie. The web knows no other key. */
  readonly cookieKey: string;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}
