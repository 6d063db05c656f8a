/** What came in since it was last told: counts, by connection where one is known. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(what: string, n = 1): void {
    if (n > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + n);
  }

  /** One line for the operator, or null when nothing came; then it starts from zero. */
  tell(): string | null {
    if (this.#counts.size === 0) return null;
    const parts = [...this.#counts].map(([what, n]) => `${n} ${what}`);
    this.#counts.clear();
    return `Webhooks: ${parts.join(", ")}`;
  }
}
