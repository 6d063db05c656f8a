import { isInward } from "./inward.ts";
import { NetworkError } from "./network-error.ts";

/** The one server a client may talk to, and what may be said about a request to it. */
export interface Home {
  readonly origin: string;
  readonly isLoopback: boolean;
  /** The path of the base address, without a slash at its end. */
  readonly path: string;
  /** What is sent along, and must be in no error. Throws where it cannot be sent. */
  learn(headers: Readonly<Record<string, string>>): void;
  /** What must be in no error, whoever repeats it. */
  keepSecret(values: Iterable<string>): void;
  /**
   * Whether a file may be fetched from this other server: encrypted, and inside the company only for
   * a network that is there itself; or from this machine to this machine.
   */
  mayLeaveFor(elsewhere: URL): boolean;
  /** The address of a path, or of a whole address on the same server. */
  resolve(path: string, query: Readonly<Record<string, string | number | boolean>>): URL;
  /** A request as it may be logged. */
  describe(method: string, url: URL): string;
  /** Somebody else's words, without our credentials and what people are reached by, and not long. */
  clean(words: string): string;
}

/**
 * What vendors repeat of the person a question is about: addresses, Matrix ids, telephones, and tokens
 * of another's making. They say nothing of what went wrong.
 */
const ofPeople = [
  /[^\s"'<>(),;=/]+(?:@|%40)[\w.-]+\.\w{2,}/g,
  /@[\w.=-]+(?::|%3A)[\w.-]+/gi,
  /\+\d(?:[\s().-]?\d){7,}/g,
  /\b(?=[\w-]*\d)[\w-]{41,}\b/g,
];

/** Reads `base` once, so that a wrong address is told before anything is sent. */
export function homeOf(base: string): Home {
  const root = parse(base);
  if (root === null || !/^https?:$/.test(root.protocol)) {
    throw wrongAddress("the address must start with https:// or http://");
  }
  if (root.username !== "" || root.password !== "") {
    throw wrongAddress("the address must not contain a user name or a password");
  }
  const prefix = root.href.replace(/[?#].*$/, "").replace(/\/+$/, "");
  const secrets = new Set<string>();
  const keepSecret = (values: Iterable<string>) => {
    for (const value of values) {
      if (value.length >= 6) secrets.add(value).add(encodeURIComponent(value));
    }
  };

  const clean = (words: string) => {
    let cleaned = words.replaceAll(/\s+/g, " ").trim();
    for (const secret of secrets) cleaned = cleaned.replaceAll(secret, "***");
    for (const ofSomebody of ofPeople) cleaned = cleaned.replaceAll(ofSomebody, "***");
    return cleaned.length > longest ? `${cleaned.slice(0, longest)}…` : cleaned;
  };

  return {
    origin: root.origin,
    isLoopback: isLoopback(root),
    path: new URL(prefix).pathname.replace(/\/$/, ""),
    clean,
    learn(headers) {
      if (!canBeSent(headers)) {
        throw new NetworkError({
          trouble: "unauthorised",
          asked: "access token",
          status: null,
          said: "it contains a character that cannot be sent",
        });
      }
      keepSecret(Object.values(headers).flatMap((value) => [value, ...value.split(/\s+/)]));
    },
    keepSecret,
    mayLeaveFor(elsewhere) {
      const isOutward = isInward(root) || !isInward(elsewhere);
      const isEncrypted = elsewhere.protocol === "https:";
      const may = (isEncrypted && isOutward) || (isLoopback(root) && isLoopback(elsewhere));
      // What lets one in there is in the address itself.
      if (may) keepSecret(elsewhere.searchParams.values());
      return may;
    },
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

function isLoopback({ hostname }: URL): boolean {
  return /^(127\.[\d.]+|\[::1\]|localhost)$/.test(hostname);
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
