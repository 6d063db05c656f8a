import { createPublicKey, verify } from "node:crypto";
import type { PublishedKey } from "../webhook.ts";

/** How far two clocks may be apart, in seconds. */
const SKEW = 300;

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly published: readonly PublishedKey[];
  readonly at: Date;
}

/** A token that is what it says it is. */
export interface Vouched {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: PublishedKey;
}

/**
 * Believes a bearer token (JWT, RS256 and nothing else) by a key that its issuer publishes: its
 * signature, who made it, for whom, and since and until when. Null for any other.
 */
export function vouchedToken(
  authorization: string | undefined,
  expected: Expected,
): Vouched | null {
  const { issuer, audience, published, at } = expected;
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? "") ?? [];
  if (token === undefined || token.length > 16_384 || audience === "") return null;
  const [head = "", body = "", signature = ""] = token.split(".");
  const { alg, kid } = read(head);
  const key = published.find(
    (one) => one.kty === "RSA" && one.kid === kid && one.kid !== undefined,
  );
  if (alg !== "RS256" || key === undefined) return null;
  const { n = "", e = "" } = key;
  const claims = read(body);
  const isSigned = verify(
    "RSA-SHA256",
    Buffer.from(`${head}.${body}`),
    createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" }),
    Buffer.from(signature, "base64url"),
  );
  const now = at.getTime() / 1000;
  const { iss, aud, exp, nbf = 0 } = claims;
  const isForUs =
    iss === issuer && (Array.isArray(aud) ? aud.includes(audience) : aud === audience);
  const isNow =
    typeof exp === "number" && exp + SKEW > now && typeof nbf === "number" && nbf - SKEW < now;
  return isSigned && isForUs && isNow ? { claims, key } : null;
}

function read(part: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
