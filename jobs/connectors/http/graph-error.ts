import type { Trouble } from "./network-error.ts";
import { isRecord } from "./waiting.ts";

/** Application, user, page and custom rate limits. */
const rateLimits = [4, 17, 32, 613];
const expiredToken = 190;

/** What Meta's own scripts wait when they are asked too often: its answer does not say how long. */
export const graphPauseMs = 60_000;

/**
 * Meta's Graph says in a code of its own, under HTTP 400 or 403, what others say in the status:
 * that it is asked too often, or that the token is no longer good
 * (https://developers.facebook.com/docs/graph-api/guides/error-handling). Null for anybody else.
 */
export function graphTrouble(body: unknown): Trouble | null {
  if (!isRecord(body) || !isRecord(body.error)) return null;
  const { code, type, fbtrace_id: trace } = body.error;
  if (type !== "OAuthException" && typeof trace !== "string") return null;
  if (rateLimits.includes(Number(code))) return "busy";
  return code === expiredToken ? "unauthorised" : null;
}
