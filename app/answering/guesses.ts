/** Wrong codes an address may send at once, and how long one more takes to be allowed. */
export interface Patience {
  readonly most: number;
  readonly secondsEach: number;
}

/** Addresses remembered at most; the least recent is forgotten, which costs an attacker an address. */
const REMEMBERED = 50_000;

/**
 * Counts wrong codes by where they come from, in memory only and for minutes: nothing of it is written
 * down, and whoever sends right codes is in it nowhere. Codes that were right lately pass whatever
 * their neighbours do.
 */
export class Guesses {
  /** What is left to each address, and when that was known. */
  readonly #left = new Map<string, { left: number; at: number }>();
  readonly #right = new Set<string>();

  constructor(private readonly patience: Patience) {}

  /** Whether a code from an address may be looked up. */
  mayTry(address: string, code: string, now: number): boolean {
    return this.#right.has(code) || this.#leftTo(address, now) >= 1;
  }

  noteWrong(address: string, now: number): void {
    const left = Math.max(0, this.#leftTo(address, now) - 1);
    this.#left.delete(address);
    this.#left.set(address, { left, at: now });
    forgetFirst(this.#left);
  }

  noteRight(code: string): void {
    this.#right.delete(code);
    this.#right.add(code);
    forgetFirst(this.#right);
  }

  #leftTo(address: string, now: number): number {
    const known = this.#left.get(address);
    if (known === undefined) return this.patience.most;
    const regained = (now - known.at) / 1000 / this.patience.secondsEach;
    return Math.min(this.patience.most, known.left + regained);
  }
}

function forgetFirst(kept: Map<string, unknown> | Set<string>): void {
  if (kept.size <= REMEMBERED) return;
  const [first] = kept.keys();
  if (first !== undefined) kept.delete(first);
}

/** An IPv6 address stands for its network: whoever has one has them all. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return "unknown";
  const plain = address.replace(/^::ffff:/, "");
  return plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
}
