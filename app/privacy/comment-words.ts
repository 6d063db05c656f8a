import { ambiguousWords, functionWords } from "./redact/common-words.ts";
import { folded } from "./redact/plain-text.ts";

/** A word that several people used, and how many comments of the list have it. */
export interface SharedWord {
  readonly word: string;
  readonly comments: number;
}

/** Letters a word must have to be one that says something. */
const SHORTEST = 4;

/**
 * The words of a list of comments, once a comment: those that at least `minimum` comments share,
 * and that at least as many (or none at all) lack, most frequent first. What fewer people used is
 * never counted.
 */
export function sharedWords(
  texts: readonly string[],
  minimum: number,
  most = 12,
): readonly SharedWord[] {
  const counts = new Map<string, number>();
  const spellings = new Map<string, string>();
  for (const text of texts) {
    for (const spelt of spokenIn(text)) {
      const known = spellings.get(folded(spelt)) ?? "";
      // The spelling with the most accents: `lumière` rather than `lumiere`.
      if (spelt > known) spellings.set(folded(spelt), spelt);
    }
    for (const word of new Set(wordsIn(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(
      ([word, n]) =>
        word.length >= SHORTEST &&
        !functionWords.has(word) &&
        !ambiguousWords.has(word) &&
        isEnough(n, texts.length, minimum),
    )
    .map(([word, comments]) => ({ word: spellings.get(word) ?? word, comments }))
    .toSorted((a, b) => b.comments - a.comments || (a.word < b.word ? -1 : 1))
    .slice(0, most);
}

/**
 * The comments of a list that have a word; null when they, or those that lack it, are too few, which
 * is said exactly as if there were none. One whole word at a time: two searches cannot be laid over
 * each other to single out a comment that the list does not show by itself.
 */
export function withWord(
  texts: readonly string[],
  sought: string,
  minimum: number,
): readonly string[] | null {
  const [word, ...more] = wordsIn(sought);
  if (word === undefined || more.length > 0) return null;
  const found = texts.filter((text) => wordsIn(text).includes(word));
  return isEnough(found.length, texts.length, minimum) ? found : null;
}

function isEnough(found: number, all: number, minimum: number): boolean {
  const others = all - found;
  return found >= minimum && (others === 0 || others >= minimum);
}

/** Without accents and capitals, and without what was struck out. */
function wordsIn(text: string): readonly string[] {
  return spokenIn(text).map(folded);
}

function spokenIn(text: string): readonly string[] {
  const said = text
    .replace(/⟦[a-z]+⟧/g, " ")
    .toLowerCase()
    .normalize("NFC");
  return said.match(/[\p{L}\p{N}]+/gu) ?? [];
}
