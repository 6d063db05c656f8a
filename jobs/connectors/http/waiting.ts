/** What a refusal tells about when to come back. */
export interface Refusal {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * How long the network itself asks us to wait, in milliseconds; null when it does not say.
 * `Retry-After` first (RFC 9110: seconds or a date), then the fields of those who ignore it:
 * Matrix `retry_after_ms`, Telegram `parameters.retry_after`, `X-RateLimit-Reset`. The last one is
 * on every answer of some servers, so it means nothing unless the refusal is about the rate.
 */
export function askedWait({ status, headers, body }: Refusal): number | null {
  const reset = status === 429 ? headers.get("x-ratelimit-reset") : null;
  return fromRetryAfter(headers) ?? fromBody(body) ?? fromReset(reset, headers);
}

/** Capped exponential back-off; half of it is chance, so that many clients do not return at once. */
export function backOff(attempt: number, random: () => number): number {
  const full = Math.min(30_000, 500 * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random());
}

function fromRetryAfter(headers: Headers): number | null {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  return until(Date.parse(value), headers);
}

function fromBody(body: unknown): number | null {
  if (!isRecord(body)) return null;
  const { retry_after_ms: milliseconds, parameters } = body;
  if (typeof milliseconds === "number") return Math.max(0, milliseconds);
  const seconds = isRecord(parameters) ? parameters.retry_after : null;
  return typeof seconds === "number" ? Math.max(0, seconds * 1000) : null;
}

/** Seconds from now with most vendors, seconds since 1970 with some: no wait lasts thirty years. */
function fromReset(value: string | null, headers: Headers): number | null {
  if (value === null || !/^\d+(\.\d+)?$/.test(value)) return null;
  const seconds = Number(value);
  return seconds < 1e9 ? seconds * 1000 : until(seconds * 1000, headers);
}

/** Measured against the server's own clock (its `Date`), which need not agree with ours. */
function until(moment: number, headers: Headers): number | null {
  const wait = moment - Date.parse(headers.get("date") ?? "");
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
