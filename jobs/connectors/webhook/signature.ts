import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in hexadecimal, over the parts one after another. */
export function hmacHex(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Compares in a time that tells nothing of where they differ, whatever their lengths. */
export function isSame(given: string | undefined, expected: string): boolean {
  if (given === undefined) return false;
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
