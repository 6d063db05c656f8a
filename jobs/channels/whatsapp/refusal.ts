import { type Called, field } from "../call.ts";
import type { Sent } from "../channel.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Limits, by Meta's codes, and how many seconds to leave them alone. */
const limits = new Map([
  [4, HOUR], // of the application
  [80007, HOUR], // of the WhatsApp account
  [130429, 2], // 80 messages a second
  [131056, 6], // one message in six seconds to the same person
  [131048, DAY], // too many were reported; or the portfolio's people of the day are used up
  [131049, DAY], // Meta spares this person more marketing
]);
/** The person is not on WhatsApp, does not want it, or the 24 hours are over. */
const unreachable = new Set([131026, 131047, 131050, 131021, 131030]);

/** What a refusal means. Never more of it than a code: Meta's words may hold the number. */
export function refusalOf({ status, retryAfter, body }: Called): Sent {
  const code = field(body, "error", "code");
  const why = `WhatsApp answers ${status}${typeof code === "number" ? ` (${code})` : ""}`;
  if (typeof code === "number" && unreachable.has(code)) return { outcome: "unreachable", why };
  const limit = typeof code === "number" ? limits.get(code) : undefined;
  if (limit !== undefined) return { outcome: "later", after: retryAfter ?? limit, why };
  const isPassing = status === 429 || status >= 500;
  // A token, a right or a template that is missing: somebody has to see to it, and nobody is lost.
  return { outcome: "later", after: retryAfter ?? (isPassing ? MINUTE : HOUR), why };
}
