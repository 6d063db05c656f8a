import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from "node:crypto";

/** DER before the 32 raw bytes of an X25519 key (RFC 8410): private as PKCS #8, public as SPKI. */
const PRIVATE = Buffer.from("302e020100300506032b656e04220420", "hex");
const PUBLIC = Buffer.from("302a300506032b656e032100", "hex");
const RAW = 32;
const TAG = 16;

/**
 * The address letters to the worker are sealed for: whoever knows it can write one and cannot read
 * it. It follows from a key of the worker, so there is no further key to keep.
 */
export function letterAddress(workerKey: Buffer): Buffer {
  return rawPublic(createPublicKey(privateKeyOf(workerKey)));
}

/**
 * Seals a few words for the worker (X25519 with a key of this letter alone, HKDF-SHA256,
 * AES-256-GCM): the sender's public key, the tag, the text.
 */
export function sealLetter(address: Buffer, text: string): Buffer {
  const { privateKey, publicKey } = generateKeyPairSync("x25519");
  const to = createPublicKey({
    key: Buffer.concat([PUBLIC, address]),
    format: "der",
    type: "spki",
  });
  const sender = rawPublic(publicKey);
  const { key, nonce } = agreed(privateKey, to, sender);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([sender, cipher.getAuthTag(), body]);
}

/** @throws when it was sealed for somebody else, or was changed. */
export function openLetter(workerKey: Buffer, letter: Buffer): string {
  const sender = letter.subarray(0, RAW);
  const from = createPublicKey({
    key: Buffer.concat([PUBLIC, sender]),
    format: "der",
    type: "spki",
  });
  const { key, nonce } = agreed(privateKeyOf(workerKey), from, sender);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAuthTag(letter.subarray(RAW, RAW + TAG));
  return decipher.update(letter.subarray(RAW + TAG), undefined, "utf8") + decipher.final("utf8");
}

function privateKeyOf(workerKey: Buffer): KeyObject {
  const raw = Buffer.from(hkdfSync("sha256", workerKey, "", "letters to the worker", RAW));
  return createPrivateKey({ key: Buffer.concat([PRIVATE, raw]), format: "der", type: "pkcs8" });
}

function rawPublic(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "spki" }).subarray(PUBLIC.length);
}

/** Each letter has a sender of its own, so the same nonce never comes twice under a key. */
function agreed(own: KeyObject, other: KeyObject, sender: Buffer) {
  const secret = diffieHellman({ privateKey: own, publicKey: other });
  const bytes = Buffer.from(hkdfSync("sha256", secret, sender, "letter", RAW + 12));
  return { key: bytes.subarray(0, RAW), nonce: bytes.subarray(RAW) };
}
