import { hkdfSync } from "node:crypto";

/** A key for one purpose, from one that is kept: there is no further key to keep (HKDF-SHA256). */
export function derivedKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", purpose, 32));
}
