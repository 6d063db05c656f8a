import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** What a pseudonym stands for. Each kind has its own, so that two tables cannot be laid together. */
export type PseudonymKind = "number" | "email" | "telephone" | "name" | "member" | "scim";

/**
 * The pseudonym (32 bytes, HMAC-SHA256) of an HR number, an address or a respondent, under a key
 * that is kept outside the database. Spaces around and letter case do not matter.
 */
export function pseudonym(key: Buffer, kind: PseudonymKind, value: string): Buffer {
  const normal = value.normalize("NFKC").trim().toLowerCase();
  return createHmac("sha256", key).update(`${kind}:${normal}`).digest();
}

const NONCE = 12;
const TAG = 16;

/** Encrypts a directory entry or a network's secret (AES-256-GCM): nonce, tag, then the text. */
export function encrypt(key: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** @throws when the key is not the one it was encrypted with, or the bytes were changed. */
export function decrypt(key: Buffer, bytes: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return decipher.update(bytes.subarray(NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
}

/**
 * Who answered, within one programme of barometers: the same person keeps it from wave to wave,
 * and nobody without the key can tell whose it is. `personKey` is the pseudonym of the HR number.
 */
export function memberOf(key: Buffer, programme: string, personKey: Buffer): Buffer {
  return pseudonym(key, "member", `${programme}:${personKey.toString("hex")}`);
}
