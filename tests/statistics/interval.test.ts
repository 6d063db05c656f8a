import { expect, test } from "vitest";
import {
  favourableInterval,
  hypergeometric,
  logicalBounds,
  marginOfError,
  wilson,
  wilsonFinite,
} from "#app/statistics/interval.ts";

test("Wilson agrees with Newcombe (1998), table I", () => {
  const [low, high] = wilson(81, 263) ?? [];
  expect(low).toBeCloseTo(0.2553, 4);
  expect(high).toBeCloseTo(0.3662, 4);
});

test("Wilson agrees with R's prop.test(0, 5, correct = FALSE) at the edge", () => {
  const [low, high] = wilson(0, 5) ?? [];
  expect(low).toBe(0);
  expect(high).toBeCloseTo(0.4344824647832, 10);
});

test("nobody answered: nothing is said", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilsonFinite(0, 0, 12)).toBeNull();
  expect(hypergeometric(0, 0, 12)).toBeNull();
  expect(logicalBounds(0, 0, 12)).toBeNull();
  expect(marginOfError(0, 0, 12)).toBeNull();
});

test("when the whole team answered nothing about the team is uncertain", () => {
  expect(wilsonFinite(7, 12, 12)).toEqual([7 / 12, 7 / 12]);
  expect(hypergeometric(7, 12, 12)).toEqual([7 / 12, 7 / 12]);
});

test("twelve of fifteen answered: the exact interval is narrower than Wilson and possible", () => {
  const [low, high] = hypergeometric(8, 12, 15) ?? [0, 0];
  const [bottom, top] = logicalBounds(8, 12, 15) ?? [0, 0];
  const [wide, wider] = wilson(8, 12) ?? [0, 0];
  expect(low).toBeGreaterThanOrEqual(bottom);
  expect(high).toBeLessThanOrEqual(top);
  expect(high - low).toBeLessThan(wider - wide);
});

test("the exact interval covers the truth at least 95 times in 100, for every possible team of 12", () => {
  const [N, n] = [12, 8];
  for (let K = 0; K <= N; K += 1) {
    let covered = 0;
    for (let x = Math.max(0, n - (N - K)); x <= Math.min(n, K); x += 1) {
      const [low, high] = hypergeometric(x, n, N) ?? [1, 0];
      if (low <= K / N && K / N <= high) covered += choose(K, x) * choose(N - K, n - x);
    }
    expect(covered / choose(N, n)).toBeGreaterThanOrEqual(0.95);
  }
});

test("for every team of up to 13 and any number of answers it covers, within what is possible", () => {
  for (let N = 1; N <= 13; N += 1) {
    for (let n = 1; n <= N; n += 1) {
      for (let K = 0; K <= N; K += 1) {
        let covered = 0;
        for (let x = Math.max(0, n - (N - K)); x <= Math.min(n, K); x += 1) {
          const [low, high] = hypergeometric(x, n, N) ?? [1, 0];
          const [bottom, top] = logicalBounds(x, n, N) ?? [1, 0];
          expect([low >= bottom, low <= x / n, x / n <= high, high <= top]).not.toContain(false);
          if (low <= K / N && K / N <= high) covered += choose(K, x) * choose(N - K, n - x);
        }
        expect(covered / choose(N, n)).toBeGreaterThanOrEqual(0.95);
      }
    }
  }
});

test("the exact interval is what R's phyper leaves possible, for the largest teams too", () => {
  // K <- x:(x + N - n); range(K[phyper(x - 1, K, N - K, n, lower.tail = FALSE) > a / 2
  //                            & phyper(x, K, N - K, n) > a / 2])
  const people = (x: number, n: number, N: number, level?: number) =>
    hypergeometric(x, n, N, level)?.map((share) => Math.round(share * N));
  expect(people(8, 12, 15)).toEqual([8, 11]);
  expect(people(0, 6, 9)).toEqual([0, 2]);
  expect(people(33, 60, 480)).toEqual([204, 322]);
  expect(people(100, 250, 500)).toEqual([179, 222]);
  expect(people(7, 30, 40, 0.9)).toEqual([7, 12]);
  expect(people(40, 40, 60)).toEqual([57, 60]);
  expect(people(470, 1000, 100_000)).toEqual([43_885, 50_132]);
});

test("a company of a thousand million answers as any other", () => {
  const [low, high] = hypergeometric(500_000, 1e6, 1e9) ?? [0, 1];
  expect(low).toBeCloseTo(0.49902, 5);
  expect(high).toBeCloseTo(0.50098, 5);
});

test("the published margins of four groups (Civil Service People Survey, technical guide 2014)", () => {
  const groups = [
    [0.43, 120, 200, 6],
    [0.5, 80, 150, 8],
    [0.3, 40, 50, 6],
    [0.6, 375, 500, 2],
  ] as const;
  for (const [p, n, N, published] of groups) {
    expect(Math.round(100 * (marginOfError(p, n, N) ?? 0))).toBe(published);
  }
  // Against a population without end: the same guide's table for any sample.
  expect(Math.round(100 * (marginOfError(0.5, 50, 1e9) ?? 0))).toBe(14);
  expect(Math.round(100 * (marginOfError(0.05, 1000, 1e9) ?? 0))).toBe(1);
});

test("Wilson agrees with R's prop.test(correct = FALSE) elsewhere and at another level", () => {
  const published = [
    [15, 148, 0.95, 0.0623863995307363, 0.160487241723308],
    [1, 29, 0.95, 0.00611321429276266, 0.171755218793203],
    [29, 29, 0.95, 0.883030201500259, 1],
    [15, 148, 0.9, 0.0674432622468715, 0.1495729317464],
  ] as const;
  for (const [x, n, level, low, high] of published) {
    expect(wilson(x, n, level)?.[0]).toBeCloseTo(low, 12);
    expect(wilson(x, n, level)?.[1]).toBeCloseTo(high, 12);
  }
});

test("with its correction Wilson narrows as answers come in; R 4.2.2, n(N − 1)/(N − n)", () => {
  const [low, high] = wilsonFinite(225, 375, 500) ?? [];
  expect(low).toBeCloseTo(0.5749578742875, 10);
  expect(high).toBeCloseTo(0.624530218369, 10);
  expect(wilsonFinite(1, 1, 1)).toEqual([1, 1]);
});

test("above 500 people the shown interval is Wilson's with its correction", () => {
  expect(favourableInterval(300, 480, 800)).toEqual(wilsonFinite(300, 480, 800));
  expect(favourableInterval(30, 48, 80)).toEqual(hypergeometric(30, 48, 80));
});

test("what is not a count of people is refused by name", () => {
  expect(() => wilson(6, 5)).toThrow("x must be a whole number from 0 to 5, not 6");
  expect(() => wilson(1.5, 5)).toThrow("x must be a whole number");
  expect(() => hypergeometric(1, 6, 5)).toThrow("n must be a whole number from 0 to 5, not 6");
  expect(() => wilson(1, 5, 1)).toThrow("level must be strictly between 0 and 1");
});

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
  return ways;
}
