/** The columns a mapping asks for, each once, in the order they were first asked for. */
export class Columns {
  readonly #names: string[] = [];

  /** Where the field of a column will be. */
  at(name: string): number {
    const known = this.#names.indexOf(name);
    return known === -1 ? this.#names.push(name) - 1 : known;
  }

  /** The same for a column that may not be mapped. */
  maybe(name: string | undefined): number | null {
    return name === undefined ? null : this.at(name);
  }

  get names(): readonly string[] {
    return this.#names;
  }
}

/** A text as a key: small letters and digits, hyphens between; empty when it has neither. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
