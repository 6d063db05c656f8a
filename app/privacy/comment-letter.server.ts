import { plainText } from "./redact/plain-text.ts";
import { openLetter, sealLetter } from "./sealed-letter.server.ts";

/** Characters in a comment at most. */
export const LONGEST_COMMENT = 1000;
/** Letters are this long or a multiple: how much somebody wrote does not show. */
const PADDED = 1024;

/** A comment is longer than may be, or says nothing. */
export class NoComment extends Error {
  override readonly name = "NoComment";
}

/**
 * Seals what somebody wrote for the worker, at once: whoever hands it on cannot read it back.
 * @throws {NoComment} when there is nothing in it, or more than a thousand characters.
 */
export function sealComment(address: Buffer, text: string): Buffer {
  const plain = plainText(text);
  const { length } = [...plain];
  if (length === 0) throw new NoComment("the comment is empty");
  if (length > LONGEST_COMMENT) throw new NoComment("the comment is longer than 1,000 characters");
  const size = Buffer.byteLength(plain);
  return sealLetter(address, plain + " ".repeat(Math.ceil(size / PADDED) * PADDED - size));
}

/** @throws when it was sealed for somebody else, or was changed. */
export function openComment(workerKey: Buffer, letter: Buffer): string {
  return openLetter(workerKey, letter).trimEnd();
}
