/** The four 32-bit words a generator starts from; not all zero. */
export type Seed = readonly [number, number, number, number];

/**
 * Uniform numbers from 0 (included) to 1 (excluded), the same ones for the same seed on every
 * machine: xoshiro128** of Blackman & Vigna (2018), 32 bits a draw, period 2^128 − 1. For
 * resampling; never for secrets.
 */
export function seeded(seed: Seed): () => number {
  if (seed.every((word) => word >>> 0 === 0)) throw new RangeError("seed must not be all zero");
  let [a, b, c, d] = seed;
  return () => {
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return drawn / 2 ** 32;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
