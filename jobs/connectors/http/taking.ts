import { readBody, TooLarge } from "./body.ts";
import type { Trouble } from "./network-error.ts";
import { transportTrouble } from "./transport.ts";

/** How long and how much an answer may be. */
export interface Bounds {
  /** For one try, answer included; of a file, for each part of it. */
  readonly timeoutMs: number;
  /** The longest answer, decompressed. */
  readonly maxBytes: number;
  /** The longest file, decompressed. */
  readonly maxFileBytes: number;
}

/** A file may be waited for as long as so many answers: an hour, as a rule. */
const LONGEST_FILE = 120;

/** The answer came, and is not what was asked for. */
export class Unreadable extends Error {}

/** What is made of a response once it is here. */
export interface Taking<Value> {
  readonly accept: string;
  /** Whether a redirect to another server is followed, without credentials. */
  readonly leavesHome: boolean;
  /** Whether this status is an answer; else it is a failure. */
  answers(status: number): boolean;
  /** `hold` keeps the connection open once this is over; what it gives ends it. */
  take(response: Response, bounds: Bounds, hold: () => AbortController): Promise<Value>;
}

/** JSON, and nothing else. */
export const takeJson: Taking<unknown> = {
  accept: "application/json",
  leavesHome: false,
  answers: isFine,
  async take(response, { maxBytes }) {
    const text = await readBody(response, maxBytes);
    const answer = parsed(text);
    if (answer !== null) return answer.value;
    const type = response.headers.get("content-type") ?? "no content type";
    throw new Unreadable(`the answer is not JSON (${type}, ${text.length} characters)`);
  },
};

/** Whatever came, as long as the server is not only failing for a moment. */
export const takeAnything: Taking<{ status: number; headers: Headers; body: unknown }> = {
  accept: "application/json, */*;q=0.5",
  leavesHome: false,
  answers: (status) => !isPassing(status),
  async take(response, { maxBytes }) {
    const text = await readBody(response, maxBytes);
    const { status, headers } = response;
    return { status, headers, body: parsed(text)?.value ?? text };
  },
};

/** Bytes as they come. `broken` says what is thrown when they end too early. */
export function takeFile(
  broken: (trouble: Trouble, said: string) => Error,
): Taking<AsyncIterable<Uint8Array>> {
  return {
    accept: "*/*",
    leavesHome: true,
    answers: isFine,
    async take(response, bounds, hold) {
      if (response.body === null) return nothing();
      if (Number(response.headers.get("content-length")) > bounds.maxFileBytes) {
        throw new TooLarge(bounds.maxFileBytes);
      }
      const reader = response.body.getReader();
      // The first part is waited for here: until then, another try is worth it.
      const first = await reader.read();
      return parts(first, reader, bounds, hold(), broken);
    },
  };
}

async function* parts(
  first: ReadableStreamReadResult<Uint8Array>,
  reader: ReadableStreamDefaultReader<Uint8Array>,
  { maxFileBytes, timeoutMs }: Bounds,
  leaving: AbortController,
  broken: (trouble: Trouble, said: string) => Error,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let waited = 0;
  const next = async () => {
    const begun = performance.now();
    const part = await nextOf(reader, timeoutMs, leaving);
    waited += performance.now() - begun;
    return part;
  };
  try {
    for (let part = first; !part.done; part = await next()) {
      // It may take its time; it may not come drop by drop until the morning.
      if (waited > LONGEST_FILE * timeoutMs) throw new DOMException("too slow", "TimeoutError");
      size += part.value.length;
      if (size > maxFileBytes) throw new TooLarge(maxFileBytes);
      yield part.value;
    }
  } catch (error) {
    if (error instanceof TooLarge) throw broken("too-large", error.message);
    const { trouble, said } = transportTrouble(error, timeoutMs);
    throw broken(trouble, `the file broke off after ${size} bytes: ${said}`);
  } finally {
    leaving.abort();
  }
}

async function nextOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  timeoutMs: number,
  leaving: AbortController,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  const late = () => leaving.abort(new DOMException("no more came in time", "TimeoutError"));
  const timer = setTimeout(late, timeoutMs);
  try {
    return await reader.read();
  } finally {
    clearTimeout(timer);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Worth another try: whatever the server itself calls passing. */
export function isPassing(status: number): boolean {
  return [408, 425, 429, 500, 502, 503, 504].includes(status);
}

/** Null when it is not JSON: a rate limiter answers in plain text, a proxy in HTML. */
export function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
