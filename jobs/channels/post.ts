import { byTheWayOut } from "#jobs/connectors/http/way-out.ts";

/** What a server answered, whatever its status. */
export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else its text, cut at 64 kB. */
  readonly body: unknown;
}

export interface ToPost {
  readonly method?: "POST" | "PUT";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs?: number;
}

/** The server was never reached, so nothing was taken: it can be tried again. */
export class NotReached extends Error {
  override readonly name = "NotReached";
  constructor(readonly code: string) {
    super(`not reached (${code})`);
  }
}

/** Faults of a line that never came about. After any other, nobody knows what arrived. */
const neverArrived: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/**
 * Posts once, by the company's way out. Never repeated here: whoever sends decides, knowing that what
 * is posted twice arrives twice. Redirects are not followed: credentials go nowhere else.
 * @throws NotReached, or what broke after the server had been reached.
 */
export async function post(
  url: string,
  { method = "POST", headers, body, timeoutMs = 30_000 }: ToPost,
): Promise<Posted> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
      ...byTheWayOut(),
    } as RequestInit);
  } catch (error) {
    const code = codeOf(error);
    if (neverArrived.has(code)) throw new NotReached(code);
    throw Object.assign(new Error("no answer"), { code });
  }
  const text = (await response.text().catch(() => "")).slice(0, 65_536);
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

/** Seconds the server asks to be left alone, or `otherwise`. */
export function askedToWait({ headers }: Pick<Posted, "headers">, otherwise: number): number {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 86_400) : otherwise;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `fetch` hides why it failed one level down, or two where several addresses were tried. */
function codeOf(error: unknown): string {
  for (let at: unknown = error, depth = 0; depth < 4 && at instanceof Error; depth += 1) {
    if ("code" in at && typeof at.code === "string") return at.code;
    const [first]: unknown[] = at instanceof AggregateError ? at.errors : [];
    at = first ?? at.cause;
  }
  return error instanceof Error ? error.name : "no code";
}
