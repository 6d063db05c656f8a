import { readBody, TooLarge } from "./body.ts";
import type { Home } from "./home.ts";
import type { Failure, Trouble } from "./network-error.ts";
import { askedWait, isRecord } from "./waiting.ts";

/** One thing to ask. */
export interface Question {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly body?: string;
}

export type Outcome =
  | { readonly kind: "answer"; readonly body: unknown }
  | {
      readonly kind: "failure";
      readonly failure: Failure;
      readonly worthRetrying: boolean;
      /** What the network asks for; null when it does not say. */
      readonly waitMs: number | null;
    };

interface Bounds {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

const mostRedirects = 5;
const longestRefusal = 64 * 1024;

/** One try: never throws for what a network can do, whatever it answers. */
export async function tryOnce(home: Home, question: Question, bounds: Bounds): Promise<Outcome> {
  const asked = home.describe(question.method, question.url);
  const failed = (
    trouble: Trouble,
    status: number | null,
    said: string | null,
    worthRetrying = false,
    waitMs: number | null = null,
  ): Outcome => ({
    kind: "failure",
    failure: { trouble, asked, status, said: said === null ? null : home.clean(said) },
    worthRetrying,
    waitMs,
  });

  const leaving = new AbortController();
  const late = () => leaving.abort(new DOMException("no complete answer in time", "TimeoutError"));
  const timer = setTimeout(late, bounds.timeoutMs);
  try {
    const response = await follow(home, question, leaving.signal);
    if (typeof response === "string") return failed("redirected", null, response);
    const { status, headers } = response;
    if (!response.ok) {
      const text = await readBody(response, longestRefusal).catch(() => "");
      const body = parsed(text)?.value ?? text;
      const waitMs = askedWait({ status, headers, body });
      return failed(troubleOf(status), status, saidIn(body), isPassing(status), waitMs);
    }
    const text = await readBody(response, bounds.maxBytes);
    const answer = parsed(text);
    if (answer !== null) return { kind: "answer", body: answer.value };
    const type = headers.get("content-type") ?? "no content type";
    return failed(
      "unreadable",
      status,
      `the answer is not JSON (${type}, ${text.length} characters)`,
    );
  } catch (error) {
    if (error instanceof TooLarge) {
      return failed("too-large", null, `the answer is larger than ${bounds.maxBytes} bytes`);
    }
    const { trouble, said } = transportTrouble(error, bounds.timeoutMs);
    return failed(trouble, null, said, trouble !== "untrusted");
  } finally {
    clearTimeout(timer);
    // Whatever was not read is not to be sent.
    leaving.abort();
  }
}

/** Redirects are followed on the same server only; elsewhere, the answer is a sentence. */
async function follow(
  home: Home,
  { method, url, body }: Question,
  signal: AbortSignal,
): Promise<Response | string> {
  let target = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(target, {
      method,
      signal,
      redirect: "manual",
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...home.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await readBody(response, longestRefusal).catch(() => "");
    if (!URL.canParse(location, target)) return "it redirects to something that is not an address";
    target = new URL(location, target);
    if (target.origin !== home.origin) return `it redirects to another server, ${target.origin}`;
    if (method === "POST" && response.status < 307)
      return "it redirects a question that has a body";
  }
  return `it redirects more than ${mostRedirects} times`;
}

/** Worth another try: whatever the server itself calls passing. */
function isPassing(status: number): boolean {
  return [408, 425, 429, 500, 502, 503, 504].includes(status);
}

function troubleOf(status: number): Trouble {
  if (status === 401) return "unauthorised";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "missing";
  if (status === 429) return "busy";
  if (status === 408) return "slow";
  return status >= 500 ? "failing" : "refused";
}

/** Node hides the reason of a failed `fetch` in its cause, sometimes one cause deeper. */
function transportTrouble(error: unknown, timeoutMs: number): { trouble: Trouble; said: string } {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return { trouble: "slow", said: `no complete answer within ${timeoutMs / 1000} s` };
  }
  const code = codeOf(error);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL/.test(code)) {
    return { trouble: "untrusted", said: `its certificate is not trusted (${code})` };
  }
  return { trouble: "unreachable", said: `no answer (${code})` };
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return "connection lost";
}

/** Null when it is not JSON: a rate limiter answers in plain text, a proxy in HTML. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** What a refusal says, wherever the vendor puts it. A page of HTML says nothing. */
function saidIn(body: unknown): string | null {
  if (typeof body === "string") return /^\s*<|^\s*$/.test(body) ? null : body;
  if (!isRecord(body)) return null;
  const inner = isRecord(body.error) ? body.error.message : body.error;
  const said = [body.message, inner, body.detail, body.description, body.errcode];
  return said.find((words): words is string => typeof words === "string" && words !== "") ?? null;
}
