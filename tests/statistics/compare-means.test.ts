import { expect, test } from "vitest";
import { compareEnps, compareMeans, rankSum, welch } from "#app/statistics/change.ts";
import { enps } from "#app/statistics/enps.ts";

test("an index is compared by Welch's t, by ranks where a side has fewer than 15 people", () => {
  const spread = (n: number, centre: number) =>
    Array.from({ length: n }, (_, place) => centre + ((place * 7) % 11) - 5);
  const [high, low] = [spread(20, 70), spread(30, 55)];
  const usual = compareMeans({ values: high }, { values: low });
  expect(usual).toMatchObject({ test: "welch", verdict: "above" });
  expect(usual.p).toBe(welch(high, low)?.p);
  const small = compareMeans({ values: low }, { values: high.slice(0, 14) });
  expect(small).toMatchObject({ test: "rank-sum", verdict: "below" });
  expect(small.p).toBe(rankSum(low, high.slice(0, 14))?.p);
  expect(compareMeans({ values: high.slice(0, 9) }, { values: low }).verdict).toBe("untested");
  expect(compareMeans({ values: [] }, { values: low })).toMatchObject({
    difference: null,
    verdict: "untested",
  });
});

test("two sides of one mind each still differ: ranks tell what no spread can", () => {
  const same = (n: number, value: number) => ({ values: Array<number>(n).fill(value) });
  expect(compareMeans(same(20, 75), same(20, 50))).toMatchObject({
    test: "rank-sum",
    verdict: "above",
    low: null,
  });
  expect(compareMeans(same(20, 75), same(20, 75)).verdict).toBe("indistinguishable");
});

test("thirty answers give an eNPS a margin near 30 points: a change within it is no change", () => {
  const side = (promoters: number, detractors: number, n: number) => {
    const found = enps({ promoters, detractors, passives: n - promoters - detractors });
    if (found === null) throw new Error("nobody answered");
    return { ...found, n };
  };
  expect(compareEnps(side(14, 6, 30), side(8, 10, 30))).toMatchObject({
    test: "enps-z",
    verdict: "indistinguishable",
  });
  expect(compareEnps(side(140, 60, 300), side(80, 100, 300)).verdict).toBe("above");
  expect(compareEnps(side(9, 0, 9), side(80, 100, 300)).verdict).toBe("untested");
});

test("two indices of everybody are not tested", () => {
  const [now, before] = [
    { values: [50, 60], headcount: 2 },
    { values: [40, 50], headcount: 2 },
  ];
  expect(compareMeans(now, before)).toMatchObject({
    difference: 10,
    p: null,
    verdict: "exact-difference",
  });
});
