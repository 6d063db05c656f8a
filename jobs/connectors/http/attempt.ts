import { readBody, TooLarge } from "./body.ts";
import { graphPauseMs, graphTrouble } from "./graph-error.ts";
import type { Home } from "./home.ts";
import type { Failure, Trouble } from "./network-error.ts";
import { type Bounds, isPassing, parsed, type Taking, Unreadable } from "./taking.ts";
import { transportTrouble } from "./transport.ts";
import { askedWait, isRecord } from "./waiting.ts";
import { byTheWayOut } from "./way-out.ts";

/** One thing to ask. */
export interface Question {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly body?: { readonly type: string; readonly text: string };
}

export type Outcome<Value> =
  | { readonly kind: "answer"; readonly status: number; readonly value: Value }
  | {
      readonly kind: "failure";
      readonly status: number | null;
      readonly failure: Failure;
      readonly worthRetrying: boolean;
      /** What the network asks for; null when it does not say. */
      readonly waitMs: number | null;
    };

/** To whom, under which name, how, and within which bounds. */
export interface Circumstances<Value> {
  readonly home: Home;
  readonly headers: Readonly<Record<string, string>>;
  readonly taking: Taking<Value>;
  readonly bounds: Bounds;
}

const mostRedirects = 5;
const longestRefusal = 64 * 1024;

/** One try: never throws for what a network can do, whatever it answers. */
export async function tryOnce<Value>(
  question: Question,
  circumstances: Circumstances<Value>,
): Promise<Outcome<Value>> {
  const { home, taking, bounds } = circumstances;
  const asked = home.describe(question.method, question.url);
  const failed = (
    trouble: Trouble,
    status: number | null,
    said: string | null,
    worthRetrying = false,
    waitMs: number | null = null,
  ): Outcome<Value> => ({
    kind: "failure",
    status,
    failure: { trouble, asked, status, said: said === null ? null : home.clean(said) },
    worthRetrying,
    waitMs,
  });

  const leaving = new AbortController();
  const late = () => leaving.abort(new DOMException("no complete answer in time", "TimeoutError"));
  const timer = setTimeout(late, bounds.timeoutMs);
  let status: number | null = null;
  let isHeld = false;
  const hold = () => {
    isHeld = true;
    return leaving;
  };
  try {
    const response = await follow(question, circumstances, leaving.signal);
    if (typeof response === "string") return failed("redirected", null, response);
    status = response.status;
    if (taking.answers(status)) {
      return { kind: "answer", status, value: await taking.take(response, bounds, hold) };
    }
    const text = await readBody(response, longestRefusal).catch(() => "");
    const body = parsed(text)?.value ?? text;
    const waitMs = askedWait({ status, headers: response.headers, body });
    const trouble = graphTrouble(body);
    if (trouble === "busy")
      return failed("busy", status, saidIn(body), true, waitMs ?? graphPauseMs);
    return failed(
      trouble ?? troubleOf(status),
      status,
      saidIn(body),
      trouble === null && isPassing(status),
      waitMs,
    );
  } catch (error) {
    if (error instanceof TooLarge) return failed("too-large", null, error.message);
    if (error instanceof Unreadable) return failed("unreadable", status, error.message);
    const { trouble, said } = transportTrouble(error, bounds.timeoutMs);
    return failed(trouble, null, said, trouble !== "untrusted");
  } finally {
    clearTimeout(timer);
    // Whatever was not read is not to be sent.
    if (!isHeld) leaving.abort();
  }
}

/**
 * Redirects are followed on the same server; elsewhere, the answer is a sentence, unless a file is
 * fetched: then another server is asked too, without our credentials.
 */
async function follow<Value>(
  { method, url, body }: Question,
  { home, headers, taking }: Circumstances<Value>,
  signal: AbortSignal,
): Promise<Response | string> {
  let target = url;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const response = await fetch(target, {
      ...byTheWayOut(),
      method,
      signal,
      redirect: "manual",
      headers: {
        accept: taking.accept,
        ...(body === undefined ? {} : { "content-type": body.type }),
        ...(target.origin === home.origin ? headers : {}),
      },
      ...(body === undefined ? {} : { body: body.text }),
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await readBody(response, longestRefusal).catch(() => "");
    if (!URL.canParse(location, target)) return "it redirects to something that is not an address";
    target = new URL(location, target);
    const isElsewhere = target.origin !== home.origin;
    if (isElsewhere && !(taking.leavesHome && home.mayLeaveFor(target))) {
      return `it redirects to another server, ${target.origin}`;
    }
    if (method === "POST" && response.status < 307)
      return "it redirects a question that has a body";
  }
  return `it redirects more than ${mostRedirects} times`;
}

function troubleOf(status: number): Trouble {
  if (status === 401) return "unauthorised";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "missing";
  if (status === 429) return "busy";
  if (status === 408) return "slow";
  return status >= 500 ? "failing" : "refused";
}

/** What a refusal says, wherever the vendor puts it. A page of HTML says nothing. */
function saidIn(body: unknown): string | null {
  if (typeof body === "string") return /^\s*<|^\s*$/.test(body) ? null : body;
  if (!isRecord(body)) return null;
  const { message, error, error_description: described, detail, description, errcode } = body;
  const inner = isRecord(error) ? error.message : error;
  const said = [message, described, inner, detail, description, errcode];
  return said.find((words): words is string => typeof words === "string" && words !== "") ?? null;
}
