import type { Sent } from "./channel.ts";

/** As the global one: whoever makes a channel decides by which way its requests leave the company. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** What a vendor answered: JSON, or whatever else it sent as text. */
export interface Called {
  readonly status: number;
  /** Seconds it asks us to wait, where it says so in the header. */
  readonly retryAfter: number | null;
  readonly body: unknown;
}

const TIMEOUT_MS = 20_000;
/** Nothing was sent: nobody was there to take it. */
const neverLeft = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Something broke behind the vendor's door. 503 is none of them: it says that nothing was done. */
const unclear = new Set([500, 502, 504]);

class Unclear extends Error {}

/** The vendor could not be reached at all, so whatever it was to be told, it was not. */
export class NotReached extends Error {
  override readonly name = "NotReached";
}

/**
 * One POST of JSON (or of a form). A refusal is an answer; redirects are none.
 * @throws {NotReached} when nothing left; any other error when nobody knows whether it arrived.
 */
export async function call(
  fetch: Fetch,
  address: string,
  body: object | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<Called> {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json; charset=utf-8";
  try {
    const response = await fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": type, ...headers },
      body: isForm ? body.toString() : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (unclear.has(response.status)) {
      throw new Unclear(`answers ${response.status}: nobody knows whether it was taken`);
    }
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
    return {
      status: response.status,
      retryAfter: Number.isFinite(seconds) ? seconds : null,
      body: parsed(await response.text()),
    };
  } catch (error) {
    if (error instanceof Unclear) throw error;
    // What `fetch` says names the address, and with it the token or the code that is a part of it.
    const code = codeOf(error);
    if (neverLeft.test(code)) throw new NotReached(`not reached (${code})`);
    throw new Error(`no answer (${code})`);
  }
}

/** Sends, and takes it that a vendor nobody reached may be tried again. */
export async function attempt(send: () => Promise<Sent>): Promise<Sent> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof NotReached)) throw error;
    return { outcome: "later", after: 60, why: error.message };
  }
}

/** A field of a document that may be anything. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === "object" && found !== null
        ? (found as Record<string | number, unknown>)[name]
        : undefined,
    value,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return error instanceof Error ? error.name : "unknown";
}
