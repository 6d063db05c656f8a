import { ask, type Line, type Manners } from "./http/ask.ts";
import { credentialsOf } from "./http/credentials.ts";
import { homeOf } from "./http/home.ts";
import { NetworkError } from "./http/network-error.ts";
import { queueFor } from "./http/queue.ts";
import { signIn } from "./http/sign-in.ts";
import { takeAnything, takeFile, takeJson } from "./http/taking.ts";

export { linesOf } from "./http/lines.ts";
export { NetworkError } from "./http/network-error.ts";
export { chooseWayOut, type WayOut } from "./http/way-out.ts";

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
  /** Limits of their own for some addresses: the first whose `path` begins what follows the base. */
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
  /** What the network itself asks for. Nobody has to be spared on loopback. */
  readonly limits?: Limits;
}

/**
 * Requests with manners: they wait their turn, wait out rate limits, and retry what is worth
 * retrying. Every failure is a `NetworkError`. `base` may have a path; `headers` carry the
 * credentials and are sent to the server of `base` only.
 */
export function createClient(base: string, headers: Headers, options: ClientOptions = {}): Client {
  const { concurrency, perSecond, limits = {}, ...manners } = options;
  const home = homeOf(base);
  const isSpared = perSecond === undefined && !home.isLoopback;
  const of = isSpared ? (limits.of ?? []) : [];
  const queue = queueFor(home.origin, {
    concurrency: concurrency ?? limits.concurrency ?? 4,
    perSecond: isSpared ? (limits.perSecond ?? 10) : (perSecond ?? null),
    of: of.map((one) => ({ ...one, path: `${home.path}/${one.path.replace(/^\/+/, "")}` })),
  });
  const line: Line = { home, credentials: credentialsOf(headers, home), queue, manners };

  return {
    async get<Body>(path: string, query = {}) {
      const url = home.resolve(path, query);
      return (await ask(line, { method: "GET", url }, takeJson)) as Body;
    },
    async read<Body>(path: string, body: unknown) {
      const url = home.resolve(path, {});
      const json = { type: "application/json", text: JSON.stringify(body) };
      return (await ask(line, { method: "POST", url, body: json }, takeJson)) as Body;
    },
    async look(path, query = {}) {
      return ask(line, { method: "GET", url: home.resolve(path, query) }, takeAnything);
    },
    async open(path, query = {}) {
      const url = home.resolve(path, query);
      const asked = home.describe("GET", url);
      const broken = (trouble: NetworkError["trouble"], said: string) =>
        new NetworkError({ trouble, asked, status: null, said });
      return ask(line, { method: "GET", url }, takeFile(broken));
    },
  };
}

/** The two doors of a `Source`, with the same manners for both. */
export function doorsWith(options: ClientOptions = {}) {
  return {
    client: (base: string, headers: Headers, limits: Limits = {}) =>
      createClient(base, headers, { limits, ...options }),
    signIn: (
      address: string,
      form: Readonly<Record<string, string>>,
      headers: Readonly<Record<string, string>> = {},
    ) => signIn({ address, form, headers }, options),
  };
}
