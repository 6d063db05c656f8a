import { expect, test } from "vitest";
import { matchedDifference, mcnemarExact } from "#app/statistics/change.ts";

/** Sixty people who answered both waves: 30 favourable twice, 5 lost, 14 gained, 11 never. */
const linked = {
  first: { x: 35, n: 60 },
  second: { x: 44, n: 60 },
  both: 30,
  lost: 5,
  gained: 14,
  neither: 11,
};

test("McNemar's exact p is R's binom.test(b, b + c)", () => {
  expect(mcnemarExact(5, 14)).toBeCloseTo(0.06356811523437, 12);
  expect(mcnemarExact(2, 7)).toBeCloseTo(0.1796875, 12);
  expect(mcnemarExact(0, 6)).toBeCloseTo(0.03125, 12);
  expect(mcnemarExact(250, 60)).toBeLessThan(1e-20);
});

test("as many each way, or nobody at all: no sign of a change", () => {
  expect(mcnemarExact(0, 0)).toBe(1);
  expect(mcnemarExact(9, 9)).toBe(1);
  expect(mcnemarExact(0, 1)).toBe(1);
});

test("which way people went does not matter, and a more one-sided move is less like chance", () => {
  for (let moved = 1; moved <= 60; moved += 1) {
    for (let b = 0; 2 * b < moved - 1; b += 1) {
      expect(mcnemarExact(b, moved - b)).toBe(mcnemarExact(moved - b, b));
      expect(mcnemarExact(b, moved - b)).toBeLessThanOrEqual(mcnemarExact(b + 1, moved - b - 1));
    }
  }
});

test("half a million moves each way are counted in no time", () => {
  const p = mcnemarExact(500_000, 501_000);
  expect(p).toBeGreaterThan(0.31);
  expect(p).toBeLessThan(0.32);
});

test("linked people make the change more certain than two strangers' waves would", () => {
  const { difference, standardError, interval } = matchedDifference(linked) ?? fail();
  expect(difference).toBeCloseTo(0.15, 12);
  // R 4.2.2: sqrt(19 - 9^2 / 60) / 60 linked, sqrt(35 * 25 / 60^3 + 44 * 16 / 60^3) if independent.
  expect(standardError).toBeCloseTo(0.07001983845867, 12);
  expect(standardError).toBeLessThan(0.08549962096516);
  expect(interval[0]).toBeCloseTo(0.15 - 1.959963984540054 * 0.07001983845867, 10);
});

test("with nobody linked it is the error of two independent shares", () => {
  const strangers = { ...linked, both: 0, lost: 0, gained: 0, neither: 0 };
  expect(matchedDifference(strangers)?.standardError).toBeCloseTo(0.08549962096516, 12);
});

test("with some linked it lies between", () => {
  const some = { ...linked, both: 15, lost: 2, gained: 7, neither: 6 };
  const error = matchedDifference(some)?.standardError ?? 0;
  expect(error).toBeGreaterThan(0.07001983845867);
  expect(error).toBeLessThan(0.08549962096516);
});

test("nobody changed: the change is nil, and known to be", () => {
  const still = { ...linked, second: linked.first, both: 35, lost: 0, gained: 0, neither: 25 };
  expect(matchedDifference(still)).toEqual({ difference: 0, standardError: 0, interval: [0, 0] });
});

test("a wave nobody answered has no change, and impossible links are refused by name", () => {
  const nobody = { x: 0, n: 0 };
  const none = { both: 0, lost: 0, gained: 0, neither: 0 };
  expect(matchedDifference({ first: nobody, second: nobody, ...none })).toBeNull();
  expect(() => matchedDifference({ ...linked, both: 31 })).toThrow("both + lost must be");
  expect(() => matchedDifference({ ...linked, neither: 12 })).toThrow("gained + neither must be");
  expect(() => mcnemarExact(-1, 3)).toThrow("b must be a whole number");
});

function fail(): never {
  throw new Error("nothing was computed");
}
