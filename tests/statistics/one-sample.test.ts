import { expect, test } from "vitest";
import { binomialExact, oneSampleZ } from "#app/statistics/change.ts";

test("against a fixed reference: R's binom.test and prop.test(correct = FALSE)", () => {
  const published = [
    [43, 60, 0.58, 0.03589872653487, 0.03196379134278],
    [3, 20, 0.4, 0.0224270381420433, 0.0224788733661252],
    [29, 30, 0.8, 0.0200156125086483, 0.0224788733661253],
    [0, 12, 0.1, 0.623427284692, 0.248213078989924],
    [55, 60, 0.85, 0.203044509704459, 0.1481202579166],
  ] as const;
  for (const [x, n, reference, exact, normal] of published) {
    expect(binomialExact(x, n, reference)).toBeCloseTo(exact, 12);
    expect(oneSampleZ(x, n, reference)?.p).toBeCloseTo(normal, 12);
  }
});

test("most of a small group answered: the same share lies further from the reference", () => {
  // R 4.2.2: (43/60 - .58) / sqrt(.58 * .42 / 60 * 20 / 79)
  expect(oneSampleZ(43, 60, 0.58)?.z).toBeCloseTo(2.144863136962, 10);
  expect(oneSampleZ(43, 60, 0.58, 80)?.z).toBeCloseTo(4.262831173221, 10);
  expect(oneSampleZ(43, 60, 0.58, 60)).toBeNull();
  expect(oneSampleZ(1, 1, 0.58, 1)).toBeNull();
});

test("a reference nobody could miss is met or it is not", () => {
  expect(binomialExact(0, 5, 0)).toBe(1);
  expect(binomialExact(1, 5, 0)).toBe(0);
  expect(binomialExact(5, 5, 1)).toBe(1);
  expect(oneSampleZ(5, 5, 1)).toBeNull();
});

test("favourable and not are two names of one thing", () => {
  for (let x = 0; x <= 17; x += 1) {
    expect(binomialExact(x, 17, 0.3)).toBeCloseTo(binomialExact(17 - x, 17, 0.7) ?? 2, 10);
  }
});

test("nobody answered: nothing is said; a wrong argument is refused by name", () => {
  expect(binomialExact(0, 0, 0.5)).toBeNull();
  expect(oneSampleZ(0, 0, 0.5)).toBeNull();
  expect(() => binomialExact(1, 2, 1.5)).toThrow("reference must be between 0 and 1, not 1.5");
  expect(() => oneSampleZ(1, 5, 0.5, 4)).toThrow("n must be a whole number from 0 to 4, not 5");
});
