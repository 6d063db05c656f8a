import { expect, test } from "vitest";
import { finiteZ, fisherExact, fisherMidP, newcombe, pooledZ } from "#app/statistics/change.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** Favourable of answered, twice, with R 4.2.2's reading of them. */
const pairs = [
  // prop.test(c(x1, x2), c(n1, n2), correct = FALSE), fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))
  { counts: [56, 70, 48, 80], z: 2.650171951259, p: 0.008045081368197, fisher: 0.01252112974921 },
  { counts: [15, 25, 5, 25], z: 2.886751345948, p: 0.003892417122779, fisher: 0.008578508150469 },
  { counts: [1, 40, 9, 35], z: -2.95048422217, p: 0.003172762493055, fisher: 0.004651216843525 },
  { counts: [0, 30, 4, 31], z: -2.035341396694, p: 0.041816533564471, fisher: 0.112809113642679 },
  { counts: [3, 300, 14, 310], z: -2.637663587569, p: 0.00834793740454, fisher: 0.011746827129559 },
  { counts: [420, 1000, 465, 1000], z: -2.025902, p: 0.042774823774885, fisher: 0.047576005948744 },
  { counts: [7, 7, 0, 3], z: 3.16227766016838, p: 0.001565402258003, fisher: 1 / 120 },
  { counts: [2, 15, 3, 15], z: -0.489897948556636, p: 0.624206114766406, fisher: 1 },
] as const;

test.each(pairs)("$counts: pooled z and Fisher's p are R's", ({ counts, z, p, fisher }) => {
  const [x1, n1, x2, n2] = counts;
  expect(pooledZ(x1, n1, x2, n2)?.z).toBeCloseTo(z, 6);
  expect(pooledZ(x1, n1, x2, n2)?.p).toBeCloseTo(p, 12);
  expect(fisherExact(x1, n1, x2, n2)).toBeCloseTo(fisher, 12);
});

test("Newcombe's hybrid interval agrees with his table II, method 10 (1998)", () => {
  const published = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
  ] as const;
  for (const [x1, n1, x2, n2, low, high] of published) {
    const interval = newcombe(x1, n1, x2, n2) ?? [];
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  }
  // From prop.test(…, correct = FALSE, conf.level = 0.99)$conf.int of each side.
  const [low, high] = newcombe(18, 40, 25, 44, 0.99) ?? [];
  expect(low).toBeCloseTo(-0.366663926508576, 10);
  expect(high).toBeCloseTo(0.152931290850433, 10);
});

test("mid-p counts half of the splits as likely as the one seen", () => {
  // R: d <- dhyper(…); sum(d[d < d0]) + sum(d[d == d0]) / 2
  expect(fisherMidP(15, 25, 5, 25)).toBeCloseTo(0.00489354906604783, 12);
  expect(fisherMidP(1, 40, 9, 35)).toBeCloseTo(0.0029476383565145, 12);
  expect(fisherMidP(0, 30, 4, 31)).toBeCloseTo(0.0826618505140317, 12);
  expect(fisherMidP(9, 10, 3, 10)).toBeCloseTo(0.01024053346035, 12);
  expect(fisherMidP(5, 10, 5, 10)).toBeCloseTo(0.8281408993483, 12);
});

test("knowing more of a small company makes the same difference more certain", () => {
  // Civil Service People Survey, technical guide 2014, groups A and D; R 4.2.2.
  const test = finiteZ({ x: 52, n: 120, N: 200 }, { x: 225, n: 375, N: 500 });
  expect(test?.standardError).toBeCloseTo(0.03135207039711, 12);
  expect(test?.z).toBeCloseTo(-5.315970031823, 10);
  expect(test?.p).toBeCloseTo(1.060906106822e-7, 14);
  expect(Math.abs(test?.z ?? 0)).toBeGreaterThan(Math.abs(pooledZ(52, 120, 225, 375)?.z ?? 0));
});

test("everybody answered in both: nothing is left to chance about these people", () => {
  expect(finiteZ({ x: 6, n: 9, N: 9 }, { x: 3, n: 9, N: 9 })).toBeNull();
  expect(finiteZ({ x: 1, n: 1, N: 1 }, { x: 0, n: 1, N: 1 })).toBeNull();
});

test("where all agree there is no spread to test with, and Fisher finds nothing odd", () => {
  expect(pooledZ(8, 8, 7, 7)).toBeNull();
  expect(fisherExact(8, 8, 7, 7)).toBe(1);
  expect(fisherMidP(8, 8, 7, 7)).toBe(0.5);
});

test("a side that nobody answered on is not compared", () => {
  expect(newcombe(0, 0, 3, 7)).toBeNull();
  expect(pooledZ(3, 7, 0, 0)).toBeNull();
  expect(fisherExact(0, 0, 3, 7)).toBeNull();
  expect(fisherMidP(3, 7, 0, 0)).toBeNull();
  expect(finiteZ({ x: 0, n: 0, N: 5 }, { x: 3, n: 7, N: 9 })).toBeNull();
});

test("a million people on each side are compared in no time", () => {
  const [fisher, z] = [fisherExact(5e5, 1e6, 501_000, 1e6), pooledZ(5e5, 1e6, 501_000, 1e6)];
  expect(fisher).toBeCloseTo(z?.p ?? 0, 3);
  expect(fisherExact(1e6, 1e6, 1e6, 1e6)).toBe(1);
  expect(newcombe(0, 1e6, 1e6, 1e6)?.[0]).toBe(-1);
});

test("exchanging the sides turns the sign and nothing else; every p and interval stays possible", () => {
  const random = seeded([1, 2, 3, 4]);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 300; round += 1) {
    const [n1, n2] = [1 + upTo(60), 1 + upTo(60)];
    const [x1, x2] = [upTo(n1), upTo(n2)];
    const name = `${x1}/${n1} ${x2}/${n2}`;
    const [here, there] = [newcombe(x1, n1, x2, n2), newcombe(x2, n2, x1, n1)];
    expect(here?.[0], name).toBeCloseTo(-(there?.[1] ?? Number.NaN), 12);
    expect(here?.[0], name).toBeGreaterThanOrEqual(-1);
    expect(here?.[0], name).toBeLessThanOrEqual(x1 / n1 - x2 / n2);
    expect(here?.[1], name).toBeGreaterThanOrEqual(x1 / n1 - x2 / n2);
    expect(pooledZ(x1, n1, x2, n2)?.z ?? 0, name).toBeCloseTo(
      -(pooledZ(x2, n2, x1, n1)?.z ?? 0),
      10,
    );
    const [fisher, mid] = [fisherExact(x1, n1, x2, n2) ?? 2, fisherMidP(x1, n1, x2, n2) ?? 2];
    expect(fisherExact(x2, n2, x1, n1), name).toBeCloseTo(fisher, 10);
    expect(fisherExact(n1 - x1, n1, n2 - x2, n2), name).toBeCloseTo(fisher, 10);
    expect(mid, name).toBeLessThan(fisher);
    expect(mid, name).toBeGreaterThan(0);
    expect(fisher, name).toBeLessThanOrEqual(1);
  }
});

test("Fisher's test calls a difference where there is none at most 5 times in 100", () => {
  const [n1, n2, favourable] = [14, 23, 17];
  let [wrong, all] = [0, 0];
  for (let x1 = 0; x1 <= n1; x1 += 1) {
    const ways = choose(n1, x1) * choose(n2, favourable - x1);
    all += ways;
    if ((fisherExact(x1, n1, favourable - x1, n2) ?? 0) <= 0.05) wrong += ways;
  }
  expect(wrong).toBeGreaterThan(0);
  expect(wrong / all).toBeLessThanOrEqual(0.05);
});

test("a wrong count is refused by name", () => {
  expect(() => newcombe(3, 2, 1, 2)).toThrow("x1 must be a whole number from 0 to 2, not 3");
  expect(() => pooledZ(1, 2, 1, 2.5)).toThrow("n2 must be a whole number");
  expect(() => fisherExact(1, 2, -1, 2)).toThrow("x2 must be a whole number");
  expect(() => newcombe(1, 2, 1, 2, 95)).toThrow("level must be strictly between 0 and 1");
  expect(() => finiteZ({ x: 1, n: 3, N: 2 }, { x: 1, n: 2, N: 2 })).toThrow("n1 must be");
});

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}
