import { ask, type Manners } from "./http/ask.ts";
import { homeOf } from "./http/home.ts";
import { queueFor } from "./http/queue.ts";

export { NetworkError } from "./http/network-error.ts";

/** Credentials, or how to get them: asked for again once when the network refuses them. */
export type Headers =
  | Readonly<Record<string, string>>
  | (() => Promise<Readonly<Record<string, string>>>);

/** How often a network may be asked, where its own limits are below ours. */
export interface Limits {
  /** Requests in flight at once. */
  readonly concurrency?: number;
  /** Requests a second; a fraction for networks that count by the minute. */
  readonly perSecond?: number;
  /** Limits of their own for some addresses: the first whose `path` begins the request's path. */
  readonly of?: readonly { readonly path: string; readonly perSecond: number }[];
}

/** An answer as it came, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: globalThis.Headers;
  /** Parsed where it is JSON, else its text. */
  readonly body: unknown;
}

/** All a connector can do with a network: read. */
export interface Client {
  /**
   * GET `base + path`; the answer is parsed as JSON. A whole address (a "next page" link) is taken
   * too, as long as it is on the same server: credentials go nowhere else.
   */
  get<Body>(
    path: string,
    query?: Readonly<Record<string, string | number | boolean>>,
  ): Promise<Body>;
  /** The one POST some networks demand in order to read. It is retried like a GET. */
  read<Body>(path: string, body: unknown): Promise<Body>;
  /** GET that does not fail when it is refused: for looking at rights, and at headers. */
  look(path: string, query?: Readonly<Record<string, string | number | boolean>>): Promise<Answer>;
  /**
   * A file (CSV, gzip, zip), as its bytes come, decompressed only where `Content-Encoding` says so.
   * A redirect to another server (a pre-authenticated address) is followed without credentials,
   * over https.
   */
  open(
    path: string,
    query?: Readonly<Record<string, string | number | boolean>>,
  ): Promise<AsyncIterable<Uint8Array>>;
}

export interface ClientOptions extends Partial<Manners> {
  /** Requests in flight at once, all clients of the same server together. */
  readonly concurrency?: number;
  /** Requests a second after a first burst of as many again; `null` for no limit. */
  readonly perSecond?: number | null;
}

/**
 * Requests with manners: they wait their turn, wait out rate limits, and retry what is worth
 * retrying. Every failure is a `NetworkError`. `base` may have a path; `headers` carry the
 * credentials and are sent to the server of `base` only.
 */
export function createClient(
  base: string,
  headers: Readonly<Record<string, string>>,
  options: ClientOptions = {},
): Client {
  const { concurrency = 4, perSecond, ...manners } = options;
  const home = homeOf(base, headers);
  const limit = perSecond === undefined ? (home.isLoopback ? null : 10) : perSecond;
  const queue = queueFor(home.origin, concurrency, limit);

  return {
    async get<Body>(path: string, query = {}) {
      return (await ask(
        home,
        queue,
        { method: "GET", url: home.resolve(path, query) },
        manners,
      )) as Body;
    },
    async read<Body>(path: string, body: unknown) {
      const url = home.resolve(path, {});
      return (await ask(
        home,
        queue,
        { method: "POST", url, body: JSON.stringify(body) },
        manners,
      )) as Body;
    },
  };
}
