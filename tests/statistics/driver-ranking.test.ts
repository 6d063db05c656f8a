import { expect, test } from "vitest";
import { rankDrivers } from "#app/statistics/driver-ranking.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** People who answer themes at random, and an outcome that follows some of them. */
function company(people: number, weights: readonly number[], noise = 1) {
  const draw = seeded([9, people, weights.length, 7]);
  const themes = weights.map(() =>
    Array.from({ length: people }, () => 1 + Math.floor(5 * draw())),
  );
  const y = Array.from({ length: people }, (_, row) =>
    weights.reduce((sum, weight, j) => sum + weight * (themes[j]?.[row] ?? 0), noise * draw()),
  );
  return { y, themes };
}

test("a theme that clearly moves with the outcome comes first", () => {
  const { y, themes } = company(300, [1, 1.5, 4, 0]);
  const ranking = rankDrivers(y, themes, { replicates: 200 });
  expect(ranking).toMatchObject({ verdict: "ordered", n: 300, dependsOnSpacing: false, merge: [] });
  expect(ranking.drivers[0]).toMatchObject({ theme: 2 });
  expect(ranking.drivers[0]?.low).toBeGreaterThan(ranking.drivers[2]?.high ?? 1);
});

test("themes of much the same weight are left in the order they were asked", () => {
  const { y, themes } = company(150, [1, 1.1, 0.9, 1], 8);
  const ranking = rankDrivers(y, themes, { replicates: 200 });
  expect(ranking.verdict).toBe("unordered");
  expect(ranking.drivers.map(({ theme }) => theme)).toEqual([0, 1, 2, 3]);
});

test("only who answered everything counts, and under 100 of them nothing is ranked", () => {
  const { y, themes } = company(100, [1, 2]);
  expect(rankDrivers(y, themes, { replicates: 50 }).verdict).not.toBe("untested");
  const oneSilent = [
    themes[0] ?? [],
    (themes[1] ?? []).map((one, row) => (row === 7 ? null : one)),
  ];
  expect(rankDrivers(y, oneSilent)).toEqual({
    verdict: "untested",
    n: 99,
    drivers: [],
    dependsOnSpacing: null,
    merge: [],
  });
  expect(() => rankDrivers(y, [[1]])).toThrow("themes[0] must have 100 values, not 1");
});

test("nothing is ranked when all gave the same answer, or two themes are one", () => {
  const { y, themes } = company(120, [1, 2]);
  expect(
    rankDrivers(
      y.map(() => 3),
      themes,
    ).verdict,
  ).toBe("untested");
  expect(rankDrivers(y, [themes[0] ?? [], themes[0] ?? []]).verdict).toBe("untested");
});

test("themes that say much the same are named for merging", () => {
  const { y, themes } = company(200, [1, 1, 1]);
  const twin = (themes[0] ?? []).map((one, row) => one + (row % 20 === 0 ? 1 : 0));
  expect(rankDrivers(y, [...themes, twin], { replicates: 20 }).merge).toEqual([0, 3]);
});

test("it is said when the largest shares rest on one far answer and not on the order", () => {
  const { y, themes } = company(200, [2, 2, 2, 0], 0.1);
  const far = (themes[3] ?? []).map((one, row) => (row === 0 ? 10_000 : one));
  const pulled = y.map((one, row) => (row === 0 ? 10_000 : one));
  expect(rankDrivers(pulled, [...themes.slice(0, 3), far], { replicates: 20 })).toMatchObject({
    dependsOnSpacing: true,
  });
});

test("thirteen themes are shared out by Johnson's weights", () => {
  const { y, themes } = company(
    200,
    Array.from({ length: 13 }, (_, j) => j),
  );
  const ranking = rankDrivers(y, themes, { replicates: 20 });
  expect(ranking.drivers).toHaveLength(13);
  expect(ranking.drivers.every(({ share }) => share !== null)).toBe(true);
});
