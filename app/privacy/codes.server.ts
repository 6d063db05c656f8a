import { createHash, randomBytes } from "node:crypto";

/** No letter that is mistaken for another on paper (Crockford's base 32). */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 20;

/** A single-use code of 100 random bits. It is given to one person and stored nowhere. */
export function drawCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}

/** What an invitation keeps of a code. As the SQL function `intake.invitation_hash`. */
export function invitationHash(code: string): Buffer {
  return createHash("sha256").update(`invitation:${code}`).digest();
}

/** What the frame keeps of the same code: nobody without the code can lay the two together. */
export function answerHash(code: string): Buffer {
  return createHash("sha256").update(`answer:${code}`).digest();
}
