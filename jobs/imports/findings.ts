/** One kind of thing that was wrong with a file: its first place, and how often. */
export interface Finding {
  readonly line: number | null;
  /** The column, under the name it has in the file. */
  readonly field: string | null;
  /** What was wrong, what became of it, what to do. Never a name, a number or an address. */
  readonly reason: string;
  readonly occurrences: number;
}

/** Beyond this many kinds the rest is only counted: a million bad lines make a small report. */
const KINDS = 20;

/** Collects what was wrong, kind by kind, in a memory that does not grow with the file. */
export class Findings {
  readonly #kinds = new Map<string, { -readonly [Key in keyof Finding]: Finding[Key] }>();
  #total = 0;
  #others = 0;

  /** `reason` is what makes a kind: keep line numbers out of it. `example` is added once. */
  add(line: number | null, field: string | null, reason: string, example = ""): void {
    this.addMany({ line, field, reason, occurrences: 1 }, example);
  }

  addMany({ line, field, reason, occurrences }: Finding, example = ""): void {
    if (occurrences === 0) return;
    this.#total += occurrences;
    const kind = `${field ?? ""}\u0000${reason}`;
    const known = this.#kinds.get(kind);
    if (known !== undefined) {
      known.occurrences += occurrences;
      return;
    }
    if (this.#kinds.size >= KINDS) {
      this.#others += occurrences;
      return;
    }
    const text = example === "" ? reason : `${reason} (${example})`;
    this.#kinds.set(kind, { line, field, reason: text, occurrences });
  }

  /** How many times anything was wrong, listed or not. */
  get total(): number {
    return this.#total;
  }

  list(): readonly Finding[] {
    const listed: Finding[] = [...this.#kinds.values()].map((finding) => ({ ...finding }));
    if (this.#others > 0) {
      const reason = "Other kinds of trouble, not listed: correct these first, then run again.";
      listed.push({ line: null, field: null, reason, occurrences: this.#others });
    }
    return listed;
  }
}
