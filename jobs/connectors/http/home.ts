import { NetworkError } from "./network-error.ts";

/** The one server a client may talk to, and what may be said about a request to it. */
export interface Home {
  readonly origin: string;
  readonly isLoopback: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** The address of a path, or of a whole address on the same server. */
  resolve(path: string, query: Readonly<Record<string, string | number | boolean>>): URL;
  /** A request as it may be logged. */
  describe(method: string, url: URL): string;
  /** Somebody else's words, without our credentials and of a bounded length. */
  clean(words: string): string;
}

/** Reads `base` once, so that a wrong address is told before anything is sent. */
export function homeOf(base: string, headers: Readonly<Record<string, string>>): Home {
  const root = parse(base);
  if (root === null || !/^https?:$/.test(root.protocol)) {
    throw wrongAddress("the address must start with https:// or http://");
  }
  if (root.username !== "" || root.password !== "") {
    throw wrongAddress("the address must not contain a user name or a password");
  }
  if (!canBeSent(headers)) {
    throw new NetworkError({
      trouble: "unauthorised",
      asked: "access token",
      status: null,
      said: "it contains a character that cannot be sent",
    });
  }
  const prefix = root.href.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const secrets = Object.values(headers)
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((value) => value.length >= 6);

  const clean = (words: string) => {
    let cleaned = words.replaceAll(/\s+/g, " ").trim();
    for (const secret of secrets) cleaned = cleaned.replaceAll(secret, "***");
    return cleaned.length > longest ? `${cleaned.slice(0, longest)}…` : cleaned;
  };

  return {
    origin: root.origin,
    isLoopback: /^(127\.[\d.]+|\[::1\]|localhost)$/.test(root.hostname),
    headers,
    clean,
    resolve(path, query) {
      const url = parse(/^https?:\/\//.test(path) ? path : `${prefix}/${path.replace(/^\/+/, "")}`);
      if (url === null || url.origin !== root.origin) {
        throw new NetworkError({
          trouble: "redirected",
          asked: `GET ${root.origin}`,
          status: null,
          said: `the next page is on another server${url === null ? "" : ` (${url.origin})`}`,
        });
      }
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
      return url;
    },
    describe(method, url) {
      // Telegram carries its token in the path; no identifier we know of is that long.
      const path = url.pathname.replaceAll(/\/(bot[^/]*:[^/]*|[^/]{41,})/g, "/***");
      return clean(`${method} ${url.origin}${path}`);
    },
  };
}

const longest = 300;

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function canBeSent(headers: Readonly<Record<string, string>>): boolean {
  try {
    return new Headers(headers) !== null;
  } catch {
    return false;
  }
}

function wrongAddress(said: string): NetworkError {
  return new NetworkError({ trouble: "address", asked: "server address", status: null, said });
}
