import { expect, test } from "vitest";
import { rankSum } from "#app/statistics/change.ts";
import { seeded } from "#app/statistics/seeded.ts";

test("without ties it is R's exact test", () => {
  // wilcox.test(a, b)
  const found = rankSum([80, 83, 189, 64, 193, 73, 115], [74, 88, 65, 124, 98, 151, 90, 55]);
  expect(found).toEqual({ w: 31, p: expect.closeTo(0.778865578865579, 12), exact: true });
});

test("with ties it counts every way to share out the ranks as they are", () => {
  // R: ranks <- rank(c(a, b)); sums <- apply(combn(length(ranks), length(a)), 2, function(i) sum(ranks[i]))
  //    mean(abs(sums - mean(sums)) >= abs(sum(ranks[1:length(a)]) - mean(sums)))
  const two = rankSum([3, 4, 4, 5, 2, 4, 3, 5, 4, 4], [2, 3, 3, 4, 2, 3, 4, 3]);
  expect(two).toEqual({ w: 60, p: expect.closeTo(0.06460532931121, 12), exact: true });
  const lopsided = rankSum([1, 1, 1, 2, 5], [1, 1, 2, 2, 2, 3, 5, 5]);
  expect(lopsided?.p).toBeCloseTo(0.42035742035742, 12);
  const sleep = rankSum(
    [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
    [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
  );
  expect(sleep).toEqual({ w: 25.5, p: expect.closeTo(0.0658165364047717, 12), exact: true });
});

test("from 50 answers on a side it is R's normal approximation, ties and continuity corrected", () => {
  // wilcox.test(a, b, exact = FALSE)
  const found = rankSum(answers([4, 9, 20, 40, 27]), answers([10, 17, 25, 30, 12]));
  expect(found?.w).toBe(6032.5);
  expect(found?.p).toBeCloseTo(0.000408249421700229, 12);
  expect(found?.exact).toBe(false);
});

test("just below, exact and approximate nearly agree, and the exact one takes no time", () => {
  const a = Array.from({ length: 49 }, (_, place) => (place % 5) + (place % 7) / 10);
  const b = Array.from({ length: 49 }, (_, place) => (place % 4) + (place % 3) / 10);
  const below = rankSum(a, b);
  const above = rankSum([...a, 2], [...b, 2]);
  expect([below?.exact, above?.exact]).toEqual([true, false]);
  expect(below?.p).toBeCloseTo(above?.p ?? 0, 2);
});

test("the largest sample without ties that is counted exactly", () => {
  // wilcox.test(a, b, exact = TRUE), 49 on each side
  const a = Array.from({ length: 49 }, (_, place) => (place + 1) * 1.37);
  const b = Array.from({ length: 49 }, (_, place) => (place + 1) * 1.11 + 0.5001);
  expect(rankSum(a, b)).toEqual({
    w: 1414,
    p: expect.closeTo(0.130601427346929, 12),
    exact: true,
  });
});

test("all alike says nothing against chance, and an empty side nothing at all", () => {
  expect(rankSum([3, 3, 3], [3, 3])).toEqual({ w: 3, p: 1, exact: true });
  expect(rankSum([3], [3])?.p).toBe(1);
  expect(rankSum([1], [2])).toEqual({ w: 0, p: 1, exact: true });
  expect(rankSum(answers([0, 60]), answers([0, 70]))?.p).toBe(1);
  expect(rankSum([], [1])).toBeNull();
});

test("exchanging the sides, or any rising change of scale, leaves p as it is", () => {
  const random = seeded([2, 4, 6, 8]);
  for (let round = 0; round < 60; round += 1) {
    const draw = () =>
      Array.from({ length: 1 + Math.floor(random() * 14) }, () => Math.floor(random() * 6));
    const [a, b] = [draw(), draw()];
    const { w = 0, p = 2 } = rankSum(a, b) ?? {};
    expect(rankSum(b, a)?.p).toBeCloseTo(p, 12);
    expect(rankSum(b, a)?.w).toBe(a.length * b.length - w);
    expect(rankSum(a.map(Math.exp), b.map(Math.exp))?.p).toBeCloseTo(p, 12);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThanOrEqual(1);
  }
});

test("it is wrong about two equal sides at most 5 times in 100", () => {
  const pool = [1, 2, 2, 3, 3, 3, 4, 4, 5];
  let [wrong, all] = [0, 0];
  for (let chosen = 0; chosen < 2 ** pool.length; chosen += 1) {
    const a = pool.filter((_, place) => (chosen >> place) & 1);
    if (a.length !== 4) continue;
    const b = pool.filter((_, place) => !((chosen >> place) & 1));
    all += 1;
    if ((rankSum(a, b)?.p ?? 0) <= 0.05) wrong += 1;
  }
  expect(all).toBe(126);
  expect(wrong).toBeGreaterThan(0);
  expect(wrong / all).toBeLessThanOrEqual(0.05);
});

test("what is no number is refused by name and place", () => {
  expect(() => rankSum([1, Number.NaN], [1])).toThrow("a[1] must be a finite number, not NaN");
});

function answers(counts: readonly number[]): number[] {
  return counts.flatMap((count, place) => Array.from({ length: count }, () => place + 1));
}
