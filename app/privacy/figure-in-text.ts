/** A share or a difference of shares: `34 %`, `12 points`, `dix pour cent` is not found. */
const share = /\d\s*(%|‰|pour\s*cents?\b|per\s*cent\b|points?\b|pts?\b)/iu;
/** So many out of so many: `3 sur 5`, `3 people out of 4`, `3/5`. */
const partOf = /\d(\s+\p{L}+)?\s+(sur|out of)\s+\d|\d\s*\/\s*(5|10|100)\b/iu;
const enps = /\be?NPS\b/iu;

/**
 * Whether a text that people write holds what looks like a figure of the results. Such texts are
 * read outside the gate, so that no figure may stand in them. It finds figures in digits, not every
 * way of saying one: the field says so to whoever writes, and they decide.
 */
export function holdsFigure(text: string): boolean {
  return [share, partOf, enps].some((pattern) => pattern.test(text));
}
