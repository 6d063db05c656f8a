import { createHmac } from "node:crypto";

/**
 * What a response is known by when it is read again, whatever way it comes: a secret digest of the
 * survey and of the tool's own name for it. Without the key nobody finds the tool's line by it.
 */
export function responseKey(secret: Buffer, survey: string, id: string): Buffer {
  return createHmac("sha256", secret).update(`response:${survey}:${id}`).digest();
}
