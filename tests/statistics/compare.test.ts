import { expect, test } from "vitest";
import {
  compareEnps,
  compareMeans,
  compareShares,
  compareWaves,
  compareWithReference,
  compareWithRest,
  fisherMidP,
  inFamily,
  mcnemarExact,
  pooledZ,
  rankSum,
  welch,
} from "#app/statistics/change.ts";
import { enps } from "#app/statistics/enps.ts";
import { seeded } from "#app/statistics/seeded.ts";

test("many answers are compared by z, a handful of dissenters by Fisher's mid-p", () => {
  const many = compareShares({ x: 60, n: 100 }, { x: 40, n: 100 });
  expect(many).toMatchObject({ test: "pooled-z", verdict: "above", conservative: false });
  expect(many.p).toBe(pooledZ(60, 100, 40, 100)?.p);
  const few = compareShares({ x: 40, n: 40 }, { x: 32, n: 40 });
  expect(few).toMatchObject({ test: "fisher-mid-p", verdict: "above" });
  expect(few.p).toBe(fisherMidP(40, 40, 32, 40));
  expect(compareShares({ x: 32, n: 40 }, { x: 40, n: 40 }).verdict).toBe("below");
});

test("a difference under 5 points is not called one, however many answered", () => {
  const [first, second] = [
    { x: 54_000, n: 100_000 },
    { x: 50_000, n: 100_000 },
  ];
  expect(compareShares(first, second)).toMatchObject({ verdict: "indistinguishable" });
  expect(compareShares({ ...first, x: 55_000 }, second).verdict).toBe("above");
});

test("under 30 answers to a question, 20 to a theme, 10 to an index, nothing is tested", () => {
  const all = (n: number) => ({ x: n, n });
  const none = { x: 0, n: 200 };
  expect(compareShares(all(29), none)).toEqual({
    difference: 1,
    low: null,
    high: null,
    test: null,
    p: null,
    conservative: false,
    verdict: "untested",
  });
  expect(compareShares(all(30), none).verdict).toBe("above");
  expect(compareShares(all(20), none, { kind: "theme" }).verdict).toBe("above");
  expect(compareShares(all(19), none, { kind: "theme" }).verdict).toBe("untested");
  expect(compareShares(all(10), none, { kind: "index" }).verdict).toBe("above");
  expect(compareShares({ x: 0, n: 0 }, none)).toMatchObject({
    difference: null,
    verdict: "untested",
  });
});

test("everybody answered, both times: the difference is the team's, with no p to it", () => {
  const [now, before] = [
    { x: 6, n: 9, headcount: 9 },
    { x: 3, n: 9, headcount: 9 },
  ];
  expect(compareShares(now, before)).toMatchObject({
    difference: 6 / 9 - 3 / 9,
    p: null,
    low: null,
    verdict: "exact-difference",
  });
  expect(compareShares(now, { ...before, headcount: 10 }).verdict).toBe("untested");
  const means = compareMeans(
    { values: [50, 60], headcount: 2 },
    { values: [40, 50], headcount: 2 },
  );
  expect(means).toMatchObject({ difference: 10, verdict: "exact-difference" });
});

test("a verdict never contradicts the interval beside it, nor turns with the sides", () => {
  const random = seeded([41, 42, 43, 44]);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const opposite = { above: "below", below: "above" } as Record<string, string>;
  let real = 0;
  for (let round = 0; round < 400; round += 1) {
    const [n1, n2] = [30 + upTo(90), 30 + upTo(90)];
    const [first, second] = [
      { x: upTo(n1), n: n1 },
      { x: upTo(n2), n: n2 },
    ];
    const { low, high, verdict, p } = compareShares(first, second);
    if (low === null || high === null || p === null) throw new Error("not tested");
    if (verdict === "above") expect(low).toBeGreaterThan(0);
    if (verdict === "below") expect(high).toBeLessThan(0);
    if (verdict !== "indistinguishable") expect(p).toBeLessThanOrEqual(0.05);
    if (verdict !== "indistinguishable") real += 1;
    expect(compareShares(second, first).verdict).toBe(opposite[verdict] ?? verdict);
  }
  expect(real).toBeGreaterThan(100);
});

test("a team is compared with the rest, a census of both included", () => {
  const [team, whole] = [
    { x: 60, n: 80 },
    { x: 400, n: 800 },
  ];
  expect(compareWithRest(team, whole)).toEqual(compareShares(team, { x: 340, n: 720 }));
  const counted = compareWithRest({ ...team, headcount: 80 }, { ...whole, headcount: 800 });
  expect(counted).toMatchObject({ verdict: "exact-difference", p: null });
  expect(() => compareWithRest({ ...team, headcount: 90 }, { ...whole, headcount: 800 })).toThrow(
    "second.n must be a whole number from 0 to 710, not 720",
  );
});

test("a fixed reference from outside: z, or the exact binomial where few are expected", () => {
  const usual = compareWithReference({ x: 43, n: 60 }, 0.58);
  expect(usual).toMatchObject({ test: "one-sample-z", verdict: "above" });
  expect(usual.p).toBeCloseTo(0.03196379134278, 10);
  const rare = compareWithReference({ x: 34, n: 40 }, 0.98);
  expect(rare).toMatchObject({ test: "binomial-exact", verdict: "below" });
  expect(compareWithReference({ x: 9, n: 10 }, 0.5).verdict).toBe("untested");
  expect(compareWithReference({ x: 9, n: 10, headcount: 10 }, 0.5)).toMatchObject({
    difference: 0.4,
    verdict: "exact-difference",
  });
});

const linked = {
  first: { x: 35, n: 60 },
  second: { x: 46, n: 60 },
  both: 32,
  lost: 3,
  gained: 14,
  neither: 11,
};

test("the same people twice: McNemar sees what two strangers' waves would hide", () => {
  const found = compareWaves(linked);
  expect(found).toMatchObject({ test: "mcnemar-exact", verdict: "above", conservative: false });
  expect(found.p).toBe(mcnemarExact(3, 14));
  expect(found.p).toBeLessThan(compareShares(linked.second, linked.first).p ?? 0);
});

test("only some of them linked: the overlap narrows the error", () => {
  const some = { ...linked, both: 16, lost: 1, gained: 7, neither: 6 };
  expect(compareWaves(some)).toMatchObject({ test: "overlap-z", verdict: "above" });
});

test("where the linked spread is nil, the waves are read as independent and said to be", () => {
  const first = { x: 60, n: 60 };
  const second = { x: 58, n: 60 };
  const thin = { first, second, both: 20, lost: 1, gained: 0, neither: 0 };
  expect(compareWaves(thin)).toMatchObject({
    test: "fisher-mid-p",
    conservative: true,
    verdict: "indistinguishable",
  });
  expect(compareWaves({ ...linked, headcounts: [60, 60] }).verdict).toBe("exact-difference");
  const few = { x: 4, n: 9 };
  expect(
    compareWaves({ first: few, second: few, both: 4, lost: 0, gained: 0, neither: 5 }),
  ).toEqual(expect.objectContaining({ difference: 0, verdict: "untested" }));
});

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

test("of twenty comparisons seen at once, the one that chance would give is taken back", () => {
  const chance = Array.from({ length: 19 }, () =>
    compareShares({ x: 50, n: 100 }, { x: 50, n: 100 }),
  );
  const lucky = compareShares({ x: 64, n: 100 }, { x: 50, n: 100 });
  const clear = compareShares({ x: 80, n: 100 }, { x: 50, n: 100 });
  const small = compareShares({ x: 9, n: 10 }, { x: 1, n: 10 });
  expect(lucky.verdict).toBe("above");
  expect(inFamily([lucky])).toEqual([lucky]);
  const seen = inFamily([lucky, clear, small, ...chance]);
  expect(seen.slice(0, 3).map(({ verdict }) => verdict)).toEqual([
    "indistinguishable",
    "above",
    "untested",
  ]);
  expect(seen[0]?.p).toBe(lucky.p);
});
