import { expect, test } from "vitest";
import { cliffDelta, hedgesG, welch, welchInterval } from "#app/statistics/change.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** R's sleep (Student, 1908): extra hours with one drug, then with the other. */
const one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
/** R's mtcars: miles to the gallon, automatic then manual. */
const automatic = [
  21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 21.5, 15.5,
  15.2, 13.3, 19.2,
];
const manual = [21, 21, 22.8, 32.4, 30.4, 33.9, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4];
/** A hundred answers to a question of five points, and 94 to the same a year before. */
const now = answers([4, 9, 20, 40, 27]);
const before = answers([10, 17, 25, 30, 12]);

const samples = [
  {
    name: "sleep",
    a: one,
    b: other,
    // t.test(a, b); effsize's hedges.correction of cohen.d; mean(sign(outer(a, b, "-")))
    t: -1.86081346748685,
    df: 17.7764735161785,
    p: 0.0793941401873582,
    interval: [-3.36548323071171, 0.20548323071171],
    g: -0.797018500447446,
    delta: -0.49,
  },
  {
    name: "mtcars",
    a: automatic,
    b: manual,
    t: -3.76712314514493,
    df: 18.3322516384005,
    p: 0.00137363833307103,
    interval: [-11.2801943550402, -3.20968418746996],
    g: -1.4406879253192,
    delta: -0.659919028340081,
  },
  {
    name: "five points",
    a: now,
    b: before,
    t: 3.61387615711952,
    df: 186.791735934731,
    p: 0.000387774202617651,
    interval: null,
    g: 0.518833622422107,
    delta: 0.283510638297872,
  },
] as const;

test.each(samples)("$name: Welch, Hedges and Cliff are R's", (sample) => {
  const { a, b, t, df, p, interval, g, delta } = sample;
  const found = welch(a, b);
  expect(found?.t).toBeCloseTo(t, 10);
  expect(found?.df).toBeCloseTo(df, 9);
  expect(found?.p).toBeCloseTo(p, 12);
  expect(hedgesG(a, b)).toBeCloseTo(g, 12);
  expect(cliffDelta(a, b)).toBeCloseTo(delta, 12);
  if (interval === null) return;
  expect(welchInterval(a, b)?.[0]).toBeCloseTo(interval[0], 10);
  expect(welchInterval(a, b)?.[1]).toBeCloseTo(interval[1], 10);
});

test("nothing is said where nobody differs, or one side has a single answer", () => {
  for (const [a, b] of [
    [
      [3, 3, 3],
      [3, 3],
    ],
    [
      [3, 3, 3],
      [4, 4],
    ],
    [
      [0.1 + 0.2, 0.3],
      [0.3, 0.3],
    ],
    [[3], [1, 2, 3]],
    [[], [1, 2]],
  ] as const) {
    expect(welch(a, b)).toBeNull();
    expect(welchInterval(a, b)).toBeNull();
    expect(hedgesG(a, b)).toBeNull();
  }
  expect(cliffDelta([], [1])).toBeNull();
  expect(cliffDelta([3], [3])).toBe(0);
  expect(cliffDelta([4, 5], [1, 2, 3])).toBe(1);
});

test("one side without spread is still compared with one that has some", () => {
  // t.test(c(1, 1, 1), c(2, 2, 3))
  const found = welch([1, 1, 1], [2, 2, 3]);
  expect(found?.t).toBeCloseTo(-4, 10);
  expect(found?.df).toBeCloseTo(2, 10);
  expect(found?.p).toBeCloseTo(0.05719095841793663, 12);
});

test("exchanging the sides turns the signs; adding the same to all, or stretching, changes nothing", () => {
  const random = seeded([5, 6, 7, 8]);
  for (let round = 0; round < 100; round += 1) {
    const draw = () => Array.from({ length: 2 + Math.floor(random() * 20) }, () => random() * 9);
    const [a, b] = [draw(), draw()];
    const stretched = [a, b].map((side) => side.map((value) => value * 3 + 100));
    for (const size of [hedgesG, cliffDelta, (x: number[], y: number[]) => welch(x, y)?.t ?? 0]) {
      const found = size(a, b) ?? 0;
      expect(size(b, a)).toBeCloseTo(-found, 9);
      expect(size(stretched[0] ?? [], stretched[1] ?? [])).toBeCloseTo(found, 8);
    }
    expect(Math.abs(cliffDelta(a, b) ?? 2)).toBeLessThanOrEqual(1);
    const { df = 0, p = 2 } = welch(a, b) ?? {};
    expect(df).toBeGreaterThanOrEqual(Math.min(a.length, b.length) - 1 - 1e-9);
    expect(df).toBeLessThanOrEqual(a.length + b.length - 2 + 1e-9);
    const [low, high] = welchInterval(a, b, 1 - p) ?? [1, 1];
    expect(Math.min(Math.abs(low), Math.abs(high))).toBeCloseTo(0, 6);
  }
});

test("Cliff's delta counts what a table of all pairs would", () => {
  const random = seeded([9, 9, 9, 9]);
  const draw = () =>
    Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * 6));
  for (let round = 0; round < 50; round += 1) {
    const [a, b] = [draw(), draw()];
    const pairs = a.flatMap((x) => b.map((y) => Math.sign(x - y) as number));
    const mean = pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length;
    expect(cliffDelta(a, b)).toBeCloseTo(mean, 12);
  }
});

test("what is no number is refused by name and place", () => {
  expect(() => welch([1, Number.NaN], [1, 2])).toThrow("a[1] must be a finite number, not NaN");
  expect(() => hedgesG([1, 2], [Number.POSITIVE_INFINITY, 2])).toThrow("b[0] must be");
  expect(() => cliffDelta([1], [Number.NaN])).toThrow("b[0] must be");
});

function answers(counts: readonly number[]): number[] {
  return counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1));
}
