import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { dayIn } from "#app/model/period.ts";
import { markScimTokenUsed, readScimHashes, type ScimToken } from "#db/intake/scim-tokens.ts";
import type { ScimParts } from "./parts.ts";

/** A new token, to be shown once: 256 random bits need no slow hash. */
export function newScimToken(): { readonly token: string; readonly hash: Buffer } {
  const token = `fbscim_${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashOf(token) };
}

/** The token a request carries, if it is one that stands; compared in constant time, all of them. */
export async function tokenOf(
  { db, timeZone, now }: ScimParts,
  authorisation: string | undefined,
): Promise<ScimToken | null> {
  const [, given] = /^Bearer +(\S{1,200})$/i.exec(authorisation ?? "") ?? [];
  if (given === undefined) return null;
  const hash = hashOf(given);
  const [found] = (await readScimHashes(db)).filter((one) => timingSafeEqual(one.hash, hash));
  if (found === undefined) return null;
  const today = dayIn(timeZone, now());
  if (found.usedOn !== today) await markScimTokenUsed(db, found.id, today);
  return found;
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
