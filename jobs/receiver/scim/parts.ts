import type { Db } from "#db/client.server.ts";
import type { ScimToken } from "#db/intake/scim-tokens.ts";
import type { Keys } from "#jobs/context.ts";

/** What the server is given by the process it runs in. */
export interface ScimParts {
  /** Under the login `worker`. */
  readonly db: Db;
  readonly keys: Pick<Keys, "pseudonym" | "directory">;
  /** The company's: the day somebody is deactivated on is a day there. */
  readonly timeZone: string;
  now(): Date;
  /** One line for the operator. Never a name, a value or an address with a query. */
  log(line: string): void;
}

/** Who asks, and where the answer says that things are. */
export interface Caller {
  readonly token: ScimToken;
  /** The address the router is mounted at, for instance `/scim/v2`. */
  readonly base: string;
}

/** What a resource is answered as. */
export interface Answered {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly version: string;
  readonly location: string;
}

/** The version a request may insist on (`If-Match`), or null. */
export type Insisted = string | null;
