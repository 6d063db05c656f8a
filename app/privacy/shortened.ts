import { plainText } from "./redact/plain-text.ts";

/**
 * A comment out of which somebody took more, or null when it was changed otherwise: words may go,
 * a whole run of them may become `⟦…⟧` or `[…]`, and no word may come.
 */
export function shortened(kept: string, edited: string): string | null {
  const gap = "\ue000";
  const wordsOf = (text: string) =>
    text
      .replace(/⟦…⟧|\[…\]|\[\.\.\.\]|⟦\.\.\.⟧/g, ` ${gap} `)
      .split(/(?<=⟧)(?=\S)|(?<=\S)(?=⟦)|\s+/)
      .filter((word) => word !== "");
  const before = wordsOf(kept);
  let at = 0;
  const words = wordsOf(edited);
  for (const word of words) {
    if (word === gap) continue;
    const found = before.indexOf(word, at);
    if (found < 0) return null;
    at = found + 1;
  }
  const said = words.filter((word) => word !== gap);
  if (said.length === 0) return null;
  return words
    .map((word) => (word === gap ? "[…]" : word))
    .join(" ")
    .replace(/(\[…\] )+\[…\]/g, "[…]");
}

/** What somebody typed, compared as it is kept: browsers send line ends of their own. */
export function isSameText(kept: string, edited: string): boolean {
  return plainText(kept.replace(/[⟦⟧]/g, "")) === plainText(edited.replace(/[⟦⟧]/g, ""));
}
