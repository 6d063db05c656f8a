import { createHash, createHmac } from "node:crypto";

/** No letter that is mistaken for another on paper (Crockford's base 32). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 20;

/**
 * Somebody's code in one wave: 100 bits, which a reminder, a try after a crash and a printed sheet find
 * again, and which is stored nowhere. Without the key outside the database it is worked out by nobody;
 * once the wave has closed and its salt is erased, by nobody at all. `personKey` is the pseudonym of
 * the HR number.
 */
export function codeOf(key: Buffer, salt: Buffer, personKey: Buffer): string {
  const drawn = createHmac("sha256", key).update("code:").update(salt).update(personKey).digest();
  return Array.from(drawn.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}

/** What an invitation keeps of a code. As the SQL function `intake.invitation_hash`. */
export function invitationHash(code: string): Buffer {
  return createHash("sha256").update(`invitation:${code}`).digest();
}

/** What the frame keeps of the same code: nobody without the code can lay the two together. */
export function answerHash(code: string): Buffer {
  return createHash("sha256").update(`answer:${code}`).digest();
}
