/**
 * Whether a message asks something: a question mark that ends a phrase, in French ("Quand ?") as
 * in English ("When?"). Addresses, code and what was quoted from somebody else are not looked at.
 */
export function isQuestion(text: string): boolean {
  const said = text
    .replaceAll(/```[\s\S]*?(?:```|$)/g, " ")
    .replaceAll(/`[^`\n]*`/g, " ")
    .replaceAll(/^[ \t]*>.*$/gm, " ")
    .replaceAll(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, " ");
  return /[?？؟](?=$|[\s?!.,:;…"'»”’)\]}*_~]|\p{Extended_Pictographic})/u.test(said);
}
