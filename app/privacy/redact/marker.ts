/** What can be struck out of a comment. */
export const struckKinds = [
  "name",
  "email",
  "telephone",
  "account",
  "social",
  "card",
  "number",
  "mention",
  "link",
  "address",
] as const;
export type StruckKind = (typeof struckKinds)[number];

/** While a text is being redacted, one private character stands for each kind: no word is made of it. */
const FIRST = 0xe000;

export function markOf(kind: StruckKind): string {
  return String.fromCharCode(FIRST + struckKinds.indexOf(kind));
}

/** The text as it is kept: `⟦name⟧` where something was struck out. */
export function written(marked: string): string {
  return marked.replace(/[\ue000-\ue0ff]/g, (mark) => {
    const kind = struckKinds[mark.charCodeAt(0) - FIRST];
    return kind === undefined ? "" : `⟦${kind}⟧`;
  });
}

/** A kept text again as pieces: what was said, and what was struck out. */
export function piecesOf(kept: string): readonly (string | { readonly struck: StruckKind })[] {
  return kept
    .split(/(⟦[a-z]+⟧)/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const struck = struckKinds.find((kind) => piece === `⟦${kind}⟧`);
      return struck === undefined ? piece : { struck };
    });
}
