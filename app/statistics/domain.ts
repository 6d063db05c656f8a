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
