/**
 * Nothing that is not seen: zero-width and bidirectional marks, soft hyphens, tags, private
 * characters, blanks that are letters to Unicode; and the brackets that are ours.
 */
const unseen =
  /[\p{Cf}\p{Co}\p{Cs}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0⟦⟧]|\u034f|\u17b4|\u17b5/gu;

/** A text as it is looked at: one form of each letter (NFKC), Western digits, nothing unseen. */
export function plainText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[^\S\n]+/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const letters: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

/** Without accents and capitals: Étienne, ETIENNE and etienne are one. As long as the original or longer. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđı]/g, (letter) => letters[letter] ?? letter);
}
