import { expect, test } from "vitest";
import { benjaminiHochberg, holm } from "#app/statistics/multiplicity.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** Benjamini & Hochberg (1995), section 3.2: fifteen tests of a heart study. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
  0.6528, 0.759, 1,
];
/** Twenty-five p of a study of diet, in R: p.adjust(p, "BH"), p.adjust(p, "holm"). */
const diet = [
  0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269, 0.275,
  0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
];

test("the published example: Bonferroni finds 3, Holm 3, Benjamini and Hochberg 4", () => {
  const found = (p: readonly (number | null)[]) => p.filter((one) => (one ?? 1) <= 0.05).length;
  expect(published.filter((p) => p * 15 <= 0.05)).toHaveLength(3);
  expect(found(holm(published))).toBe(3);
  expect(found(benjaminiHochberg(published))).toBe(4);
  const adjusted = benjaminiHochberg(published);
  [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714285714].forEach((p, place) => {
    expect(adjusted[place]).toBeCloseTo(p, 12);
  });
});

test("R's p.adjust", () => {
  const bh = benjaminiHochberg(diet);
  expect(bh[2]).toBeCloseTo(0.21, 12);
  expect(bh[6]).toBeCloseTo(0.264285714285714, 12);
  expect(bh[7]).toBeCloseTo(0.491071428571429, 12);
  expect(bh[20]).toBeCloseTo(0.907142857142857, 12);
  expect(bh.at(-1)).toBeCloseTo(0.986, 12);
  const steps = holm(diet).slice(0, 6);
  [0.025, 0.192, 0.897, 0.902, 0.902, 1].forEach((p, place) => {
    expect(steps[place]).toBeCloseTo(p, 12);
  });
});

test("what was not tested stays unsaid, and makes nothing else harder to find", () => {
  // p.adjust(c(NA, .02, 1, 0, .02, NA, .03), "BH") and "holm"
  const p = [null, 0.02, 1, 0, 0.02, null, 0.03];
  const close = (values: readonly (number | null)[]) =>
    values.map((one) => (one === null ? null : expect.closeTo(one, 12)));
  expect(benjaminiHochberg(p)).toEqual(close([null, 1 / 30, 1, 0, 1 / 30, null, 0.0375]));
  expect(holm(p)).toEqual(close([null, 0.08, 1, 0, 0.08, null, 0.08]));
  expect(benjaminiHochberg([null])).toEqual([null]);
  expect(holm([])).toEqual([]);
});

test("one test alone is itself; the tiniest p survives", () => {
  expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  expect(holm([0.03])).toEqual([0.03]);
  expect(benjaminiHochberg([1e-300, 0.2])[0]).toBe(2e-300);
});

test("adjusted p are never smaller, never past 1, in the same order, and Holm's never below BH's", () => {
  const random = seeded([11, 12, 13, 14]);
  for (let round = 0; round < 200; round += 1) {
    const p = Array.from({ length: 1 + Math.floor(random() * 40) }, () =>
      random() < 0.1 ? null : random() ** 3,
    );
    const [bh, strict] = [benjaminiHochberg(p), holm(p)];
    p.forEach((one, place) => {
      const [a, b] = [bh[place] ?? null, strict[place] ?? null];
      if (one === null || a === null || b === null) {
        expect([one, a, b]).toEqual([null, null, null]);
        return;
      }
      expect(a).toBeGreaterThanOrEqual(one);
      expect(b).toBeGreaterThanOrEqual(a - 1e-15);
      expect(b).toBeLessThanOrEqual(1);
      p.forEach((two, there) => {
        if (two === null || two > one) return;
        expect(bh[there] ?? 2).toBeLessThanOrEqual(a);
        expect(strict[there] ?? 2).toBeLessThanOrEqual(b);
      });
    });
    expect(benjaminiHochberg(p.toReversed())).toEqual(bh.toReversed());
  }
});

test("what is no p is refused by its place", () => {
  expect(() => benjaminiHochberg([0.1, Number.NaN])).toThrow("p[1] must be between 0 and 1");
  expect(() => holm([null, 1.2])).toThrow("p[1] must be between 0 and 1, or null, not 1.2");
});
