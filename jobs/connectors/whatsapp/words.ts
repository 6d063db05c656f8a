/** Words that end it, said alone, in French and in English. */
const stop = new Set([
  "stop",
  "stopall",
  "arret",
  "arreter",
  "arretez",
  "unsubscribe",
  "desabonner",
  "desabonnement",
  "desinscrire",
  "desinscription",
]);

/**
 * Whether a message is one word that withdraws a consent (false) or, among the words the
 * administrator chose, gives one (true). Case, accents and punctuation do not matter; a sentence
 * with the word in it is not understood, nor kept.
 */
export function consentIn(text: string, optIn: string | undefined): boolean | null {
  // A word is short: no need to look at a novel.
  const word = text.length > 64 ? "" : plain(text);
  if (word === "") return null;
  if (stop.has(word)) return false;
  const chosen = (optIn ?? "").split(/[,;\s]+/).map(plain);
  return chosen.includes(word) ? true : null;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, "")
    .toLowerCase();
}
