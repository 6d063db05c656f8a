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
