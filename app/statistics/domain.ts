/**
 * Refuses what is not a count of people out of a number of people.
 * @throws RangeError naming the argument; a wrong argument is a bug, never an empty figure.
 */
export function requireCount(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new RangeError(`${name} must be a whole number from 0 to ${most}, not ${value}`);
  }
}

/** @throws RangeError when a level of confidence is not strictly between 0 and 1. */
export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`level must be strictly between 0 and 1, not ${level}`);
  }
}

/** @throws RangeError naming the argument when a value is not a share from 0 to 1. */
export function requireShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) {
    throw new RangeError(`${name} must be between 0 and 1, not ${value}`);
  }
}

/** @throws RangeError naming the arguments when x1 of n1 and x2 of n2 are not counts of people. */
export function requireTwoCounts(x1: number, n1: number, x2: number, n2: number): void {
  requireCount("n1", n1);
  requireCount("x1", x1, n1);
  requireCount("n2", n2);
  requireCount("x2", x2, n2);
}
