import { openComment } from "#app/privacy/comment-letter.server.ts";
import { decrypt, pseudonym } from "#app/privacy/pseudonym.server.ts";
import { type Directory, directoryOf, redact } from "#app/privacy/redact.ts";
import { sensitiveIn } from "#app/privacy/sensitive.ts";
import {
  keepReadComments,
  type RawComment,
  type ReadComment,
  readDirectoryNames,
  readRawComments,
} from "#db/intake/comments.ts";
import { readPersonKeys } from "#db/intake/person-keys.ts";
import type { Context } from "../context.ts";
import type { Step } from "./step.ts";

/** Comments opened at a time: between two, nothing of them is in memory. */
const BATCH = 500;

/**
 * Opens the comments of closed waves, takes out what tells who somebody is, and keeps what is left:
 * the letters are gone in the same moment. One that cannot be opened stays for another night.
 */
export const readComments: Step = {
  name: "read comments",
  async run(context) {
    let directory: Directory | null = null;
    let kept = 0;
    let closed = 0;
    for (let after: string | null = null; ; ) {
      const letters: readonly RawComment[] = await readRawComments(context.db, {
        after,
        most: BATCH,
      });
      after = letters.at(-1)?.id ?? null;
      if (after === null) break;
      directory ??= await readDirectory(context);
      const read = readAll(letters, directory, context.keys.directory);
      await keepReadComments(context.db, read);
      kept += read.length;
      closed += letters.length - read.length;
    }
    const reason = "the key it was sealed for is not ours";
    return {
      read: kept + closed,
      kept,
      refused: closed,
      refusals: closed === 0 ? [] : [{ where: "a comment", reason, occurrences: closed }],
      message: `${kept} comments redacted`,
    };
  },
};

function readAll(
  letters: readonly RawComment[],
  directory: Directory,
  key: Buffer,
): readonly ReadComment[] {
  return letters.flatMap(({ id, value }) => {
    const text = opened(key, value);
    if (text === null) return [];
    const { text: left, doubtful } = redact(text, directory);
    return [{ id, text: left, reasons: [...sensitiveIn(text), ...(doubtful ? ["name"] : [])] }];
  });
}

function opened(key: Buffer, letter: Buffer): string | null {
  try {
    return openComment(key, letter);
  } catch {
    return null;
  }
}

async function readDirectory({ db, keys }: Context): Promise<Directory> {
  const { names, places, countries } = await readDirectoryNames(db);
  const people = await readPersonKeys(db);
  return directoryOf({
    names: names.map((name) => decrypt(keys.directory, name)),
    places,
    countries,
    isHrNumber: (word) => people.has(pseudonym(keys.pseudonym, "number", word).toString("hex")),
  });
}
